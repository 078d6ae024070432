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

/// Names of the layers in a file, in file order; what QGIS keeps its styles in is none. Throws
/// Failure when GDAL cannot open it.
std::vector<std::string> layer_names(const std::filesystem::path& path);

/// Reads a layer through GDAL: GeoPackage, GeoJSON, shapefile, FlatGeobuf, file geodatabase. Every
/// GDAL error of class failure or worse is a Failure, and its warnings go to the ledger
/// ("gdal-warning"): none is lost. Fewer features than the file promises is a Failure. Rows are
/// numbered from 1 in file order; numbers are written so that they read back exactly.
///
/// Shapes come in RD New (EPSG:28992). A layer that declares another system is transformed
/// ("reprojected"). One that declares none, or degrees that are none, is read as RD New when all
/// its coordinates fit ("assumed-rd") and refused otherwise; so is one that lies nowhere near the
/// Netherlands. Points outside the range of RD New are counted ("outside-rd").
///
/// Empty shapes become std::monostate ("empty-shape"), and so does what a Shape cannot hold, such
/// as several lines or a coordinate that is no number ("unsupported-shape"). Arcs become short
/// lines, heights are left out, open rings are closed ("open-ring"). Invalid surfaces are kept as
/// they are and noted with what is wrong and where ("invalid-shape").
Layer read_layer(const std::filesystem::path& path, const std::string& name, base::Ledger& ledger);

/// A layer to write: a row of the table and a shape for each. Without any shapes at all it becomes
/// a plain table (GeoPackage "attributes").
struct LayerOut {
  table::Table table;
  std::vector<Shape> shapes;
  std::string title;        ///< shown to people (GeoPackage identifier)
  std::string description;  ///< source, edition, what it may be used for
};

/// Writes a GeoPackage 1.3 (OGC 12-128r17) whole or not at all, in EPSG:28992, with the titles of
/// the columns in the language (gpkg_schema extension), a spatial index per layer, absent values as
/// NULL, and no time stamps: the same layers give the same bytes. Columns keep their names; the
/// identity column is "fid" and the shape "geom", with underscores behind them where a column has
/// that name.
void write_geopackage(const std::filesystem::path& path, const std::vector<LayerOut>& layers,
                      base::Language language, const base::Catalogue& catalogue);

/// The same, into a new file the caller makes whole (see base::WholeFile): for a project file that
/// gets more tables afterwards. GDAL and QGIS list such tables as layers unless at least one of
/// `layers` is a plain table.
void write_geopackage_into(const std::filesystem::path& partial_path,
                           const std::vector<LayerOut>& layers, base::Language language,
                           const base::Catalogue& catalogue);

}  // namespace wijkbeeld::codec
