// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "geo/detail/buckets.hpp"
#include "geo/shape.hpp"

namespace wijkbeeld::geo::detail {

/// A straight stretch from a to b.
struct Segment {
  Point a;
  Point b;
};

double length(const Segment& s);
/// Squared metres from p to the nearest point of the segment.
double squared_distance(Point p, const Segment& s);

/// The part of a segment that lies in the disc of `radius` round `centre`, as shares of the way
/// from a to b; `from` >= `to` when there is none. An end counts as inside by its own distance
/// only, so segments that share an end agree about it.
struct Inside {
  double from = 0;
  double to = 0;
  bool enters = false;  ///< comes in over the circle at `from`
  bool leaves = false;  ///< goes out over the circle at `to`
};
Inside inside_of(const Segment& s, Point centre, double radius);

/// Segments cut into pieces no longer than a square is wide, each in the square of its middle, so
/// that a piece is found there and nowhere else.
class Pieces {
 public:
  Pieces() = default;
  explicit Pieces(std::span<const Segment> segments);

  [[nodiscard]] const Buckets& squares() const { return squares_; }
  [[nodiscard]] std::span<const Segment> in(Buckets::Run run) const {
    return std::span(pieces_).subspan(run.begin, run.end - run.begin);
  }
  /// How far a piece may reach beyond its middle, metres.
  [[nodiscard]] double slack() const { return slack_; }
  [[nodiscard]] double nearest(Point p, double reach) const;

 private:
  Buckets squares_;
  std::vector<Segment> pieces_;  // by square
  double slack_ = 0;
};

}  // namespace wijkbeeld::geo::detail
