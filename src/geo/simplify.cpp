// SPDX-License-Identifier: EUPL-1.2
#include "geo/simplify.hpp"

#include <cmath>
#include <utility>

#include "geo/detail/arcs.hpp"
#include "geo/detail/thinning.hpp"
#include "geo/measure.hpp"

namespace wijkbeeld::geo {
namespace {

// Gives back the rings in the order in which the linework took them in, less what is too small.
class Assembly {
 public:
  Assembly(const detail::Linework& linework, double smallest_m2)
      : linework_(linework), smallest_(smallest_m2) {}

  MultiPolygon next(const MultiPolygon& source) {
    MultiPolygon out;
    const std::size_t largest = largest_part(source);
    for (std::size_t i = 0; i < source.parts.size(); ++i) {
      const Polygon& part = source.parts[i];
      Polygon made{next(part.outer, i != largest)};
      for (const Ring& hole : part.holes)
        if (Ring ring = next(hole, true); !ring.empty()) made.holes.push_back(std::move(ring));
      if (!made.outer.empty()) out.parts.push_back(std::move(made));
    }
    return out;
  }

 private:
  static std::size_t largest_part(const MultiPolygon& shape) {
    std::size_t largest = 0;
    for (std::size_t i = 1; i < shape.parts.size(); ++i)
      if (area(shape.parts[i]) > area(shape.parts[largest])) largest = i;
    return largest;
  }

  Ring next(const Ring& source, bool may_go) {
    const detail::LineworkRing& ring = linework_.rings[at_++];
    const bool is_small = std::abs(signed_area(source)) < smallest_;
    return may_go && is_small && is_alone(ring) ? Ring{} : detail::ring_of(linework_, ring);
  }

  // No other ring touches it.
  [[nodiscard]] bool is_alone(const detail::LineworkRing& ring) const {
    if (ring.steps.size() != 1) return false;
    const detail::Arc& arc = linework_.arcs[ring.steps.front().arc];
    return arc.is_ring && arc.users == 1;
  }

  const detail::Linework& linework_;
  double smallest_;
  std::size_t at_ = 0;
};

}  // namespace

MultiPolygon simplified(const MultiPolygon& shape, double tolerance_m) {
  return simplified_together({&shape, 1}, tolerance_m).front();
}

std::vector<MultiPolygon> simplified_together(std::span<const MultiPolygon> areas,
                                              double tolerance_m) {
  detail::Linework linework = detail::linework_of(areas);
  detail::thin_out(linework, tolerance_m * tolerance_m / 2);
  Assembly assembly(linework, tolerance_m * tolerance_m);
  std::vector<MultiPolygon> out;
  for (const MultiPolygon& area : areas)
    out.push_back(assembly.next(area));
  return out;
}

}  // namespace wijkbeeld::geo
