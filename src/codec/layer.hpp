// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "base/catalogue.hpp"
#include "base/issue.hpp"
#include "geo/shape.hpp"
#include "table/rows.hpp"
#include "table/table.hpp"

namespace wijkbeeld::codec {

/// A shape of a layer: nothing, a point, a line, or surfaces.
using Shape = std::variant<std::monostate, geo::Point, geo::Line, geo::MultiPolygon>;

/// One layer of a geographic file: attributes as text rows, and a shape for each row.
struct Layer {
  std::string name;
  table::Rows rows;
  std::vector<Shape> shapes;
};

/// Names of the layers in a file, in file order. Throws Failure when GDAL cannot open it.
std::vector<std::string> layer_names(const std::filesystem::path& path);

/// Reads a layer through GDAL: GeoPackage, GeoJSON, Shapefile, FlatGeobuf ... Every GDAL error of
/// class failure or worse is a Failure, and its warnings go to the ledger ("gdal-warning"): none
/// is lost. Shapes come in RD New (EPSG:28992): a layer that declares another system is
/// transformed where PROJ can (noted, "reprojected"), refused where it declares none and its
/// coordinates lie outside the RD range. Empty shapes become std::monostate ("empty-shape"),
/// invalid ones are kept as they are and noted with the reason GEOS gives ("invalid-shape").
Layer read_layer(const std::filesystem::path& path, const std::string& layer, base::Ledger& ledger);

/// A layer to write: a row of the table and a shape for each.
struct LayerOut {
  table::Table table;
  std::vector<Shape> shapes;
  std::string title;        ///< shown to people (GeoPackage identifier)
  std::string description;  ///< source, edition, what it may be used for
};

/// Writes a GeoPackage 1.3 (OGC 12-128r17) whole or not at all, in EPSG:28992, with column aliases
/// in the language (gpkg_schema extension), a spatial index per layer, and no time stamps: the
/// same layers give the same bytes.
void write_geopackage(const std::filesystem::path& path, const std::vector<LayerOut>& layers,
                      base::Language language, const base::Catalogue& catalogue);

/// The same, into a file the caller makes whole (see base::WholeFile): for a project file that
/// gets more tables afterwards.
void write_geopackage_into(const std::filesystem::path& partial_path,
                           const std::vector<LayerOut>& layers, base::Language language,
                           const base::Catalogue& catalogue);

}  // namespace wijkbeeld::codec
