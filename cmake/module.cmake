# SPDX-License-Identifier: EUPL-1.2
# wijkbeeld_module(NAME [USES module ...] [LIBRARIES target ...] [EMBEDS file ...])
#
# Declares src/NAME as a static library `wijkbeeld_NAME` from every *.cpp that is not a test, and a
# test program `test_NAME` from its *_test.cpp. USES names the modules it may include; src/FLOORS
# is the law, and a USES that goes upward, or sideways without permission, stops here.
# LIBRARIES are third-party and stay private to the module. EMBEDS become bytes in the program
# (see embed.cmake). A `nl.po` in the folder is the module's Dutch catalogue.

file(STRINGS "${CMAKE_SOURCE_DIR}/src/FLOORS" floor_lines REGEX "^[0-9]")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/src/FLOORS")
foreach(line IN LISTS floor_lines)
  string(REGEX REPLACE "#.*$" "" line "${line}")
  string(REGEX MATCHALL "[^ \t]+" words "${line}")
  list(POP_FRONT words floor module)
  set(FLOOR_${module} ${floor})
  set(SIBLINGS_${module} ${words})
endforeach()

function(wijkbeeld_check_floor name)
  if(NOT DEFINED FLOOR_${name})
    message(FATAL_ERROR "module '${name}' has no line in src/FLOORS; give it a floor first")
  endif()
  foreach(used IN LISTS ARGN)
    if(NOT DEFINED FLOOR_${used})
      message(FATAL_ERROR "module '${name}' uses '${used}', which has no line in src/FLOORS")
    endif()
    if(FLOOR_${used} GREATER FLOOR_${name})
      message(FATAL_ERROR "module '${name}' (floor ${FLOOR_${name}}) uses '${used}' "
        "(floor ${FLOOR_${used}}): nothing includes upward; move the code down or the need up")
    endif()
    if(FLOOR_${used} EQUAL FLOOR_${name} AND NOT used IN_LIST SIBLINGS_${name})
      message(FATAL_ERROR "modules '${name}' and '${used}' are siblings on floor ${FLOOR_${name}}: "
        "they do not include each other unless src/FLOORS says so and why")
    endif()
  endforeach()
endfunction()

function(wijkbeeld_module name)
  cmake_parse_arguments(M "" "" "USES;LIBRARIES;EMBEDS" ${ARGN})
  wijkbeeld_check_floor(${name} ${M_USES})
  set(folder "${CMAKE_SOURCE_DIR}/src/${name}")
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${folder}/*.cpp")
  set(tests ${sources})
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")

  set(library wijkbeeld_${name})
  if(NOT sources)
    file(WRITE "${CMAKE_BINARY_DIR}/empty/${name}.cpp" "")
    set(sources "${CMAKE_BINARY_DIR}/empty/${name}.cpp")
  endif()
  add_library(${library} STATIC ${sources})
  # Most of what the compiler does is reading the same headers again: eight files at a time (the
  # presets turn this on) take a third of the time. Names in unnamed namespaces must therefore
  # differ within a module.
  set_target_properties(${library} PROPERTIES UNITY_BUILD_BATCH_SIZE 8)
  target_include_directories(${library} PUBLIC "${CMAKE_SOURCE_DIR}/src")
  target_link_libraries(${library} PUBLIC fmt::fmt PRIVATE wijkbeeld_flags)
  foreach(used IN LISTS M_USES)
    target_link_libraries(${library} PUBLIC wijkbeeld_${used})
  endforeach()
  target_link_libraries(${library} PRIVATE ${M_LIBRARIES})
  if(M_EMBEDS)
    wijkbeeld_embed(${library} ${name} ${M_EMBEDS})
  endif()

  if(WIJKBEELD_TESTS AND tests)
    add_executable(test_${name} ${tests})
    set_target_properties(test_${name} PROPERTIES UNITY_BUILD OFF)
    target_link_libraries(test_${name} PRIVATE ${library} wijkbeeld_flags ${M_LIBRARIES}
                          wijkbeeld_test_support GTest::gmock GTest::gtest_main)
    target_compile_definitions(test_${name} PRIVATE
      WIJKBEELD_ROOT="${CMAKE_SOURCE_DIR}" WIJKBEELD_BUILD="${CMAKE_BINARY_DIR}")
    gtest_discover_tests(test_${name} TEST_PREFIX "${name}." DISCOVERY_MODE PRE_TEST
                         DISCOVERY_TIMEOUT 60 PROPERTIES LABELS unit TIMEOUT 300)
  endif()
endfunction()
