# SPDX-License-Identifier: EUPL-1.2
# One set of flags for all our code. Third-party headers come in as SYSTEM and are not judged.
add_library(wijkbeeld_flags INTERFACE)
target_compile_options(wijkbeeld_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
  -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align -Wunused -Wnull-dereference
  -Wdouble-promotion -Wimplicit-fallthrough
  # The same source must give the same bytes on every machine: no fused multiply-add.
  -ffp-contract=off)
option(WIJKBEELD_WERROR "warnings are errors" ON)
if(WIJKBEELD_WERROR)
  target_compile_options(wijkbeeld_flags INTERFACE -Werror)
endif()
set(WIJKBEELD_SANITIZE "" CACHE STRING "sanitizers to build with, such as address,undefined")
if(WIJKBEELD_SANITIZE)
  add_compile_options(-fsanitize=${WIJKBEELD_SANITIZE} -fno-omit-frame-pointer
                      -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${WIJKBEELD_SANITIZE})
endif()
if(WIJKBEELD_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
option(WIJKBEELD_COVERAGE "count which lines run" OFF)
if(WIJKBEELD_COVERAGE)
  add_compile_options(--coverage -fprofile-update=atomic)
  add_link_options(--coverage)
endif()
find_program(WIJKBEELD_MOLD mold)
if(WIJKBEELD_MOLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  add_link_options(-fuse-ld=mold)
endif()
