// SPDX-License-Identifier: EUPL-1.2
#include "geo/contains.hpp"

#include "geo/detail/crossing.hpp"

namespace wijkbeeld::geo {
namespace {

bool flips(const Ring& ring, Point p) {
  bool is_odd = false;
  for (std::size_t i = 1; i < ring.size(); ++i)
    is_odd ^= detail::crosses(ring[i - 1], ring[i], p);
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
