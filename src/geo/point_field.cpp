// SPDX-License-Identifier: EUPL-1.2
#include "geo/point_field.hpp"

#include <algorithm>
#include <cmath>

#include "base/ensure.hpp"
#include "geo/detail/measured.hpp"

namespace wijkbeeld::geo {
namespace {

// Metres: smaller squares would only cost memory, larger ones hold more than a circle asked about.
constexpr double kLeastSide = 20;
constexpr double kMostSide = 2000;

double squared_distance(Point a, Point b) {
  const double dx = a.x - b.x;
  const double dy = a.y - b.y;
  return dx * dx + dy * dy;
}

}  // namespace

PointField::PointField(std::span<const Point> points, std::span<const double> weights)
    : buckets_(points, kLeastSide, kMostSide) {
  base::ensure(weights.empty() || weights.size() == points.size(), "one weight per point");
  points_.reserve(points.size());
  weights_.reserve(weights.size());
  for (const std::uint32_t i : buckets_.take_order()) {
    points_.push_back(points[i]);
    if (weights.empty()) continue;
    base::ensure(std::isfinite(weights[i]), "a weight is a finite number");
    weights_.push_back(weights[i]);
  }
}

double PointField::nearest(Point p, double reach) const {
  base::ensure(std::isfinite(reach) && reach >= 0, "a reach is finite and not below zero");
  double best = reach;
  double best_squared = reach * reach;
  buckets_.visit_rings(p, 0, best, [&](detail::Buckets::Run run) {
    for (std::size_t i = run.begin; i < run.end; ++i) {
      const double squared = squared_distance(p, points_[i]);
      if (squared >= best_squared) continue;
      best_squared = squared;
      best = std::sqrt(squared);
    }
  });
  return best;
}

std::size_t PointField::count(Point p, double radius) const {
  if (!(radius >= 0)) return 0;
  const double limit = radius * radius;
  std::size_t count = 0;
  buckets_.visit_disc(
      p, radius, radius,
      [&](std::size_t first, std::size_t last) {
        count += buckets_.run(last).end - buckets_.run(first).begin;
      },
      [&](detail::Buckets::Run run) {
        for (std::size_t i = run.begin; i < run.end; ++i)
          count += squared_distance(p, points_[i]) <= limit ? 1U : 0U;
      });
  return count;
}

double PointField::weighted_sum(Point p, double radius) const {
  if (weights_.empty()) return static_cast<double>(count(p, radius));
  if (!(radius >= 0)) return 0;
  const double limit = radius * radius;
  double sum = 0;
  const auto add = [&](detail::Buckets::Run run) {
    for (std::size_t i = run.begin; i < run.end; ++i)
      if (squared_distance(p, points_[i]) <= limit) sum += weights_[i];
  };
  buckets_.visit_disc(
      p, radius, radius,
      [&](std::size_t first, std::size_t last) {
        add({buckets_.run(first).begin, buckets_.run(last).end});
      },
      add);
  return sum;
}

std::vector<double> nearest_distances(std::span<const Point> at, const PointField& field,
                                      double reach, base::Workers workers) {
  return detail::measured<double>(at, workers, [&](Point p) { return field.nearest(p, reach); });
}

std::vector<std::uint32_t> counts_within(std::span<const Point> at, const PointField& field,
                                         double radius, base::Workers workers) {
  return detail::measured<std::uint32_t>(
      at, workers, [&](Point p) { return static_cast<std::uint32_t>(field.count(p, radius)); });
}

std::vector<double> sums_within(std::span<const Point> at, const PointField& field, double radius,
                                base::Workers workers) {
  return detail::measured<double>(at, workers,
                                  [&](Point p) { return field.weighted_sum(p, radius); });
}

}  // namespace wijkbeeld::geo
