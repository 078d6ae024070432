// SPDX-License-Identifier: EUPL-1.2
#include "geo/contains.hpp"

namespace wijkbeeld::geo {
namespace {

// True when the edge crosses the line from p to the east. The lower end counts and the upper does
// not; both neighbours of an edge see the same arithmetic, as it always starts at the lower end.
bool crosses(Point a, Point b, Point p) {
  if ((a.y > p.y) == (b.y > p.y)) return false;
  const Point low = a.y < b.y ? a : b;
  const Point high = a.y < b.y ? b : a;
  return (p.x - low.x) * (high.y - low.y) < (p.y - low.y) * (high.x - low.x);
}

bool flips(const Ring& ring, Point p) {
  bool is_odd = false;
  for (std::size_t i = 1; i < ring.size(); ++i)
    is_odd ^= crosses(ring[i - 1], ring[i], p);
  return is_odd;
}

}  // namespace

bool contains(const MultiPolygon& shape, Point p) {
  bool is_inside = false;
  for (const Polygon& part : shape.parts) {
    is_inside ^= flips(part.outer, p);
    for (const Ring& hole : part.holes)
      is_inside ^= flips(hole, p);
  }
  return is_inside;
}

}  // namespace wijkbeeld::geo
