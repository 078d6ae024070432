// SPDX-License-Identifier: EUPL-1.2
#include "geo/topology.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <utility>

#include "base/random.hpp"
#include "geo/contains.hpp"
#include "geo/drawn_test.hpp"
#include "geo/measure.hpp"
#include "geo/overlay.hpp"
#include "geo/validity.hpp"

namespace wijkbeeld::geo {
namespace {

using testing::ElementsAre;

constexpr base::Workers kOne{1};

Topology topology(const std::vector<MultiPolygon>& areas, double seam_m = 0) {
  return topology_of(areas, 0.5, kOne, seam_m);
}

MultiPolygon box(double x, double y, double width, double height) {
  return {{{drawn::box(x, y, width, height)}}};
}

// How often each arc is used forwards and backwards.
std::vector<std::pair<int, int>> uses(const Topology& t) {
  std::vector<std::pair<int, int>> times(t.arcs.size());
  const auto count = [&](const ArcRing& ring) {
    for (const auto& [arc, is_backwards] : ring)
      ++(is_backwards ? times[arc].second : times[arc].first);
  };
  for (const auto& parts : t.areas)
    for (const ArcPolygon& part : parts) {
      count(part.outer);
      std::for_each(part.holes.begin(), part.holes.end(), count);
    }
  return times;
}

std::size_t shared_arcs(const Topology& t) {
  const auto times = uses(t);
  return static_cast<std::size_t>(
      std::count(times.begin(), times.end(), std::pair<int, int>(1, 1)));
}

double total_area(const std::vector<MultiPolygon>& areas) {
  double sum = 0;
  for (const MultiPolygon& each : areas)
    sum += area(each);
  return sum;
}

// Everything Topology promises about its arcs and rings.
void expect_sound(const Topology& t) {
  for (const Line& arc : t.arcs) {
    ASSERT_GE(arc.size(), 2U);
    EXPECT_EQ(std::adjacent_find(arc.begin(), arc.end()), arc.end());
  }
  for (const auto& [forwards, backwards] : uses(t)) {
    EXPECT_LE(forwards, 1);
    EXPECT_LE(backwards, 1);
    EXPECT_GE(forwards + backwards, 1);
  }
  for (const MultiPolygon& shape : shapes_of(t)) {
    const auto problem = validity(shape);
    EXPECT_FALSE(problem) << to_text(problem->sentence);
    for (const Polygon& part : shape.parts) {
      EXPECT_GT(signed_area(part.outer), 0);
      for (const Ring& hole : part.holes)
        EXPECT_LT(signed_area(hole), 0);
    }
  }
}

// Rings turned so that they begin at their smallest point.
MultiPolygon turned(MultiPolygon shape) {
  const auto is_before = [](Point a, Point b) { return a.x != b.x ? a.x < b.x : a.y < b.y; };
  const auto turn = [&](Ring& ring) {
    ring.pop_back();
    std::rotate(ring.begin(), std::min_element(ring.begin(), ring.end(), is_before), ring.end());
    ring.push_back(ring.front());
  };
  for (Polygon& part : shape.parts) {
    turn(part.outer);
    std::for_each(part.holes.begin(), part.holes.end(), turn);
  }
  return shape;
}

void expect_same(const std::vector<MultiPolygon>& found, const std::vector<MultiPolygon>& wanted) {
  ASSERT_EQ(found.size(), wanted.size());
  for (std::size_t i = 0; i < found.size(); ++i)
    EXPECT_EQ(turned(found[i]), turned(wanted[i])) << "area " << i;
}

TEST(Topology, OfTwoSquaresSharesTheEdgeBetweenThem) {
  const std::vector<MultiPolygon> areas{drawn::square(0, 0, 10), drawn::square(10, 0, 10)};
  const Topology t = topology(areas);
  EXPECT_EQ(t.arcs.size(), 3U);
  EXPECT_EQ(shared_arcs(t), 1U);
  expect_sound(t);
  expect_same(shapes_of(t), areas);
  EXPECT_THAT(neighbours_of(t), ElementsAre(SharedBorder{0, 1, 10}));
}

TEST(Topology, MeetsInAVertexWhereOneAreaHasItAndTheOtherDoesNot) {
  // Two squares against the long side of a rectangle.
  const std::vector<MultiPolygon> areas{box(0, 0, 20, 10), box(0, 10, 10, 10), box(10, 10, 10, 10)};
  const Topology t = topology(areas);
  expect_sound(t);
  EXPECT_EQ(shared_arcs(t), 3U);
  EXPECT_THAT(neighbours_of(t),
              ElementsAre(SharedBorder{0, 1, 10}, SharedBorder{0, 2, 10}, SharedBorder{1, 2, 10}));
  EXPECT_THAT(shapes_of(t)[0].parts[0].outer, testing::Contains(Point{10, 10}));
}

TEST(Topology, OfAHoleFilledByAnotherAreaIsOneClosedArcForBoth) {
  const std::vector<MultiPolygon> areas{drawn::frame(0, 0, 30), drawn::square(10, 10, 10)};
  const Topology t = topology(areas);
  ASSERT_EQ(t.arcs.size(), 2U);
  EXPECT_EQ(shared_arcs(t), 1U);
  for (const Line& arc : t.arcs) {
    EXPECT_EQ(arc.front(), arc.back());
    for (const Point p : arc)
      EXPECT_TRUE(arc.front().x < p.x || (arc.front().x == p.x && arc.front().y <= p.y))
          << "a ring begins at its smallest point";
  }
  expect_sound(t);
  expect_same(shapes_of(t), areas);
}

TEST(Topology, KeepsIslandsAndHolesLargestFirst) {
  const MultiPolygon area{
      {{drawn::box(0, 0, 5, 5)},
       {drawn::box(100, 0, 40, 40),
        {drawn::reversed(drawn::box(105, 5, 5, 5)), drawn::reversed(drawn::box(115, 5, 9, 9))}}}};
  const std::vector<MultiPolygon> shapes = shapes_of(topology({area}));
  ASSERT_EQ(shapes[0].parts.size(), 2U);
  EXPECT_EQ(area.parts[1].holes.size(), 2U);
  EXPECT_EQ(bounds(shapes[0].parts[0]).x_min, 100);
  EXPECT_EQ(bounds(shapes[0].parts[0].holes[0]).x_min, 115);
  EXPECT_EQ(bounds(shapes[0].parts[1]).x_min, 0);
}

TEST(Topology, PutsAHoleInThePartThatHoldsIt) {
  const Ring small = drawn::box(200, 0, 30, 30);
  const Ring hole = drawn::reversed(drawn::box(210, 10, 10, 10));
  const MultiPolygon area{{{drawn::box(0, 0, 100, 100)}, {small, {hole}}}};
  const std::vector<MultiPolygon> shapes = shapes_of(topology({area}));
  expect_same(shapes, {area});
}

TEST(Topology, DoesNotMindWhichWayRingsRun) {
  const std::vector<MultiPolygon> areas{drawn::frame(0, 0, 30), drawn::square(30, 0, 30)};
  std::vector<MultiPolygon> other_way = areas;
  for (MultiPolygon& area : other_way)
    for (Polygon& part : area.parts) {
      part.outer = drawn::reversed(part.outer);
      for (Ring& hole : part.holes)
        hole = drawn::reversed(hole);
    }
  EXPECT_EQ(topology(other_way), topology(areas));
}

TEST(Topology, SplitsARingThatTouchesItselfIntoAnOutlineAndAHole) {
  // A frame drawn as one line that comes past (0, 0) twice.
  const MultiPolygon pinched{
      {{{{0, 0}, {0, -30}, {40, -30}, {40, 30}, {0, 30}, {0, 0}, {20, 10}, {20, -10}, {0, 0}}}}};
  const Topology t = topology({pinched});
  expect_sound(t);
  EXPECT_EQ(total_area(shapes_of(t)), 40 * 60 - 20 * 20 / 2);
}

TEST(Topology, KeepsBothOfTwoAreasWithOneOutline) {
  const std::vector<MultiPolygon> areas{drawn::square(0, 0, 1000), drawn::square(0, 0, 1000),
                                        drawn::square(1000, 0, 1000)};
  for (const double seam : {0.0, kSeam, 1e6}) {
    const Topology t = topology(areas, seam);
    expect_sound(t);
    expect_same(shapes_of(t), areas);
    expect_same(shapes_of(simplified(t, 10)), areas);
    EXPECT_THAT(neighbours_of(t), ElementsAre(SharedBorder{0, 2, 1000}));
  }
}

TEST(Topology, KeepsAnOverlapThatIsWide) {
  const std::vector<MultiPolygon> areas{box(0, 0, 1000, 1000), box(700, 0, 1000, 1000)};
  const Topology t = topology(areas, 60);
  expect_sound(t);
  EXPECT_EQ(total_area(shapes_of(t)), 2e6);
}

TEST(Topology, GivesANarrowOverlapToTheFirstArea) {
  const std::vector<MultiPolygon> areas{box(0, 0, 1000, 1000), box(990, 0, 1000, 1000)};
  const Topology t = topology(areas, 60);
  expect_sound(t);
  const auto shapes = shapes_of(t);
  EXPECT_EQ(area(shapes[0]), 1e6);
  EXPECT_EQ(area(shapes[1]), 990'000);
  EXPECT_THAT(neighbours_of(t), ElementsAre(SharedBorder{0, 1, 1000}));
}

TEST(Topology, ClosesANarrowGapAlongTheLineOfTheFirstArea) {
  // Between two areas that touch in two corners lies a lens of 20 m.
  const MultiPolygon west{{{{{0, 0}, {1000, 0}, {990, 500}, {1000, 1000}, {0, 1000}, {0, 0}}}}};
  const MultiPolygon east{
      {{{{1000, 0}, {2000, 0}, {2000, 1000}, {1000, 1000}, {1010, 500}, {1000, 0}}}}};
  const Topology t = topology({west, east}, 60);
  expect_sound(t);
  EXPECT_EQ(area(shapes_of(t)[0]), area(west));
  EXPECT_EQ(area(shapes_of(t)[1]), area(east) + 10'000);
  const Topology open = topology({west, east}, 5);
  EXPECT_EQ(area(shapes_of(open)[1]), area(east)) << "the gap is wider than the seam";
  EXPECT_TRUE(neighbours_of(open).empty());
}

TEST(Topology, NeverClosesAHoleInASingleArea) {
  const MultiPolygon area{
      {{drawn::box(0, 0, 1000, 1000), {drawn::reversed(drawn::box(500, 500, 10, 10))}}}};
  expect_same(shapes_of(topology({area}, 60)), {area});
}

TEST(Topology, HandsOverWhatMendingCutsOff) {
  // The second area sticks a thin finger through the first into the third.
  const MultiPolygon first = box(0, 0, 1000, 100);
  const MultiPolygon second{{{{{0, -1000},
                               {1000, -1000},
                               {1000, 0},
                               {504, 0},
                               {504, 108},
                               {500, 108},
                               {500, 0},
                               {0, 0},
                               {0, -1000}}}}};
  const MultiPolygon third{{{{{0, 100},
                              {500, 100},
                              {500, 108},
                              {504, 108},
                              {504, 100},
                              {1000, 100},
                              {1000, 1000},
                              {0, 1000},
                              {0, 100}}}}};
  const auto shapes = shapes_of(topology({first, second, third}, 60));
  EXPECT_EQ(shapes[1].parts.size(), 1U);
  EXPECT_EQ(area(shapes[0]), 100'000);
  EXPECT_EQ(total_area(shapes), 2.1e6 - 100'000);
}

TEST(Topology, LeavesOutRingsWithoutSurface) {
  const MultiPolygon flat{
      {{{{0, 0}, {10, 0}, {0, 0}, {0, 0}}}, {{}}, {drawn::box(5, 5, 0.1, 0.1)}}};
  const Topology t = topology({flat, drawn::square(0, 0, 10), {}});
  EXPECT_TRUE(t.areas[0].empty());
  EXPECT_EQ(t.areas[1].size(), 1U);
  EXPECT_TRUE(t.areas[2].empty());
  EXPECT_TRUE(topology({}).arcs.empty());
}

TEST(Topology, CopesWithAVertexThatLiesAbsurdlyFarAway) {
  const MultiPolygon spike{{{{{0, 0}, {10, 0}, {1e15, 5}, {10, 10}, {0, 10}, {0, 0}}}}};
  expect_sound(topology({spike, drawn::square(20, 0, 10)}));
}

// Areas as cells of a board, each made of random squares of it, with edges that wobble alike for
// neighbours.
std::vector<MultiPolygon> random_tiling(std::uint64_t seed, std::size_t side, std::size_t areas) {
  base::Stream stream(base::Seed{seed}, 1);
  const auto corner = [&](std::size_t column, std::size_t row) {
    base::Stream own(base::Seed{seed}, 2, row * 1000 + column);
    return Point{std::round(static_cast<double>(column) * 100 + own.uniform(-40, 40)),
                 std::round(static_cast<double>(row) * 100 + own.uniform(-40, 40))};
  };
  std::vector<std::vector<MultiPolygon>> squares(areas);
  for (std::size_t row = 0; row < side; ++row)
    for (std::size_t column = 0; column < side; ++column) {
      const Ring ring{corner(column, row), corner(column + 1, row), corner(column + 1, row + 1),
                      corner(column, row + 1), corner(column, row)};
      squares[stream.below(areas)].push_back({{{ring}}});
    }
  std::vector<MultiPolygon> tiling;
  for (const auto& own : squares)
    tiling.push_back(united(own, kOne));
  return tiling;
}

class Tiling : public testing::TestWithParam<std::uint64_t> {
 protected:
  std::vector<MultiPolygon> areas_ = random_tiling(GetParam(), 12, 20);
  Topology topology_ = topology(areas_);
};

TEST_P(Tiling, GoesThereAndBackExactly) {
  expect_sound(topology_);
  EXPECT_EQ(simplified(topology_, 0), topology_);
  const auto shapes = shapes_of(topology_);
  for (std::size_t i = 0; i < areas_.size(); ++i) {
    EXPECT_EQ(area(shapes[i]), area(areas_[i])) << i;
    const auto shared = overlaps({&shapes[i], 1}, {&areas_[i], 1}, kOne);
    ASSERT_EQ(shared.size(), 1U);
    EXPECT_NEAR(shared[0].area, area(areas_[i]), 1e-6) << i;
  }
  EXPECT_EQ(topology(shapes), topology_);
}

TEST_P(Tiling, HasNoGapAndNoOverlapHoweverPlain) {
  for (const double tolerance : {5.0, 40.0, 90.0, 1000.0}) {
    const Topology plain = simplified(topology_, tolerance);
    expect_sound(plain);
    const auto shapes = shapes_of(plain);
    double lakes_and_islands = 0;
    const MultiPolygon all = united(shapes, kOne);
    EXPECT_NEAR(total_area(shapes), area(all), 1e-6) << "seed " << GetParam();
    for (const Polygon& part : all.parts)
      lakes_and_islands += static_cast<double>(part.holes.size());
    EXPECT_EQ(lakes_and_islands, 0) << "seed " << GetParam() << ", tolerance " << tolerance;
    EXPECT_EQ(neighbours_of(plain).size(), neighbours_of(topology_).size());
  }
}

TEST_P(Tiling, StaysATilingOnACoarserGrid) {
  const Topology coarse = rounded(simplified(topology_, 40), 25, kOne);
  expect_sound(coarse);
  const auto shapes = shapes_of(coarse);
  EXPECT_NEAR(total_area(shapes), area(united(shapes, kOne)), 1e-6) << "seed " << GetParam();
  for (const Line& arc : coarse.arcs)
    for (const Point p : arc)
      EXPECT_TRUE(std::fmod(p.x, 25) == 0 && std::fmod(p.y, 25) == 0);
}

TEST_P(Tiling, ComesOutAsATilingWhereOutlinesWereSimplifiedOneByOne) {
  std::vector<MultiPolygon> apart;
  for (const MultiPolygon& area : areas_) {
    MultiPolygon moved = area;
    for (Polygon& part : moved.parts) {
      base::Stream stream(base::Seed{GetParam()}, 3, apart.size());
      for (std::size_t i = 1; i + 1 < part.outer.size(); ++i)
        part.outer[i] = {part.outer[i].x + stream.uniform(-6, 6),
                         part.outer[i].y + stream.uniform(-6, 6)};
    }
    apart.push_back(mended(moved).shape);
  }
  const Topology t = topology(apart, 60);
  expect_sound(t);
  const auto shapes = shapes_of(t);
  EXPECT_NEAR(total_area(shapes), area(united(shapes, kOne)), 1e-6) << "seed " << GetParam();
  EXPECT_GE(neighbours_of(t).size(), neighbours_of(topology_).size());
}

TEST_P(Tiling, IsTheSameForAnyNumberOfWorkers) {
  for (const unsigned count : {2U, 5U})
    EXPECT_EQ(topology_of(areas_, 0.5, {count}, 0), topology_);
}

INSTANTIATE_TEST_SUITE_P(Topology, Tiling, testing::Range<std::uint64_t>(1, 13));

// Twice the area of a triangle; exact for the small whole numbers of the test.
double turn(Point a, Point b, Point c) {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

bool do_cross(Point a, Point b, Point c, Point d) {
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

bool is_on(Point p, Point a, Point b) {
  return p != a && p != b && turn(a, b, p) == 0 &&
         (p.x - a.x) * (p.x - b.x) + (p.y - a.y) * (p.y - b.y) < 0;
}

class Heap : public testing::TestWithParam<std::uint64_t> {};

TEST_P(Heap, OfTrianglesThrownDownHasArcsThatMeetAtTheirEndsOnly) {
  base::Stream stream(base::Seed{GetParam()}, 1);
  std::vector<MultiPolygon> areas;
  for (int i = 0; i < 40; ++i) {
    const auto corner = [&] { return Point{stream.uniform(0, 400), stream.uniform(0, 400)}; };
    const Point first = corner();
    areas.push_back({{{{first, corner(), corner(), first}}}});
  }
  const Topology t = topology_of(areas, 4, kOne, 10);
  expect_sound(t);
  std::vector<std::pair<Point, Point>> edges;
  for (const Line& arc : t.arcs)
    for (std::size_t i = 1; i < arc.size(); ++i)
      edges.emplace_back(arc[i - 1], arc[i]);
  for (const auto& [a, b] : edges)
    for (const auto& [c, d] : edges)
      EXPECT_FALSE(do_cross(a, b, c, d) || is_on(a, c, d)) << "seed " << GetParam();
}

INSTANTIATE_TEST_SUITE_P(Topology, Heap, testing::Range<std::uint64_t>(1, 7));

TEST(TopologySimplified, LeavesOutSmallIslandsAndLakesButNeverTheLargestPart) {
  const MultiPolygon area{{{drawn::box(0, 0, 1000, 1000), {drawn::box(500, 500, 5, 5)}},
                           {drawn::box(2000, 0, 5, 5)},
                           {drawn::box(3000, 0, 50, 50)}}};
  const MultiPolygon islet = drawn::square(5000, 0, 5);
  const auto plain = shapes_of(simplified(topology({area, islet}), 20));
  ASSERT_EQ(plain[0].parts.size(), 2U);
  EXPECT_TRUE(plain[0].parts[0].holes.empty());
  EXPECT_EQ(bounds(plain[0].parts[1]).x_min, 3000);
  EXPECT_EQ(plain[1].parts.size(), 1U);
}

TEST(TopologySimplified, KeepsTheShapeOfAnAreaMuchSmallerThanTheTolerance) {
  const auto plain = shapes_of(simplified(topology({drawn::square(0, 0, 10)}), 1000));
  EXPECT_EQ(area(plain[0]), 100);
}

}  // namespace
}  // namespace wijkbeeld::geo
