// SPDX-License-Identifier: EUPL-1.2
#include "geo/simplify.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "base/random.hpp"
#include "geo/contains.hpp"
#include "geo/drawn_test.hpp"
#include "geo/measure.hpp"
#include "geo/neighbours.hpp"
#include "geo/validity.hpp"

namespace wijkbeeld::geo {
namespace {

using Corner = std::pair<double, double>;
using Edge = std::pair<Corner, Corner>;

Corner corner(Point p) {
  return {p.x, p.y};
}

std::size_t corners(const std::vector<MultiPolygon>& areas) {
  std::size_t n = 0;
  for (const MultiPolygon& area : areas)
    for (const Polygon& part : area.parts) {
      n += part.outer.size();
      for (const Ring& hole : part.holes)
        n += hole.size();
    }
  return n;
}

// How often each edge is used, whichever way.
std::map<Edge, int> edges(const std::vector<MultiPolygon>& areas) {
  std::map<Edge, int> times;
  const auto add = [&](const Ring& ring) {
    for (std::size_t i = 1; i < ring.size(); ++i)
      ++times[std::minmax(corner(ring[i - 1]), corner(ring[i]))];
  };
  for (const MultiPolygon& area : areas)
    for (const Polygon& part : area.parts) {
      add(part.outer);
      for (const Ring& hole : part.holes)
        add(hole);
    }
  return times;
}

double total_area(const std::vector<MultiPolygon>& areas) {
  double sum = 0;
  for (const MultiPolygon& each : areas)
    sum += area(each);
  return sum;
}

// The points between two corners of the board: straight on its rim, wobbly inside.
Ring border(Point a, Point b, double size, std::uint64_t seed) {
  const bool is_forward = corner(a) < corner(b);
  const Point from = is_forward ? a : b;
  const Point to = is_forward ? b : a;
  const bool is_rim = (from.x == to.x && (from.x == 0 || from.x == size)) ||
                      (from.y == to.y && (from.y == 0 || from.y == size));
  base::Stream stream(
      base::Seed{seed}, 1,
      static_cast<std::uint64_t>(from.x * 1e6 + from.y * 1e3 + (from.x == to.x ? 1 : 0)));
  Ring line{from};
  constexpr int kSteps = 20;
  for (int i = 1; i < kSteps; ++i) {
    const double t = static_cast<double>(i) / kSteps;
    const double off = is_rim ? 0 : stream.uniform(-4, 4);
    line.push_back({from.x + t * (to.x - from.x) + (from.x == to.x ? off : 0),
                    from.y + t * (to.y - from.y) + (from.y == to.y ? off : 0)});
  }
  line.push_back(to);
  if (!is_forward) std::reverse(line.begin(), line.end());
  return line;
}

// A board of n by n areas of 100 m whose inner borders wobble. Four triangles that touch its outer
// corners make junctions of them, so that the rim as a whole stays.
std::vector<MultiPolygon> board(int n, std::uint64_t seed) {
  std::vector<MultiPolygon> areas;
  for (int row = 0; row < n; ++row)
    for (int column = 0; column < n; ++column) {
      const Ring square = drawn::box(column * 100, row * 100, 100, 100);
      Ring ring{square.front()};
      for (std::size_t i = 1; i < square.size(); ++i) {
        const Ring line = border(square[i - 1], square[i], n * 100, seed);
        ring.insert(ring.end(), line.begin() + 1, line.end());
      }
      areas.push_back({{{ring}}});
    }
  const double end = n * 100;
  for (const Point p : {Point{0, 0}, Point{end, 0}, Point{end, end}, Point{0, end}}) {
    const Point out{p.x == 0 ? -50.0 : 50.0, p.y == 0 ? -50.0 : 50.0};
    areas.push_back({{{{p, {p.x + out.x, p.y}, {p.x, p.y + out.y}, p}}}});
  }
  return areas;
}

TEST(Simplified, LeavesOutWhatLiesOnAStraightLine) {
  const MultiPolygon dotted{{{{{0, 0}, {5, 0}, {10, 0}, {10, 10}, {4, 10}, {0, 10}, {0, 0}}}}};
  EXPECT_EQ(simplified(dotted, 1), drawn::square(0, 0, 10));
  EXPECT_EQ(simplified(dotted, 0), dotted) << "without tolerance nothing goes";
}

TEST(Simplified, KeepsThreeCornersAndTheLargestPartHoweverLargeTheTolerance) {
  const MultiPolygon islands{{{drawn::box(0, 0, 10, 10)}, {drawn::box(50, 0, 20, 20)}}};
  const MultiPolygon plain = simplified(islands, 1000);
  ASSERT_EQ(plain.parts.size(), 1U);
  EXPECT_EQ(plain.parts[0].outer.size(), 4U);
  EXPECT_EQ(bounds(plain).x_min, 50);
}

TEST(Simplified, LeavesOutSmallIslandsAndLakes) {
  MultiPolygon area{{{drawn::box(0, 0, 1000, 1000), {drawn::box(500, 500, 5, 5)}},
                     {drawn::box(2000, 0, 5, 5)},
                     {drawn::box(3000, 0, 50, 50)}}};
  const MultiPolygon plain = simplified(area, 20);
  ASSERT_EQ(plain.parts.size(), 2U);
  EXPECT_TRUE(plain.parts[0].holes.empty());
  EXPECT_EQ(bounds(plain.parts[1]).x_min, 3000);
}

TEST(Simplified, DoesNotLetALineCrossWhatLiesNearIt) {
  // A bay with an islet in it: cutting the bay off would swallow the islet.
  const MultiPolygon bay{{{{{0, 0}, {100, 0}, {100, 50}, {50, 20}, {0, 50}, {0, 0}}},
                          {{{48, 40}, {52, 40}, {50, 44}, {48, 40}}}}};
  const MultiPolygon plain = simplified(bay, 1000);
  EXPECT_FALSE(validity(plain));
}

TEST(Simplified, CopesWithAVertexThatLiesAbsurdlyFarAway) {
  const MultiPolygon spike{{{{{0, 0}, {5, 0.1}, {10, 0}, {1e12, 5}, {10, 10}, {0, 10}, {0, 0}}}}};
  const MultiPolygon plain = simplified(spike, 2);
  EXPECT_EQ(plain.parts[0].outer.size(), 6U);
}

TEST(Simplified, OfNothingIsNothing) {
  EXPECT_EQ(simplified({}, 10), MultiPolygon{});
  EXPECT_TRUE(simplified_together({}, 10).empty());
  const MultiPolygon flat{{{{{0, 0}, {1, 1}, {0, 0}, {0, 0}}}}};
  EXPECT_TRUE(simplified(flat, 10).parts.empty());
}

class Board : public testing::TestWithParam<std::pair<int, double>> {
 protected:
  std::vector<MultiPolygon> areas_ = board(4, static_cast<std::uint64_t>(GetParam().first));
  std::vector<MultiPolygon> plain_ = simplified_together(areas_, GetParam().second);
};

TEST_P(Board, CoversExactlyWhatItCovered) {
  EXPECT_LT(corners(plain_), corners(areas_));
  EXPECT_NEAR(total_area(areas_), 160'000 + 4 * 1250, 1e-6);
  EXPECT_NEAR(total_area(plain_), 160'000 + 4 * 1250, 1e-6);
}

TEST_P(Board, SharesEveryInnerEdgeAndNoOther) {
  for (const auto& [edge, times] : edges(plain_)) {
    const auto [a, b] = edge;
    const auto is_outside = [](double v) { return v < 0 || v > 400; };
    const auto is_side = [](double v, double w) { return v == w && (v == 0 || v == 400); };
    const bool is_rim = is_side(a.first, b.first) || is_side(a.second, b.second) ||
                        is_outside(a.first) || is_outside(b.first) || is_outside(a.second) ||
                        is_outside(b.second);
    EXPECT_EQ(times, is_rim ? 1 : 2);
  }
}

TEST_P(Board, KeepsAreasValidAndTheirNeighboursTheSame) {
  for (const MultiPolygon& area : plain_) {
    const auto problem = validity(area);
    EXPECT_FALSE(problem) << to_text(problem->sentence);
  }
  EXPECT_EQ(neighbours(plain_), neighbours(areas_));
}

TEST_P(Board, MovesNoCorner) {
  std::set<Corner> before;
  for (const MultiPolygon& area : areas_)
    for (const Point p : area.parts[0].outer)
      before.insert(corner(p));
  for (const MultiPolygon& area : plain_)
    for (const Point p : area.parts[0].outer)
      EXPECT_EQ(before.count(corner(p)), 1U);
}

TEST_P(Board, PutsEveryPointInOneArea) {
  base::Stream stream(base::Seed{3}, 1);
  for (int i = 0; i < 500; ++i) {
    const Point p{stream.uniform(0, 400), stream.uniform(0, 400)};
    EXPECT_EQ(std::count_if(plain_.begin(), plain_.end(),
                            [&](const MultiPolygon& area) { return contains(area, p); }),
              1);
  }
}

TEST_P(Board, DoesNotDependOnTheOrderOfTheAreas) {
  std::vector<MultiPolygon> turned(areas_.rbegin(), areas_.rend());
  turned = simplified_together(turned, GetParam().second);
  std::reverse(turned.begin(), turned.end());
  EXPECT_EQ(turned, plain_);
}

INSTANTIATE_TEST_SUITE_P(SimplifiedTogether, Board,
                         testing::Values(std::pair(1, 2.0), std::pair(2, 8.0), std::pair(3, 50.0),
                                         std::pair(4, 1000.0)));

TEST(SimplifiedTogether, KeepsAnEnclaveAndTheHoleItFillsAlike) {
  Ring lake = drawn::box(40, 40, 20, 20);
  lake.insert(lake.begin() + 1, {{45, 39.9}, {50, 40.1}});
  const std::vector<MultiPolygon> areas{{{{drawn::box(0, 0, 100, 100), {drawn::reversed(lake)}}}},
                                        {{{lake}}}};
  for (const double tolerance : {2.0, 30.0, 500.0}) {
    const auto plain = simplified_together(areas, tolerance);
    ASSERT_EQ(plain[0].parts[0].holes.size(), 1U) << "an enclave is no lake";
    Ring hole = plain[0].parts[0].holes[0];
    EXPECT_EQ(std::abs(signed_area(hole)), area(plain[1]));
    EXPECT_LT(hole.size(), lake.size());
    EXPECT_FALSE(validity(plain[0]));
  }
}

TEST(SimplifiedTogether, NeverFoldsTheTwoSidesOfASliverOntoEachOther) {
  // Two areas that touch at two junctions, with a lens between them that belongs to a third.
  const Ring west{{0, 0}, {50, 0}, {45, 50}, {50, 100}, {0, 100}, {0, 0}};
  const Ring east{{50, 0}, {100, 0}, {100, 100}, {50, 100}, {55, 50}, {50, 0}};
  const Ring lens{{50, 0}, {55, 50}, {50, 100}, {45, 50}, {50, 0}};
  const std::vector<MultiPolygon> areas{{{{west}}}, {{{east}}}, {{{lens}}}};
  const auto plain = simplified_together(areas, 1000);
  for (const MultiPolygon& area : plain) {
    ASSERT_EQ(area.parts.size(), 1U);
    EXPECT_FALSE(validity(area));
  }
  EXPECT_EQ(plain[2].parts[0].outer.size(), 4U);
}

}  // namespace
}  // namespace wijkbeeld::geo
