// SPDX-License-Identifier: EUPL-1.2
#include "codec/detail/ogr_shape.hpp"

#include <ogr_api.h>

#include <cmath>
#include <memory>
#include <utility>

#include "codec/detail/each_point.hpp"

namespace wijkbeeld::codec::detail {
namespace {

using base::say;

// All points of a line in one call: the layout of a geo::Point is two doubles.
std::vector<geo::Point> points_of(OGRGeometryH line) {
  std::vector<geo::Point> points(static_cast<std::size_t>(OGR_G_GetPointCount(line)));
  if (!points.empty())
    OGR_G_GetPoints(line, &points.front().x, sizeof(geo::Point), &points.front().y,
                    sizeof(geo::Point), nullptr, 0);
  return points;
}

geo::Ring ring_of(OGRGeometryH ring, OgrShape& out) {
  geo::Ring points = points_of(ring);
  if (!points.empty() && points.front() != points.back()) {
    points.push_back(points.front());
    out.is_closed_by_us = true;
  }
  return points;
}

void add_polygon(OGRGeometryH polygon, geo::MultiPolygon& shape, OgrShape& out) {
  const int rings = OGR_G_GetGeometryCount(polygon);
  if (rings == 0) return;
  geo::Polygon part{ring_of(OGR_G_GetGeometryRef(polygon, 0), out)};
  for (int i = 1; i < rings; ++i)
    part.holes.push_back(ring_of(OGR_G_GetGeometryRef(polygon, i), out));
  if (!part.outer.empty()) shape.parts.push_back(std::move(part));
}

OgrShape surfaces(OGRGeometryH geometry, bool is_single) {
  OgrShape out;
  geo::MultiPolygon shape;
  if (is_single) add_polygon(geometry, shape, out);
  const int parts = is_single ? 0 : OGR_G_GetGeometryCount(geometry);
  for (int i = 0; i < parts; ++i)
    add_polygon(OGR_G_GetGeometryRef(geometry, i), shape, out);
  if (!shape.parts.empty()) out.shape = std::move(shape);
  return out;
}

OgrShape plain_shape(OGRGeometryH geometry) {
  switch (wkbFlatten(OGR_G_GetGeometryType(geometry))) {
    case wkbPoint:
      return {geo::Point{OGR_G_GetX(geometry, 0), OGR_G_GetY(geometry, 0)}};
    case wkbLineString:
      return {points_of(geometry)};
    case wkbPolygon:
      return surfaces(geometry, true);
    case wkbMultiPolygon:
      return surfaces(geometry, false);
    case wkbMultiPoint:
    case wkbMultiLineString:
      if (OGR_G_GetGeometryCount(geometry) == 1)
        return plain_shape(OGR_G_GetGeometryRef(geometry, 0));
      break;
    default:
      break;
  }
  return {{}, say("a shape of kind '{}' cannot be read", OGR_G_GetGeometryName(geometry))};
}

// Nothing can be calculated or drawn with a coordinate that is no number.
OgrShape finite(OgrShape found) {
  bool is_finite = true;
  for_each_point(found.shape, [&](const geo::Point& p) {
    is_finite = is_finite && std::isfinite(p.x) && std::isfinite(p.y);
  });
  if (!is_finite) return {{}, say("a coordinate is not a finite number")};
  return found;
}

}  // namespace

OgrShape to_shape(void* geometry) {
  if (geometry == nullptr || OGR_G_IsEmpty(geometry) != 0) return {};
  if (OGR_G_HasCurveGeometry(geometry, 0) == 0) return finite(plain_shape(geometry));
  const std::unique_ptr<void, decltype(&OGR_G_DestroyGeometry)> lines(
      OGR_G_GetLinearGeometry(geometry, 0, nullptr), &OGR_G_DestroyGeometry);
  return finite(plain_shape(lines.get()));
}

}  // namespace wijkbeeld::codec::detail
