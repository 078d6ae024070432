// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/shape.hpp"

namespace wijkbeeld::geo::detail {

/// True when the edge crosses the line from p to the east. The lower end counts and the upper does
/// not; both neighbours of an edge see the same arithmetic, as it always starts at the lower end.
inline bool crosses(Point a, Point b, Point p) {
  if ((a.y > p.y) == (b.y > p.y)) return false;
  const Point low = a.y < b.y ? a : b;
  const Point high = a.y < b.y ? b : a;
  return (p.x - low.x) * (high.y - low.y) < (p.y - low.y) * (high.x - low.x);
}

}  // namespace wijkbeeld::geo::detail
