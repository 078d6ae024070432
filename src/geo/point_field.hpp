// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/parallel.hpp"
#include "geo/detail/buckets.hpp"
#include "geo/shape.hpp"

namespace wijkbeeld::geo {

/// Points to be measured from elsewhere: how far the nearest is, how many are near. Sorted into
/// squares once; some 20 bytes per point. May be asked by several threads at once.
///
/// Points and places asked about are in metres (RD New) and finite; anything else is a bug. Two
/// points on the same spot are two. Distances are straight lines in the plane: RD New stretches
/// them by at most about 0.02 %.
class PointField {
 public:
  /// `weights`: one per point, finite; empty means 1 each.
  explicit PointField(std::span<const Point> points, std::span<const double> weights = {});

  [[nodiscard]] std::size_t size() const { return points_.size(); }

  /// Metres from p to the nearest point, at most `reach`: min(reach, distance). So `reach` is the
  /// answer both when the nearest point lies exactly that far and when none is nearer, also when
  /// there are no points at all. 0 on a point. `reach` is finite and not below zero.
  [[nodiscard]] double nearest(Point p, double reach) const;

  /// The number of points at most `radius` metres from p: a point on the circle counts. 0 for a
  /// radius below zero.
  [[nodiscard]] std::size_t count(Point p, double radius) const;

  /// The sum of the weights of the points that `count` counts.
  [[nodiscard]] double weighted_sum(Point p, double radius) const;

 private:
  detail::Buckets buckets_;
  std::vector<Point> points_;    // by square
  std::vector<double> weights_;  // same order; empty when all are 1
};

/// The same for many places, in their order; the answers do not depend on the number of workers.
std::vector<double> nearest_distances(std::span<const Point> at, const PointField& field,
                                      double reach, base::Workers workers);
std::vector<std::uint32_t> counts_within(std::span<const Point> at, const PointField& field,
                                         double radius, base::Workers workers);
std::vector<double> sums_within(std::span<const Point> at, const PointField& field, double radius,
                                base::Workers workers);

}  // namespace wijkbeeld::geo
