// SPDX-License-Identifier: EUPL-1.2
#include "codec/layer.hpp"

#include <gdal.h>
#include <ogr_api.h>

#include <memory>
#include <utility>

#include "base/failure.hpp"
#include "base/file.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "codec/detail/gdal.hpp"
#include "codec/detail/ogr_shape.hpp"
#include "codec/detail/to_rd.hpp"
#include "codec/qgis_styles.hpp"
#include "codec/sqlite.hpp"
#include "geo/validity.hpp"

namespace wijkbeeld::codec {
namespace {

namespace fs = std::filesystem;
using base::Failure;
using base::Place;
using base::say;
using base::Severity;

struct CloseDataset {
  void operator()(void* dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<void, CloseDataset>;

Failure cannot_read(const fs::path& path) {
  return Failure(say("cannot read '{}' as a map layer", path.string()))
      .help(say("files of these kinds can be read: GeoPackage, GeoJSON, shapefile, FlatGeobuf, "
                "file geodatabase"));
}

Dataset open(const fs::path& path, const detail::GdalEar& ear) {
  detail::prepare_gdal();
  std::error_code ignored;
  if (!fs::is_directory(path, ignored)) static_cast<void>(base::files_below(path));
  const bool is_geopackage = base::lower(path.extension().string()) == ".gpkg";
  // Our own look says in plain words what is wrong with the file, and that nobody is changing it:
  // GDAL may then read it without making files beside it.
  if (is_geopackage) Database(path, Database::Mode::read);
  const char* const immutable[] = {"IMMUTABLE=YES", nullptr};
  Dataset dataset(GDALOpenEx(path.c_str(),
                             GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR,
                             detail::gdal_formats(), is_geopackage ? immutable : nullptr, nullptr));
  if (!dataset || ear.has_failed()) throw ear.explained(cannot_read(path));
  return dataset;
}

std::vector<std::string> names_of(void* dataset) {
  std::vector<std::string> names;
  for (int i = 0; i < GDALDatasetGetLayerCount(dataset); ++i)
    names.emplace_back(OGR_L_GetName(GDALDatasetGetLayer(dataset, i)));
  std::erase(names, kQgisStyles);
  return names;
}

OGRLayerH find_layer(void* dataset, const std::string& name, const Place& place) {
  if (OGRLayerH layer = GDALDatasetGetLayerByName(dataset, name.c_str())) return layer;
  const std::vector<std::string> names = names_of(dataset);
  Failure failure(say("there is no layer '{}' in '{}'", name, place.file));
  failure.because(say("the layers are: {}", base::join(names, ", ")));
  if (const auto near = base::did_you_mean(name, names))
    failure.help(say("did you mean '{}'?", *near));
  throw failure;
}

std::vector<std::string> header_of(OGRLayerH layer) {
  std::vector<std::string> header;
  OGRFeatureDefnH columns = OGR_L_GetLayerDefn(layer);
  for (int i = 0; i < OGR_FD_GetFieldCount(columns); ++i)
    header.emplace_back(OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(columns, i)));
  return header;
}

// Numbers are written by us: GDAL would keep fifteen digits of them.
std::string cell_of(OGRFeatureH feature, int column) {
  if (OGR_F_IsFieldSetAndNotNull(feature, column) == 0) return {};
  switch (OGR_Fld_GetType(OGR_F_GetFieldDefnRef(feature, column))) {
    case OFTReal:
      return base::to_text(OGR_F_GetFieldAsDouble(feature, column));
    case OFTInteger:
    case OFTInteger64:
      return fmt::format("{}", OGR_F_GetFieldAsInteger64(feature, column));
    default:
      break;
  }
  const std::string_view text = base::trim(OGR_F_GetFieldAsString(feature, column));
  return base::is_utf8(text) ? std::string(text) : base::latin1_to_utf8(text);
}

void add_row(OGRFeatureH feature, int line, table::Rows& rows, std::vector<std::string>& cells) {
  std::vector<std::string_view> views;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    cells[i] = cell_of(feature, static_cast<int>(i));
    views.emplace_back(cells[i]);
  }
  rows.add(line, views);
}

void add_shape(OGRFeatureH feature, const Place& place, Layer& out, base::Ledger& ledger) {
  detail::OgrShape found = detail::to_shape(OGR_F_GetGeometryRef(feature));
  if (found.refused)
    ledger.add({"unsupported-shape", Severity::refused, place, *found.refused});
  else if (std::holds_alternative<std::monostate>(found.shape))
    ledger.add({"empty-shape", Severity::warning, place, say("there is no shape")});
  if (found.is_closed_by_us)
    ledger.add({"open-ring", Severity::warning, place, say("a ring was not closed and is now")});
  out.shapes.push_back(std::move(found.shape));
}

// Every feature there should be, or a failure: a reader that stops halfway is the worst kind.
void read_features(OGRLayerH layer, const detail::GdalEar& ear, Layer& out, base::Ledger& ledger) {
  const GIntBig promised = OGR_L_GetFeatureCount(layer, 0);
  const bool has_shapes = OGR_L_GetGeomType(layer) != wkbNone;
  std::vector<std::string> cells(out.rows.header().size());
  Place place = out.rows.place();
  OGR_L_ResetReading(layer);
  using Feature = std::unique_ptr<void, decltype(&OGR_F_Destroy)>;
  while (const Feature feature{OGR_L_GetNextFeature(layer), &OGR_F_Destroy}) {
    ++place.line;
    add_row(feature.get(), place.line, out.rows, cells);
    if (has_shapes) add_shape(feature.get(), place, out, ledger);
  }
  if (!has_shapes) out.shapes.resize(out.rows.size());
  if (ear.has_failed())
    throw ear.explained(Failure(say("layer '{}' cannot be read", out.name)).at(out.rows.place()));
  if (promised >= 0 && static_cast<std::size_t>(promised) != out.rows.size())
    throw Failure(say("layer '{}' should have {} features, but {} were read", out.name, promised,
                      out.rows.size()))
        .at(out.rows.place())
        .help(say("the file is damaged or of another kind: download or make it again"));
}

void note_invalid(const Layer& layer, base::Ledger& ledger) {
  for (std::size_t i = 0; i < layer.shapes.size(); ++i) {
    const auto* surface = std::get_if<geo::MultiPolygon>(&layer.shapes[i]);
    if (surface == nullptr) continue;
    const auto problem = geo::validity(*surface);
    if (!problem) continue;
    Place place = layer.rows.place();
    place.line = layer.rows.line(i);
    ledger.add({"invalid-shape", Severity::warning, place, problem->sentence});
  }
}

}  // namespace

std::vector<std::string> layer_names(const fs::path& path) {
  const detail::GdalEar ear;
  const Dataset dataset = open(path, ear);
  return names_of(dataset.get());
}

Layer read_layer(const fs::path& path, const std::string& name, base::Ledger& ledger) {
  const detail::GdalEar ear;
  const Dataset dataset = open(path, ear);
  const Place place{path.string(), name};
  OGRLayerH source = find_layer(dataset.get(), name, place);
  Layer layer{name, table::Rows(place, header_of(source)), {}};
  read_features(source, ear, layer, ledger);
  detail::bring_to_rd(layer.shapes, OGR_L_GetSpatialRef(source), place, ledger);
  if (ear.has_failed())
    throw ear.explained(Failure(say("layer '{}' cannot be read", name)).at(place));
  ear.report(ledger, place);
  note_invalid(layer, ledger);
  return layer;
}

}  // namespace wijkbeeld::codec
