// SPDX-License-Identifier: EUPL-1.2
#include "geo/point_field.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "base/random.hpp"

namespace wijkbeeld::geo {
namespace {

constexpr base::Seed kSeed{20170307};

double distance(Point a, Point b) {
  return std::sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
}

double nearest_by_hand(const std::vector<Point>& points, Point p, double reach) {
  double best = reach;
  for (const Point q : points)
    best = std::min(best, distance(p, q));
  return best;
}

std::size_t count_by_hand(const std::vector<Point>& points, Point p, double radius) {
  return static_cast<std::size_t>(std::count_if(points.begin(), points.end(),
                                                [&](Point q) { return distance(p, q) <= radius; }));
}

// Points in clusters, some of them on whole metres so that distances tie, and some twice.
std::vector<Point> clustered(std::uint64_t item, std::size_t n) {
  base::Stream stream(kSeed, 1, item);
  std::vector<Point> points;
  Point middle{150000, 450000};
  while (points.size() < n) {
    if (stream.chance(0.05))
      middle = {stream.uniform(100000, 130000), stream.uniform(430000, 450000)};
    const Point p{middle.x + 300 * stream.normal(), middle.y + 300 * stream.normal()};
    points.push_back(stream.chance(0.5) ? p : Point{std::round(p.x), std::round(p.y)});
    if (stream.chance(0.05)) points.push_back(points.back());
  }
  return points;
}

std::vector<Point> around(const std::vector<Point>& points, std::size_t n) {
  base::Stream stream(kSeed, 2, points.size());
  std::vector<Point> at;
  for (std::size_t i = 0; i < n; ++i) {
    const Point p = points[stream.below(points.size())];
    const double spread = i % 5 == 0 ? 20000 : 600;
    at.push_back(
        {std::round(p.x + spread * stream.normal()), std::round(p.y + spread * stream.normal())});
  }
  return at;
}

TEST(PointField, FindsTheNearest) {
  const std::vector<Point> points{{0, 0}, {30, 40}, {1000, 0}};
  const PointField field(points);
  EXPECT_EQ(field.nearest({0, 0}, 100), 0);
  EXPECT_EQ(field.nearest({60, 80}, 100), 50);
  EXPECT_EQ(field.nearest({1000, 70}, 100), 70);
}

TEST(PointField, AnswersItsReachWhereNothingIsNearer) {
  const std::vector<Point> points{{0, 0}};
  const PointField field(points);
  EXPECT_EQ(field.nearest({300, 400}, 500), 500) << "exactly so far";
  EXPECT_EQ(field.nearest({300, 400}, 499), 499);
  EXPECT_EQ(field.nearest({1e7, -1e7}, 499), 499);
  EXPECT_EQ(field.nearest({3, 4}, 0), 0);
}

TEST(PointField, OfNoPointsIsEmpty) {
  const PointField none({});
  EXPECT_EQ(none.size(), 0U);
  EXPECT_EQ(none.nearest({0, 0}, 1000), 1000);
  EXPECT_EQ(none.count({0, 0}, 1000), 0U);
  EXPECT_EQ(none.weighted_sum({0, 0}, 1000), 0);
}

TEST(PointField, CountsAPointOnTheCircle) {
  const std::vector<Point> points{{3, 4}, {0, 5}, {5, 1}, {0, 0}, {0, 0}};
  const PointField field(points);
  EXPECT_EQ(field.count({0, 0}, 5), 4U);
  EXPECT_EQ(field.count({0, 0}, 0), 2U) << "two on the same spot are two";
  EXPECT_EQ(field.count({0, 0}, -1), 0U);
}

TEST(PointField, SumsWeights) {
  const std::vector<Point> points{{0, 0}, {3, 4}, {50, 0}};
  const std::vector<double> weights{1.5, 2, -100};
  const PointField field(points, weights);
  EXPECT_EQ(field.weighted_sum({0, 0}, 5), 3.5);
  EXPECT_EQ(field.weighted_sum({0, 0}, 4), 1.5);
  EXPECT_EQ(PointField(points).weighted_sum({0, 0}, 5), 2) << "weight 1 each when none are given";
}

TEST(PointField, AgreesWithLookingAtEveryPoint) {
  for (const std::size_t n : {1U, 2U, 7U, 3000U}) {
    const std::vector<Point> points = clustered(n, n);
    const PointField field(points);
    for (const Point p : around(points, 300))
      for (const double reach : {50.0, 1000.0, 40000.0}) {
        EXPECT_EQ(field.nearest(p, reach), nearest_by_hand(points, p, reach))
            << n << " points, seed " << kSeed.value << ", x " << p.x << " y " << p.y;
        EXPECT_EQ(field.count(p, reach), count_by_hand(points, p, reach))
            << n << " points, seed " << kSeed.value << ", x " << p.x << " y " << p.y;
      }
  }
}

TEST(PointField, SumsTheWeightsOfWhatItCounts) {
  const std::vector<Point> points = clustered(5, 2000);
  base::Stream stream(kSeed, 3);
  std::vector<double> weights;
  for (std::size_t i = 0; i < points.size(); ++i)
    weights.push_back(static_cast<double>(stream.below(100)));
  const PointField field(points, weights);
  for (const Point p : around(points, 200)) {
    double expected = 0;
    for (std::size_t i = 0; i < points.size(); ++i)
      if (distance(p, points[i]) <= 700) expected += weights[i];
    EXPECT_EQ(field.weighted_sum(p, 700), expected);
  }
}

TEST(PointField, KeepsOnARowWithoutHeight) {
  std::vector<Point> points;
  for (int i = 0; i < 500; ++i)
    points.push_back({100.0 * i, 0});
  const PointField field(points);
  EXPECT_EQ(field.nearest({25030, 40}, 1000), 50);
  EXPECT_EQ(field.count({25000, 0}, 1000), 21U);
}

TEST(PointField, GivesTheSameForAnyNumberOfWorkers) {
  const std::vector<Point> points = clustered(9, 4000);
  std::vector<double> weights;
  for (const Point p : points)
    weights.push_back(std::sin(p.x));
  const PointField field(points, weights);
  const std::vector<Point> at = around(points, 5000);
  EXPECT_EQ(nearest_distances(at, field, 5000, {1}), nearest_distances(at, field, 5000, {5}));
  EXPECT_EQ(counts_within(at, field, 1000, {1}), counts_within(at, field, 1000, {5}));
  EXPECT_EQ(sums_within(at, field, 1000, {1}), sums_within(at, field, 1000, {5}));
  EXPECT_EQ(nearest_distances(at, field, 5000, {2})[17], field.nearest(at[17], 5000));
}

}  // namespace
}  // namespace wijkbeeld::geo
