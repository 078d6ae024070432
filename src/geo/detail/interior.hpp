// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "geo/index.hpp"
#include "geo/shape.hpp"

namespace wijkbeeld::geo::detail {

/// Answers for many points whether they lie in one of many polygons, by the rule of geo::contains.
/// Each polygon keeps its edges in bands of y, so that a large one is not walked round each time.
class Interior {
 public:
  explicit Interior(std::span<const Polygon> polygons);
  [[nodiscard]] bool contains(Point p) const;

 private:
  struct Edge {
    Point low;
    Point high;
  };
  struct Bands {
    double y_min = 0;
    double per_metre = 0;  ///< bands per metre
    std::uint32_t count = 1;
    std::size_t first = 0;  ///< of its bands in starts_
  };

  void add(const Polygon& polygon, const Bounds& box);
  [[nodiscard]] bool is_inside(const Bands& bands, Point p) const;
  static std::uint32_t band_of(const Bands& bands, double y);

  Index index_;
  std::vector<Bands> polygons_;
  std::vector<std::size_t> starts_;  // per band, and one more per polygon
  std::vector<Edge> edges_;          // by polygon and band; an edge stands in each band it crosses
};

}  // namespace wijkbeeld::geo::detail
