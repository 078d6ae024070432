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
