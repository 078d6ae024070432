// SPDX-License-Identifier: EUPL-1.2
#include "geo/label_point.hpp"

#include <gtest/gtest.h>

#include "geo/contains.hpp"
#include "geo/drawn_test.hpp"

namespace wijkbeeld::geo {
namespace {

TEST(LabelPoint, OfASquareIsItsMiddle) {
  const auto at = label_point(drawn::square(100, 200, 10));
  ASSERT_TRUE(at);
  EXPECT_EQ(*at, (Point{105, 205}));
}

TEST(LabelPoint, LiesInTheRoomiestCornerOfALAndNotOutside) {
  const MultiPolygon l{{{{{0, 0}, {40, 0}, {40, 10}, {20, 10}, {20, 40}, {0, 40}, {0, 0}}}}};
  const auto at = label_point(l, 0.01);
  ASSERT_TRUE(at);
  EXPECT_TRUE(contains(l, *at));
  // Anywhere on the middle line of the upright arm is 10 m from the border.
  EXPECT_NEAR(at->x, 10, 0.7);
  EXPECT_GT(at->y, 9.9);
}

TEST(LabelPoint, AvoidsTheHole) {
  const MultiPolygon frame = drawn::frame(0, 0, 30);
  const auto at = label_point(frame);
  ASSERT_TRUE(at);
  EXPECT_TRUE(contains(frame, *at));
  EXPECT_FALSE(contains(frame, {15, 15})) << "the centroid would have been in the hole";
}

TEST(LabelPoint, GoesToTheRoomiestIsland) {
  MultiPolygon islands = drawn::two_islands();
  islands.parts.push_back({drawn::box(100, 0, 30, 30)});
  EXPECT_NEAR(label_point(islands, 0.001).value().x, 115, 0.01);
}

TEST(LabelPoint, CopesWithAVeryThinShape) {
  const MultiPolygon ditch{{{drawn::box(0, 0, 100'000, 1)}}};
  const auto at = label_point(ditch);
  ASSERT_TRUE(at);
  EXPECT_TRUE(contains(ditch, *at));
  EXPECT_NEAR(at->y, 0.5, 0.02);
}

TEST(LabelPoint, IsNothingWithoutSurface) {
  EXPECT_FALSE(label_point({}));
  EXPECT_FALSE(label_point({{{{{0, 0}, {1, 1}, {2, 2}, {0, 0}}}}}));
}

}  // namespace
}  // namespace wijkbeeld::geo
