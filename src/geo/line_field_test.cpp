// SPDX-License-Identifier: EUPL-1.2
#include "geo/line_field.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "base/random.hpp"

namespace wijkbeeld::geo {
namespace {

constexpr base::Seed kSeed{56};

double to_segment(Point p, Point a, Point b) {
  const double dx = b.x - a.x;
  const double dy = b.y - a.y;
  const double squared = dx * dx + dy * dy;
  const double t = squared > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / squared : 0;
  const double share = std::clamp(t, 0.0, 1.0);
  return std::hypot(p.x - a.x - share * dx, p.y - a.y - share * dy);
}

double nearest_by_hand(const std::vector<Line>& lines, Point p, double reach) {
  double best = reach;
  for (const Line& line : lines)
    for (std::size_t i = 1; i < line.size(); ++i)
      best = std::min(best, to_segment(p, line[i - 1], line[i]));
  return best;
}

// The chord that a disc cuts from a line, by its distance to the line (Pythagoras): a second way.
double length_by_hand(const std::vector<Line>& lines, Point p, double radius) {
  double sum = 0;
  for (const Line& line : lines)
    for (std::size_t i = 1; i < line.size(); ++i) {
      const Point a = line[i - 1];
      const double dx = line[i].x - a.x;
      const double dy = line[i].y - a.y;
      const double length = std::hypot(dx, dy);
      if (!(length > 0)) continue;
      const double along = ((p.x - a.x) * dx + (p.y - a.y) * dy) / length;
      const double off = ((p.x - a.x) * dy - (p.y - a.y) * dx) / length;
      if (std::abs(off) >= radius) continue;
      const double half = std::sqrt(radius * radius - off * off);
      sum += std::max(0.0, std::min(length, along + half) - std::max(0.0, along - half));
    }
  return sum;
}

// Walks with steps from a metre to kilometres.
std::vector<Line> walks(std::size_t count) {
  base::Stream stream(kSeed, 1);
  std::vector<Line> lines;
  for (std::size_t i = 0; i < count; ++i) {
    Point p{stream.uniform(180000, 200000), stream.uniform(320000, 335000)};
    Line& line = lines.emplace_back(Line{p});
    double heading = stream.uniform(0, 7);
    const double step = std::pow(10, stream.uniform(0, 3.6));
    for (std::size_t k = stream.below(40) + 1; k > 0; --k) {
      heading += 0.6 * stream.normal();
      p = {p.x + step * std::cos(heading), p.y + step * std::sin(heading)};
      line.push_back(p);
    }
  }
  return lines;
}

TEST(LineField, FindsTheNearestPointOfALine) {
  const std::vector<Line> lines{{{0, 0}, {100, 0}, {100, 100}}};
  const LineField field(lines);
  EXPECT_EQ(field.nearest({50, 30}, 1000), 30) << "beside a stretch";
  EXPECT_EQ(field.nearest({-30, -40}, 1000), 50) << "beyond an end";
  EXPECT_EQ(field.nearest({50, 0}, 1000), 0) << "on it";
  EXPECT_EQ(field.nearest({150, -50}, 1000), std::sqrt(5000.0)) << "off a bend";
}

TEST(LineField, AnswersItsReachWhereNothingIsNearer) {
  const std::vector<Line> lines{{{0, 0}, {100, 0}}};
  const LineField field(lines);
  EXPECT_EQ(field.nearest({50, 500}, 499), 499);
  EXPECT_EQ(field.nearest({50, 500}, 500), 500);
  EXPECT_EQ(LineField({}).nearest({0, 0}, 70), 70);
  EXPECT_EQ(LineField(std::vector<Line>{{}}).nearest({0, 0}, 70), 70);
}

TEST(LineField, OfOnePointHasADistanceAndNoLength) {
  const LineField field(std::vector<Line>{{{3, 4}}, {{100, 100}, {100, 100}}});
  EXPECT_EQ(field.nearest({0, 0}, 70), 5);
  EXPECT_EQ(field.length_within({0, 0}, 1000), 0);
}

TEST(LineField, CutsLinesAtTheCircle) {
  const std::vector<Line> lines{{{-1000, 30}, {1000, 30}}};
  const LineField field(lines);
  EXPECT_NEAR(field.length_within({0, 0}, 50), 80, 1e-9) << "a chord of the 3-4-5 triangle";
  EXPECT_EQ(field.length_within({0, 0}, 30), 0) << "a line that touches the circle";
  EXPECT_EQ(field.length_within({0, 0}, 29), 0);
  EXPECT_EQ(field.length_within({0, 0}, 0), 0);
  EXPECT_EQ(field.length_within({0, 0}, -5), 0);
  EXPECT_NEAR(field.length_within({0, 30}, 5000), 2000, 1e-9) << "all of it";
  EXPECT_NEAR(field.length_within({1000, 30}, 100), 100, 1e-9) << "its end inside";
}

TEST(LineField, CountsTwiceWhatIsGivenTwice) {
  const Line line{{0, 0}, {10, 0}};
  EXPECT_NEAR(LineField(std::vector<Line>{line, line}).length_within({0, 0}, 100), 20, 1e-12);
}

TEST(LineField, AgreesWithLookingAtEverySegment) {
  const std::vector<Line> lines = walks(150);
  const LineField field(lines);
  base::Stream stream(kSeed, 2);
  for (int i = 0; i < 400; ++i) {
    const Point p{stream.uniform(170000, 210000), stream.uniform(315000, 340000)};
    for (const double reach : {100.0, 900.0, 25000.0}) {
      EXPECT_NEAR(field.nearest(p, reach), nearest_by_hand(lines, p, reach), 1e-9)
          << "seed " << kSeed.value << ", x " << p.x << " y " << p.y;
      EXPECT_NEAR(field.length_within(p, reach), length_by_hand(lines, p, reach), 1e-6)
          << "seed " << kSeed.value << ", x " << p.x << " y " << p.y;
    }
  }
}

TEST(LineField, GivesTheSameForAnyNumberOfWorkers) {
  const LineField field(walks(60));
  std::vector<Point> at;
  for (int i = 0; i < 5000; ++i)
    at.push_back({180000.0 + 4 * i, 325000});
  EXPECT_EQ(nearest_distances(at, field, 2000, {1}), nearest_distances(at, field, 2000, {4}));
  EXPECT_EQ(lengths_within(at, field, 500, {1}), lengths_within(at, field, 500, {4}));
  EXPECT_EQ(lengths_within(at, field, 500, {2})[99], field.length_within(at[99], 500));
}

}  // namespace
}  // namespace wijkbeeld::geo
