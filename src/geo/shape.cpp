// SPDX-License-Identifier: EUPL-1.2
#include "geo/shape.hpp"

#include <algorithm>

namespace wijkbeeld::geo {

void Bounds::add(Point p) {
  if (is_empty()) {
    *this = {p.x, p.y, p.x, p.y};
    return;
  }
  x_min = std::min(x_min, p.x);
  y_min = std::min(y_min, p.y);
  x_max = std::max(x_max, p.x);
  y_max = std::max(y_max, p.y);
}

void Bounds::add(const Bounds& other) {
  if (other.is_empty()) return;
  add(Point{other.x_min, other.y_min});
  add(Point{other.x_max, other.y_max});
}

bool Bounds::meets(const Bounds& other) const {
  return !is_empty() && !other.is_empty() && x_min <= other.x_max && other.x_min <= x_max &&
         y_min <= other.y_max && other.y_min <= y_max;
}

}  // namespace wijkbeeld::geo
