// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <vector>

#include "base/parallel.hpp"
#include "geo/detail/pieces.hpp"
#include "geo/shape.hpp"

namespace wijkbeeld::geo {

/// Lines to be measured from elsewhere: how far the nearest is, how much line is near. Cut into
/// pieces and sorted into squares once. May be asked by several threads at once.
///
/// Lines and places asked about are in metres (RD New) and finite; anything else is a bug. A line
/// of one point has a distance and no length; one without points is not there. A line that is given
/// twice, or two that run over each other, count twice in a length.
class LineField {
 public:
  explicit LineField(std::span<const Line> lines);

  /// Metres from p to the nearest point of any line, at most `reach`: min(reach, distance), so
  /// `reach` when no line is nearer or there is none. `reach` is finite and not below zero.
  [[nodiscard]] double nearest(Point p, double reach) const;

  /// Metres of line in the disc of `radius` metres round p, exact: every line is cut where it
  /// crosses the circle. Divide by the surface of the disc for a density (1 m/ha = 0.1 km/km2).
  /// 0 for a radius of zero or below.
  [[nodiscard]] double length_within(Point p, double radius) const;

 private:
  detail::Pieces pieces_;
  std::vector<double> lengths_;  // per square
};

/// The same for many places, in their order; the answers do not depend on the number of workers.
std::vector<double> nearest_distances(std::span<const Point> at, const LineField& field,
                                      double reach, base::Workers workers);
std::vector<double> lengths_within(std::span<const Point> at, const LineField& field, double radius,
                                   base::Workers workers);

}  // namespace wijkbeeld::geo
