// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace wijkbeeld::codec::detail {

/// A name between double quotes, as SQL wants it.
std::string sql_name(std::string_view name);

/// The statements that make an empty GeoPackage 1.3 with EPSG:28992 in its list of coordinate
/// systems and the schema extension (OGC 12-128r17, annexes C and F.9).
std::string_view gpkg_base_tables();

/// The triggers that keep the spatial index of a layer right when others edit it (OGC 12-128r17,
/// annex F.3). They call functions that GDAL and QGIS have and plain SQLite has not.
std::string gpkg_index_triggers(std::string_view table, std::string_view geometry,
                                std::string_view id);

}  // namespace wijkbeeld::codec::detail
