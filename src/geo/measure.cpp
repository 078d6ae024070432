// SPDX-License-Identifier: EUPL-1.2
#include "geo/measure.hpp"

#include <cmath>

namespace wijkbeeld::geo {
namespace {

// Twice the area of a ring and its first moments, about `origin`.
struct Moments {
  double twice_area = 0;
  double x = 0;
  double y = 0;
};

Moments moments(const Ring& ring, Point origin) {
  Moments sum;
  if (ring.size() < 4) return sum;
  for (std::size_t i = 1; i < ring.size(); ++i) {
    const double ax = ring[i - 1].x - origin.x;
    const double ay = ring[i - 1].y - origin.y;
    const double bx = ring[i].x - origin.x;
    const double by = ring[i].y - origin.y;
    const double cross = ax * by - bx * ay;
    sum.twice_area += cross;
    sum.x += (ax + bx) * cross;
    sum.y += (ay + by) * cross;
  }
  return sum;
}

// Adds the ring as surface (weight 1) or hole (weight -1), whichever way it runs.
void add(Moments& sum, const Ring& ring, Point origin, double weight) {
  const Moments one = moments(ring, origin);
  const double sign = one.twice_area < 0 ? -weight : weight;
  sum.twice_area += sign * one.twice_area;
  sum.x += sign * one.x;
  sum.y += sign * one.y;
}

}  // namespace

double signed_area(const Ring& ring) {
  return ring.empty() ? 0 : moments(ring, ring.front()).twice_area / 2;
}

double area(const Polygon& polygon) {
  double sum = std::abs(signed_area(polygon.outer));
  for (const Ring& hole : polygon.holes)
    sum -= std::abs(signed_area(hole));
  return sum;
}

double area(const MultiPolygon& shape) {
  double sum = 0;
  for (const Polygon& part : shape.parts)
    sum += area(part);
  return sum;
}

Bounds bounds(const Ring& ring) {
  Bounds box;
  for (const Point p : ring)
    box.add(p);
  return box;
}

Bounds bounds(const Polygon& polygon) {
  return bounds(polygon.outer);
}

Bounds bounds(const MultiPolygon& shape) {
  Bounds box;
  for (const Polygon& part : shape.parts)
    box.add(bounds(part));
  return box;
}

std::optional<Point> centroid(const MultiPolygon& shape) {
  const Bounds box = bounds(shape);
  const Point origin{box.x_min, box.y_min};
  Moments sum;
  for (const Polygon& part : shape.parts) {
    add(sum, part.outer, origin, 1);
    for (const Ring& hole : part.holes)
      add(sum, hole, origin, -1);
  }
  if (!(sum.twice_area > 0)) return std::nullopt;
  const double six_areas = 3 * sum.twice_area;
  return Point{origin.x + sum.x / six_areas, origin.y + sum.y / six_areas};
}

}  // namespace wijkbeeld::geo
