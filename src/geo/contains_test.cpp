// SPDX-License-Identifier: EUPL-1.2
#include "geo/contains.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"
#include "geo/drawn_test.hpp"

namespace wijkbeeld::geo {
namespace {

TEST(Contains, KnowsInsideHolesAndIslands) {
  EXPECT_TRUE(contains(drawn::square(0, 0, 10), {5, 5}));
  EXPECT_FALSE(contains(drawn::square(0, 0, 10), {15, 5}));
  EXPECT_FALSE(contains(drawn::square(0, 0, 10), {-5, 5}));
  EXPECT_FALSE(contains(drawn::frame(0, 0, 30), {15, 15}));
  EXPECT_TRUE(contains(drawn::frame(0, 0, 30), {5, 15}));
  EXPECT_TRUE(contains(drawn::two_islands(), {35, 5}));
  EXPECT_FALSE(contains(drawn::two_islands(), {20, 5}));
  EXPECT_FALSE(contains({}, {0, 0}));
}

TEST(Contains, TakesWestAndSouthBordersInAndEastAndNorthOut) {
  const MultiPolygon square = drawn::square(0, 0, 10);
  EXPECT_TRUE(contains(square, {0, 5}));
  EXPECT_TRUE(contains(square, {5, 0}));
  EXPECT_TRUE(contains(square, {0, 0}));
  EXPECT_FALSE(contains(square, {10, 5}));
  EXPECT_FALSE(contains(square, {5, 10}));
  EXPECT_FALSE(contains(square, {10, 0}));
}

// Four triangles that meet in a crooked middle and together fill a square.
TEST(Contains, PutsEveryPointOfATilingInExactlyOneArea) {
  base::Stream stream(base::Seed{7}, 1);
  const Ring corners = drawn::box(0, 0, 1, 1);
  for (int round = 0; round < 200; ++round) {
    const Point middle{stream.uniform(), stream.uniform()};
    for (int shot = 0; shot < 50; ++shot) {
      // Half of the points lie on, or within a rounding of, a border.
      const double t = stream.uniform();
      const Point corner = corners[static_cast<std::size_t>(shot % 4)];
      const Point on{corner.x + t * (middle.x - corner.x), corner.y + t * (middle.y - corner.y)};
      const Point p = shot % 2 == 0 ? on : Point{stream.uniform(), stream.uniform()};
      int times = 0;
      for (std::size_t i = 0; i < 4; ++i)
        times += contains({{{{corners[i], corners[i + 1], middle, corners[i]}}}}, p) ? 1 : 0;
      EXPECT_EQ(times, p.x < 1 && p.y < 1 ? 1 : 0) << p.x << " " << p.y;
    }
  }
}

}  // namespace
}  // namespace wijkbeeld::geo
