# SPDX-License-Identifier: EUPL-1.2
# wijkbeeld_embed(target module file ...): the bytes of each file become part of the program, as
#   namespace wijkbeeld::<module>::embedded { std::string_view <name>(); }
# declared in the generated header "<module>/embedded.hpp". The name is the file's path inside
# the repository with everything but letters and digits turned into '_'. The assembler's .incbin
# does the work: no copy of the file passes through the C++ compiler.
function(wijkbeeld_embed target module)
  set(folder "${CMAKE_BINARY_DIR}/generated/${module}")
  string(CONCAT header
    "#pragma once\n#include <string_view>\n#include <vector>\nnamespace wijkbeeld::${module}::embedded {\n"
    "struct File {\n  std::string_view name;\n  std::string_view bytes;\n};\n"
    "std::vector<File> files();\n")
  set(all "")
  set(source "#include \"${module}/embedded.hpp\"\n")
  set(files "")
  foreach(file IN LISTS ARGN)
    cmake_path(ABSOLUTE_PATH file BASE_DIRECTORY "${CMAKE_SOURCE_DIR}" OUTPUT_VARIABLE path)
    cmake_path(RELATIVE_PATH path BASE_DIRECTORY "${CMAKE_SOURCE_DIR}" OUTPUT_VARIABLE short)
    string(REGEX REPLACE "[^A-Za-z0-9]" "_" symbol "${short}")
    list(APPEND files "${path}")
    string(APPEND header "std::string_view ${symbol}();\n")
    string(APPEND all "      {\"${short}\", ${symbol}()},\n")
    string(APPEND source
      "asm(\".section .rodata\\n.balign 16\\nwb_${module}_${symbol}_begin:\\n"
      ".incbin \\\"${path}\\\"\\nwb_${module}_${symbol}_end:\\n.byte 0\\n.previous\\n\");\n"
      "extern \"C\" const char wb_${module}_${symbol}_begin[];\n"
      "extern \"C\" const char wb_${module}_${symbol}_end[];\n"
      "namespace wijkbeeld::${module}::embedded {\n"
      "std::string_view ${symbol}() {\n"
      "  return {wb_${module}_${symbol}_begin, wb_${module}_${symbol}_end};\n}\n}\n")
  endforeach()
  string(APPEND header "}\n")
  string(APPEND source "namespace wijkbeeld::${module}::embedded {\n"
    "std::vector<File> files() {\n  return {\n${all}  };\n}\n}\n")
  file(CONFIGURE OUTPUT "${folder}/embedded.hpp" CONTENT "${header}" @ONLY)
  file(CONFIGURE OUTPUT "${folder}/embedded.cpp" CONTENT "${source}" @ONLY)
  set_source_files_properties("${folder}/embedded.cpp" PROPERTIES OBJECT_DEPENDS "${files}"
                              SKIP_UNITY_BUILD_INCLUSION ON)
  target_sources(${target} PRIVATE "${folder}/embedded.cpp")
  target_include_directories(${target} PUBLIC "${CMAKE_BINARY_DIR}/generated")
endfunction()
