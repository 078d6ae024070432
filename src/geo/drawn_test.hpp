// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/shape.hpp"

// Shapes drawn by hand, for the tests of this module.
namespace wijkbeeld::geo::drawn {

/// A rectangle, counter-clockwise from its south-west corner.
inline Ring box(double x, double y, double width, double height) {
  return {{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}, {x, y}};
}

inline Ring reversed(const Ring& ring) {
  return {ring.rbegin(), ring.rend()};
}

inline MultiPolygon square(double x, double y, double side) {
  return {{{box(x, y, side, side)}}};
}

/// A square of `side` with a square hole of a third of it in the middle.
inline MultiPolygon frame(double x, double y, double side) {
  return {
      {{box(x, y, side, side), {reversed(box(x + side / 3, y + side / 3, side / 3, side / 3))}}}};
}

/// Two squares of 10 m, 20 m apart.
inline MultiPolygon two_islands() {
  return {{{box(0, 0, 10, 10)}, {box(30, 0, 10, 10)}}};
}

}  // namespace wijkbeeld::geo::drawn
