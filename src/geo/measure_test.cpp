// SPDX-License-Identifier: EUPL-1.2
#include "geo/measure.hpp"

#include <gtest/gtest.h>

#include "geo/drawn_test.hpp"

namespace wijkbeeld::geo {
namespace {

TEST(Area, IsAboveZeroForARingThatRunsCounterClockwise) {
  EXPECT_EQ(signed_area(drawn::box(0, 0, 3, 2)), 6);
  EXPECT_EQ(signed_area(drawn::reversed(drawn::box(0, 0, 3, 2))), -6);
}

TEST(Area, IsZeroForWhatIsNoRing) {
  EXPECT_EQ(signed_area({}), 0);
  EXPECT_EQ(signed_area({{0, 0}, {1, 1}, {0, 0}}), 0);
  EXPECT_EQ(area(MultiPolygon{}), 0);
}

TEST(Area, LosesNoDigitsFarFromTheOrigin) {
  EXPECT_EQ(signed_area(drawn::box(278000, 619000, 0.5, 0.5)), 0.25);
}

TEST(Area, SubtractsHolesWhicheverWayTheyRun) {
  MultiPolygon shape = drawn::frame(0, 0, 30);
  EXPECT_EQ(area(shape), 900 - 100);
  shape.parts[0].holes[0] = drawn::reversed(shape.parts[0].holes[0]);
  shape.parts[0].outer = drawn::reversed(shape.parts[0].outer);
  EXPECT_EQ(area(shape), 900 - 100);
}

TEST(Area, AddsIslands) {
  EXPECT_EQ(area(drawn::two_islands()), 200);
}

TEST(Bounds, AreEmptyForNothingAndGrowByPoints) {
  EXPECT_TRUE(bounds(MultiPolygon{}).is_empty());
  EXPECT_EQ(bounds(MultiPolygon{}).width(), 0);
  Bounds box;
  box.add(Point{-5, 2});
  EXPECT_FALSE(box.is_empty());
  EXPECT_EQ(box, (Bounds{-5, 2, -5, 2}));
  box.add(Bounds{});
  box.add(Bounds{0, 0, 1, 1});
  EXPECT_EQ(box, (Bounds{-5, 0, 1, 2}));
  EXPECT_EQ(bounds(drawn::two_islands()), (Bounds{0, 0, 40, 10}));
}

TEST(Centroid, BalancesIslandsAndHoles) {
  EXPECT_EQ(centroid(drawn::square(100, 200, 10)), (Point{105, 205}));
  EXPECT_EQ(centroid(drawn::frame(0, 0, 30)), (Point{15, 15}));
  EXPECT_EQ(centroid(drawn::two_islands()), (Point{20, 5}));
}

TEST(Centroid, OfALIsThatOfItsTwoRectangles) {
  const MultiPolygon l{{{{{0, 0}, {4, 0}, {4, 2}, {2, 2}, {2, 6}, {0, 6}, {0, 0}}}}};
  const auto at = centroid(l);
  ASSERT_TRUE(at);
  EXPECT_DOUBLE_EQ(at->x, (8 * 2.0 + 8 * 1.0) / 16);
  EXPECT_DOUBLE_EQ(at->y, (8 * 1.0 + 8 * 4.0) / 16);
}

TEST(Centroid, IsNothingWithoutSurface) {
  EXPECT_FALSE(centroid({}));
  EXPECT_FALSE(centroid({{{{{0, 0}, {1, 1}, {2, 2}, {0, 0}}}}}));
}

TEST(Bounds, MeetWhereTheyShareAPoint) {
  const Bounds one{0, 0, 10, 10};
  EXPECT_TRUE(one.meets({10, 10, 20, 20}));
  EXPECT_TRUE(one.meets({2, 2, 3, 3}));
  EXPECT_FALSE(one.meets({10.1, 0, 20, 10}));
  EXPECT_FALSE(one.meets({0, -5, 10, -0.1}));
  EXPECT_FALSE(one.meets(Bounds{}));
  EXPECT_FALSE(Bounds{}.meets(Bounds{}));
}

}  // namespace
}  // namespace wijkbeeld::geo
