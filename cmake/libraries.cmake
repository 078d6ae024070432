# SPDX-License-Identifier: EUPL-1.2
# The third-party libraries, by the names Debian 12 gives them. Which module may use which is said
# in src/CMakeLists.txt: a library belongs to one module.
find_package(GEOS CONFIG REQUIRED)
find_package(GDAL CONFIG REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(Eigen3 3.4 CONFIG REQUIRED)
pkg_check_modules(zstd REQUIRED IMPORTED_TARGET libzstd)
pkg_check_modules(libarchive REQUIRED libarchive)
pkg_check_modules(xlsxwriter REQUIRED xlsxwriter)
pkg_check_modules(zlib REQUIRED IMPORTED_TARGET zlib)
pkg_check_modules(brotli REQUIRED IMPORTED_TARGET libbrotlienc libbrotlidec)

# wijkbeeld_late(NAME file): a library whose headers are read but that is loaded with the first call
# (src/base/late_library.hpp, docs/adr/0008): GDAL and its 112 libraries alone take 30 ms to load,
# and most commands call none of these. What the loader looks for is what the library calls itself.
function(wijkbeeld_late name file)
  get_filename_component(real "${file}" REALPATH)
  execute_process(COMMAND "${CMAKE_OBJDUMP}" -p "${real}" OUTPUT_VARIABLE parts)
  if(NOT parts MATCHES "SONAME +([^ \n]+)")
    message(FATAL_ERROR "'${file}' is no shared library with a name of its own")
  endif()
  string(TOLOWER ${name} lower)
  add_library(wijkbeeld_late_${lower} INTERFACE)
  target_include_directories(wijkbeeld_late_${lower} SYSTEM INTERFACE ${ARGN})
  target_compile_definitions(wijkbeeld_late_${lower} INTERFACE
                             WIJKBEELD_${name}_LIBRARY="${CMAKE_MATCH_1}")
  target_link_libraries(wijkbeeld_late_${lower} INTERFACE ${CMAKE_DL_LIBS})
endfunction()

get_target_property(gdal_file GDAL::GDAL LOCATION)
get_target_property(geos_file GEOS::geos_c LOCATION)
wijkbeeld_late(GDAL "${gdal_file}" $<TARGET_PROPERTY:GDAL::GDAL,INTERFACE_INCLUDE_DIRECTORIES>)
wijkbeeld_late(GEOS "${geos_file}" $<TARGET_PROPERTY:GEOS::geos_c,INTERFACE_INCLUDE_DIRECTORIES>)
find_library(archive_file archive REQUIRED)
find_library(xlsxwriter_file xlsxwriter REQUIRED)
wijkbeeld_late(ARCHIVE "${archive_file}" ${libarchive_INCLUDE_DIRS})
wijkbeeld_late(XLSXWRITER "${xlsxwriter_file}" ${xlsxwriter_INCLUDE_DIRS})
