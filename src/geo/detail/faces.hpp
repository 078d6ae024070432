// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "geo/detail/noding.hpp"

namespace wijkbeeld::geo::detail {

/// Half of an edge: 2e runs along edge e from its smaller spot to its larger, 2e + 1 back.
using Half = std::uint32_t;
inline Half twin(Half h) {
  return h ^ 1U;
}

/// How often the rings of an area run along an edge with the area on the left of half 2e, less how
/// often they run the other way; not zero.
struct Use {
  std::uint32_t area = 0;
  std::int32_t net = 0;
};

/// A ring and whose it is, with the area on its left.
struct OwnedRing {
  std::uint32_t area = 0;
  SpotRing spots;
};

/// The plane as the rings of all areas divide it. An edge where an area only touches itself is not
/// there.
class Faces {
 public:
  /// Rings must be noded.
  explicit Faces(const std::vector<OwnedRing>& rings);

  [[nodiscard]] std::size_t halves() const { return 2 * edges_.size(); }
  [[nodiscard]] Spot origin(Half h) const { return spots_[origins_[h]]; }
  [[nodiscard]] Spot target(Half h) const { return origin(twin(h)); }
  /// The spots as numbers, in order of x, then y.
  [[nodiscard]] std::uint32_t origin_number(Half h) const { return origins_[h]; }
  [[nodiscard]] std::size_t spots() const { return spots_.size(); }
  /// The halves that leave a spot, counter-clockwise.
  [[nodiscard]] std::span<const Half> leaving(std::uint32_t spot) const;
  /// The half that leaves the same spot next, clockwise.
  [[nodiscard]] Half clockwise(Half h) const { return clockwise_[h]; }
  [[nodiscard]] std::span<const Use> uses(Half h) const;

  /// The face on the left of a half. The outside of what hangs together is a face too.
  [[nodiscard]] std::uint32_t face(Half h) const { return faces_[h]; }
  [[nodiscard]] std::size_t size() const { return firsts_.size(); }
  /// Calls visit(half) for the whole rim of a face.
  template <class Visit>
  void visit_rim(std::uint32_t face, Visit visit) const {
    const Half first = firsts_[face];
    visit(first);
    for (Half h = clockwise(twin(first)); h != first; h = clockwise(twin(h)))
      visit(h);
  }
  /// Twice its surface; below zero for an outside.
  [[nodiscard]] double twice_area(std::uint32_t face) const { return twice_areas_[face]; }
  /// The areas that cover it, sorted.
  [[nodiscard]] const std::vector<std::uint32_t>& cover(std::uint32_t face) const {
    return covers_[face];
  }

 private:
  struct Edge {
    Spot a;
    Spot b;
  };

  void take_in(const std::vector<OwnedRing>& rings);
  void sort_leaving();
  void trace();
  void find_covers();

  std::vector<Edge> edges_;
  std::vector<std::uint32_t> use_starts_;
  std::vector<Use> uses_;
  std::vector<Spot> spots_;
  std::vector<std::uint32_t> origins_;         // per half
  std::vector<std::uint32_t> leaving_starts_;  // per spot, and one more
  std::vector<Half> leaving_;
  std::vector<Half> clockwise_;       // per half
  std::vector<std::uint32_t> faces_;  // per half
  std::vector<Half> firsts_;          // per face
  std::vector<double> twice_areas_;
  std::vector<std::vector<std::uint32_t>> covers_;
};

}  // namespace wijkbeeld::geo::detail
