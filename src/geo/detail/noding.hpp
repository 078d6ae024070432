// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <compare>
#include <cstdint>
#include <vector>

#include "base/parallel.hpp"

namespace wijkbeeld::geo::detail {

/// A place on a grid of whole numbers, at most 2^27 from the origin: then all products fit.
struct Spot {
  std::int32_t x = 0;
  std::int32_t y = 0;
  auto operator<=>(const Spot&) const = default;
};

/// Twice the area of a triangle, above zero when it turns left.
inline std::int64_t turn(Spot a, Spot b, Spot c) {
  const std::int64_t ux = std::int64_t{b.x} - a.x;
  const std::int64_t uy = std::int64_t{b.y} - a.y;
  const std::int64_t vx = std::int64_t{c.x} - a.x;
  const std::int64_t vy = std::int64_t{c.y} - a.y;
  return ux * vy - uy * vx;
}

/// A closed line; its end is not repeated. No two consecutive spots are equal.
using SpotRing = std::vector<Spot>;

/// The rings again, with a spot added wherever one crosses, touches or passes within half a unit of
/// a spot of another: lines of the result meet in spots of both, and nowhere else. Lines move by
/// half a unit at most in each round; rounds end when nothing crosses any more.
std::vector<SpotRing> noded(std::vector<SpotRing> rings, base::Workers workers);

}  // namespace wijkbeeld::geo::detail
