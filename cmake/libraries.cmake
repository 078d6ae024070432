# SPDX-License-Identifier: EUPL-1.2
# The third-party libraries, by the names Debian 12 gives them. Which module may use which is said
# in src/CMakeLists.txt: a library belongs to one module.
find_package(GEOS CONFIG REQUIRED)
find_package(GDAL CONFIG REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(Eigen3 3.4 CONFIG REQUIRED)
pkg_check_modules(zstd REQUIRED IMPORTED_TARGET libzstd)
pkg_check_modules(libarchive REQUIRED IMPORTED_TARGET libarchive)
pkg_check_modules(xlsxwriter REQUIRED IMPORTED_TARGET xlsxwriter)
pkg_check_modules(zlib REQUIRED IMPORTED_TARGET zlib)
pkg_check_modules(brotli REQUIRED IMPORTED_TARGET libbrotlienc libbrotlidec)

# GDAL is not linked but loaded with the first layer (src/codec/detail/gdal_calls.cpp): its 112
# libraries take 30 ms to load, and most commands read no layer.
add_library(wijkbeeld_gdal_headers INTERFACE)
target_include_directories(wijkbeeld_gdal_headers SYSTEM INTERFACE
                           $<TARGET_PROPERTY:GDAL::GDAL,INTERFACE_INCLUDE_DIRECTORIES>)
target_compile_definitions(wijkbeeld_gdal_headers INTERFACE
                           WIJKBEELD_GDAL_LIBRARY="$<TARGET_SONAME_FILE_NAME:GDAL::GDAL>")
target_link_libraries(wijkbeeld_gdal_headers INTERFACE ${CMAKE_DL_LIBS})
