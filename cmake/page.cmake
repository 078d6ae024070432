# SPDX-License-Identifier: EUPL-1.2
# wijkbeeld_page(VARIABLE): builds the page of the atlas from web/src into <build>/web and names the
# files it made, to be embedded. It takes esbuild a tenth of a second, so it happens when CMake
# configures, and again whenever a source of the page has changed: names carry a hash, and only then
# are known. Without node or the packages of web/ the list is empty and the program says so.
function(wijkbeeld_page variable)
  set(${variable} "" PARENT_SCOPE)
  set(web "${CMAKE_SOURCE_DIR}/web")
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${web}/src/*")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${sources} "${web}/build.mjs"
               "${web}/node_modules/.made-from-lock")
  find_program(WIJKBEELD_NODE node)
  if(NOT WIJKBEELD_NODE OR NOT EXISTS "${web}/node_modules/esbuild")
    message(WARNING "esbuild is not in web/node_modules (run ./dev setup): the program will have no "
                    "page for 'wijkbeeld serve'")
    return()
  endif()
  set(out "${CMAKE_BINARY_DIR}/web")
  execute_process(COMMAND "${WIJKBEELD_NODE}" build.mjs "${out}" WORKING_DIRECTORY "${web}"
                  OUTPUT_QUIET RESULT_VARIABLE failed)
  if(failed)
    message(FATAL_ERROR "the page of the atlas could not be built; its own words are above")
  endif()
  file(GLOB made "${out}/*")
  list(SORT made)
  set(${variable} "${made}" PARENT_SCOPE)
endfunction()
