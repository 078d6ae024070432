// SPDX-License-Identifier: EUPL-1.2
#include "codec/geojson.hpp"

#include <ogr_srs_api.h>

#include <cmath>
#include <memory>

#include "base/ensure.hpp"
#include "base/failure.hpp"
#include "base/number.hpp"
#include "codec/detail/each_point.hpp"
#include "codec/detail/gdal.hpp"
#include "codec/json.hpp"
#include "geo/measure.hpp"

namespace wijkbeeld::codec {
using base::say;

namespace {

constexpr const char* kRdToDegrees =
    "+proj=pipeline "
    "+step +inv +proj=sterea +lat_0=52.1561605555556 +lon_0=5.38763888888889 +k=0.9999079 "
    "+x_0=155000 +y_0=463000 +ellps=bessel "
    "+step +proj=push +v_3 "
    "+step +proj=cart +ellps=bessel "
    "+step +proj=helmert +x=565.4171 +y=50.3319 +z=465.5524 +rx=-0.398957388243134 "
    "+ry=0.343987817378283 +rz=-1.87740163998045 +s=4.0725 +convention=position_vector "
    "+step +inv +proj=cart +ellps=WGS84 "
    "+step +proj=pop +v_3 "
    "+step +proj=unitconvert +xy_in=rad +xy_out=deg";

using Reference = std::unique_ptr<void, decltype(&OSRDestroySpatialReference)>;
using Options = std::unique_ptr<OGRCoordinateTransformationOptions,
                                decltype(&OCTDestroyCoordinateTransformationOptions)>;
using Transformation = std::unique_ptr<void, decltype(&OCTDestroyCoordinateTransformation)>;

Reference reference(int code) {
  Reference made(OSRNewSpatialReference(nullptr), &OSRDestroySpatialReference);
  base::ensure(OSRImportFromEPSG(made.get(), code) == OGRERR_NONE, "PROJ knows the code");
  // The transformation is written out, axes and all: GDAL must not swap what comes out of it.
  OSRSetAxisMappingStrategy(made.get(), OAMS_AUTHORITY_COMPLIANT);
  return made;
}

std::vector<Shape> in_degrees(std::vector<Shape> shapes) {
  detail::prepare_gdal();
  const detail::GdalEar ear;  // what it says of a single point is told by us
  const Reference rd = reference(28992);
  const Reference degrees = reference(4326);
  const Options options(OCTNewCoordinateTransformationOptions(),
                        &OCTDestroyCoordinateTransformationOptions);
  OCTCoordinateTransformationOptionsSetOperation(options.get(), kRdToDegrees, 0);
  const Transformation change(
      OCTNewCoordinateTransformationEx(rd.get(), degrees.get(), options.get()),
      &OCTDestroyCoordinateTransformation);
  base::ensure(change != nullptr, "PROJ understands the transformation");
  detail::for_each_point(shapes, [&](geo::Point& p) {
    const geo::Point before = p;
    const bool is_number = std::isfinite(p.x) && std::isfinite(p.y);
    if (is_number && OCTTransform(change.get(), 1, &p.x, &p.y, nullptr) != 0 &&
        std::isfinite(p.x) && std::isfinite(p.y))
      return;
    throw base::Failure(say("a point has no longitude and latitude"))
        .because(
            say("its coordinates are x {}, y {}", base::to_text(before.x), base::to_text(before.y)))
        .help(say("choose a format that keeps RD New, such as GeoPackage"));
  });
  return shapes;
}

std::string position(geo::Point p) {
  return fmt::format("[{:.6f},{:.6f}]", p.x, p.y);
}

std::string positions(const std::vector<geo::Point>& points, bool is_reversed = false) {
  std::string text;
  for (std::size_t i = 0; i < points.size(); ++i)
    text += (i > 0 ? "," : "") + position(points[is_reversed ? points.size() - 1 - i : i]);
  return "[" + text + "]";
}

std::string surface(const geo::Polygon& part) {
  std::string text = positions(part.outer, geo::signed_area(part.outer) < 0);
  for (const geo::Ring& hole : part.holes)
    text += "," + positions(hole, geo::signed_area(hole) > 0);
  return "[" + text + "]";
}

std::string geometry(const Shape& shape) {
  if (const auto* point = std::get_if<geo::Point>(&shape))
    return R"({"type":"Point","coordinates":)" + position(*point) + "}";
  if (const auto* line = std::get_if<geo::Line>(&shape))
    return R"({"type":"LineString","coordinates":)" + positions(*line) + "}";
  if (const auto* many = std::get_if<geo::MultiPolygon>(&shape)) {
    std::string parts;
    for (const geo::Polygon& part : many->parts)
      parts += (parts.empty() ? "" : ",") + surface(part);
    return R"({"type":"MultiPolygon","coordinates":[)" + parts + "]}";
  }
  return "null";
}

// A text between quotes, by the one writer of JSON there is.
std::string json_text(std::string_view text) {
  std::string line = JsonWriter().text(text).take();
  line.pop_back();  // its line end
  return line;
}

std::string cell(const table::Column& column, std::size_t row) {
  if (column.absences[row] != table::Absence::none) return "null";
  if (const auto* texts = std::get_if<table::Texts>(&column.values))
    return json_text((*texts)[row]);
  if (const auto* whole = std::get_if<table::Integers>(&column.values))
    return fmt::format("{}", (*whole)[row]);
  return base::to_text(std::get<table::Reals>(column.values)[row]);
}

std::string feature(const table::Table& table, std::size_t row, const Shape& shape) {
  std::string properties;
  for (const table::Column& column : table.columns)
    properties +=
        (properties.empty() ? "" : ",") + json_text(column.heading.name) + ":" + cell(column, row);
  return R"({"type":"Feature","properties":{)" + properties + R"(},"geometry":)" + geometry(shape) +
         "}";
}

}  // namespace

std::string to_geojson(const LayerOut& layer) {
  std::vector<Shape> shapes = in_degrees(layer.shapes);
  shapes.resize(layer.table.rows());
  std::string features;
  for (std::size_t row = 0; row < shapes.size(); ++row)
    features += (row > 0 ? ",\n" : "") + feature(layer.table, row, shapes[row]);
  return R"({"type":"FeatureCollection","name":)" + json_text(layer.table.name) +
         ",\"features\":[\n" + features + "\n]}\n";
}

}  // namespace wijkbeeld::codec
