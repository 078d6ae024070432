// SPDX-License-Identifier: EUPL-1.2
#include "geo/detail/interior.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "geo/detail/crossing.hpp"
#include "geo/measure.hpp"

namespace wijkbeeld::geo::detail {
namespace {

constexpr double kEdgesPerBand = 8;

std::vector<Bounds> bounds_of(std::span<const Polygon> polygons) {
  std::vector<Bounds> boxes;
  boxes.reserve(polygons.size());
  for (const Polygon& polygon : polygons)
    boxes.push_back(bounds(polygon));
  return boxes;
}

// Calls visit(low end, high end) for each edge that is not level.
template <class Visit>
void each_edge(const Polygon& polygon, Visit visit) {
  const auto of_ring = [&](const Ring& ring) {
    for (std::size_t i = 1; i < ring.size(); ++i) {
      const Point a = ring[i - 1];
      const Point b = ring[i];
      if (a.y < b.y) visit(a, b);
      if (a.y > b.y) visit(b, a);
    }
  };
  of_ring(polygon.outer);
  for (const Ring& hole : polygon.holes)
    of_ring(hole);
}

}  // namespace

Interior::Interior(std::span<const Polygon> polygons) : index_(bounds_of(polygons)) {
  for (const Polygon& polygon : polygons)
    add(polygon, bounds(polygon));
}

std::uint32_t Interior::band_of(const Bands& bands, double y) {
  const double band = std::floor((y - bands.y_min) * bands.per_metre);
  return static_cast<std::uint32_t>(std::clamp(band, 0.0, static_cast<double>(bands.count - 1)));
}

void Interior::add(const Polygon& polygon, const Bounds& box) {
  std::size_t edges = 0;
  each_edge(polygon, [&](Point, Point) { ++edges; });
  Bands bands;
  bands.y_min = box.y_min;
  bands.count =
      static_cast<std::uint32_t>(std::max(1.0, static_cast<double>(edges) / kEdgesPerBand));
  bands.per_metre = box.height() > 0 ? bands.count / box.height() : 0;
  bands.first = starts_.size();
  std::vector<std::size_t> next(bands.count + 1, 0);
  const auto each_band = [&](auto visit) {
    each_edge(polygon, [&](Point low, Point high) {
      for (std::uint32_t b = band_of(bands, low.y); b <= band_of(bands, high.y); ++b)
        visit(b, Edge{low, high});
    });
  };
  each_band([&](std::uint32_t band, const Edge&) { ++next[band + 1]; });
  std::partial_sum(next.begin(), next.end(), next.begin());
  const std::size_t base = edges_.size();
  for (const std::size_t n : next)
    starts_.push_back(base + n);
  edges_.resize(base + next.back());
  each_band([&](std::uint32_t band, const Edge& edge) { edges_[base + next[band]++] = edge; });
  polygons_.push_back(bands);
}

bool Interior::is_inside(const Bands& bands, Point p) const {
  const std::size_t band = bands.first + band_of(bands, p.y);
  bool is_odd = false;
  for (std::size_t i = starts_[band]; i < starts_[band + 1]; ++i)
    is_odd ^= crosses(edges_[i].low, edges_[i].high, p);
  return is_odd;
}

bool Interior::contains(Point p) const {
  const std::vector<std::size_t> near = index_.query(p);
  return std::any_of(near.begin(), near.end(),
                     [&](std::size_t i) { return is_inside(polygons_[i], p); });
}

}  // namespace wijkbeeld::geo::detail
