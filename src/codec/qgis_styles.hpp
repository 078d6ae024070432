// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string_view>

namespace wijkbeeld::codec {

/// Where QGIS keeps styles in a GeoPackage. It is a table among the layers, and none of them.
inline constexpr std::string_view kQgisStyles = "layer_styles";

/// Gives every layer of a GeoPackage the titles of its columns as aliases, in a default style that
/// QGIS takes on when the layer is opened. The titles are those of the schema extension, which QGIS
/// reads by itself only from GDAL 3.7 on; Debian 12 has 3.6. For a file its caller makes whole (see
/// base::WholeFile). The same file gives the same bytes.
void add_qgis_styles(const std::filesystem::path& partial_path);

}  // namespace wijkbeeld::codec
