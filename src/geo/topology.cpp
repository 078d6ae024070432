// SPDX-License-Identifier: EUPL-1.2
#include "geo/topology.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <tuple>
#include <utility>

#include "base/ensure.hpp"
#include "geo/detail/borders.hpp"
#include "geo/detail/faces.hpp"
#include "geo/detail/noding.hpp"
#include "geo/detail/owners.hpp"

namespace wijkbeeld::geo {
namespace {

using detail::Spot;
using detail::SpotRing;

Spot spot(Point p, double grid) {
  base::ensure(std::isfinite(p.x) && std::isfinite(p.y), "coordinates are finite");
  constexpr double kFar = 1 << 27;
  const auto whole = [&](double v) {
    return static_cast<std::int32_t>(std::clamp(std::floor(v / grid + 0.5), -kFar, kFar));
  };
  return {whole(p.x), whole(p.y)};
}

double twice_area(const SpotRing& ring) {
  double sum = 0;
  for (std::size_t i = 2; i < ring.size(); ++i)
    sum += static_cast<double>(detail::turn(ring[0], ring[i - 1], ring[i]));
  return sum;
}

// With the area on its left: an outer ring counter-clockwise, a hole clockwise. Empty when it has
// no surface.
SpotRing spots_of(const Ring& ring, double grid, bool is_hole) {
  SpotRing spots;
  spots.reserve(ring.size());
  for (const Point p : ring)
    if (const Spot s = spot(p, grid); spots.empty() || spots.back() != s) spots.push_back(s);
  while (spots.size() > 1 && spots.front() == spots.back())
    spots.pop_back();
  const double area = spots.size() < 3 ? 0 : twice_area(spots);
  if (area == 0) return {};
  if ((area < 0) != is_hole) std::reverse(spots.begin(), spots.end());
  return spots;
}

// The rings of all areas, and whose each is.
struct AllRings {
  std::vector<std::uint32_t> areas;
  std::vector<SpotRing> rings;
};

AllRings all_rings(std::span<const MultiPolygon> areas, double grid) {
  AllRings all;
  const auto add = [&](const Ring& ring, std::size_t area, bool is_hole) {
    SpotRing spots = spots_of(ring, grid, is_hole);
    if (spots.empty()) return;
    all.areas.push_back(static_cast<std::uint32_t>(area));
    all.rings.push_back(std::move(spots));
  };
  for (std::size_t area = 0; area < areas.size(); ++area)
    for (const Polygon& part : areas[area].parts) {
      add(part.outer, area, false);
      for (const Ring& hole : part.holes)
        add(hole, area, true);
    }
  return all;
}

}  // namespace

Topology topology_of(std::span<const MultiPolygon> areas, double grid_m, base::Workers workers,
                     double seam_m) {
  base::ensure(grid_m > 0, "the grid has a size");
  AllRings all = all_rings(areas, grid_m);
  all.rings = detail::noded(std::move(all.rings), workers);
  std::vector<detail::OwnedRing> owned;
  owned.reserve(all.rings.size());
  for (std::size_t i = 0; i < all.rings.size(); ++i)
    owned.push_back({all.areas[i], std::move(all.rings[i])});
  const detail::Faces faces(owned);
  return detail::borders_of(faces, detail::owners_of(faces, seam_m / grid_m), areas.size(), grid_m);
}

Topology rounded(const Topology& topology, double grid_m, base::Workers workers) {
  return topology_of(shapes_of(topology), grid_m, workers, 0);
}

std::vector<MultiPolygon> shapes_of(const Topology& topology) {
  std::vector<MultiPolygon> shapes;
  shapes.reserve(topology.areas.size());
  for (const std::vector<ArcPolygon>& parts : topology.areas) {
    MultiPolygon& shape = shapes.emplace_back();
    for (const ArcPolygon& part : parts) {
      Polygon& polygon = shape.parts.emplace_back(Polygon{detail::ring_of(topology, part.outer)});
      for (const ArcRing& hole : part.holes)
        polygon.holes.push_back(detail::ring_of(topology, hole));
    }
  }
  return shapes;
}

namespace {

double length(const Line& line) {
  double sum = 0;
  for (std::size_t i = 1; i < line.size(); ++i)
    sum += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
  return sum;
}

// Who lies on the left of each arc, and on the right.
struct Sides {
  std::int64_t left = -1;
  std::int64_t right = -1;
};

std::vector<Sides> sides_of(const Topology& topology) {
  std::vector<Sides> sides(topology.arcs.size());
  for (std::size_t area = 0; area < topology.areas.size(); ++area) {
    const auto take = [&](const ArcRing& ring) {
      for (const auto& [arc, is_backwards] : ring)
        (is_backwards ? sides[arc].right : sides[arc].left) = static_cast<std::int64_t>(area);
    };
    for (const ArcPolygon& part : topology.areas[area]) {
      take(part.outer);
      std::for_each(part.holes.begin(), part.holes.end(), take);
    }
  }
  return sides;
}

}  // namespace

std::vector<SharedBorder> neighbours_of(const Topology& topology) {
  const std::vector<Sides> sides = sides_of(topology);
  std::vector<SharedBorder> all;
  for (std::size_t arc = 0; arc < sides.size(); ++arc) {
    const auto [first, second] = std::minmax(sides[arc].left, sides[arc].right);
    if (first >= 0 && first != second)
      all.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(second),
                     length(topology.arcs[arc])});
  }
  std::stable_sort(all.begin(), all.end(), [](const SharedBorder& a, const SharedBorder& b) {
    return std::tie(a.first, a.second) < std::tie(b.first, b.second);
  });
  std::vector<SharedBorder> joined;
  for (const SharedBorder& one : all)
    if (!joined.empty() && joined.back().first == one.first && joined.back().second == one.second)
      joined.back().length_m += one.length_m;
    else
      joined.push_back(one);
  return joined;
}

}  // namespace wijkbeeld::geo
