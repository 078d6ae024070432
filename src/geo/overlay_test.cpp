// SPDX-License-Identifier: EUPL-1.2
#include "geo/overlay.hpp"

#include <gmock/gmock.h>

#include <limits>

#include "base/random.hpp"
#include "geo/drawn_test.hpp"
#include "geo/measure.hpp"
#include "geo/validity.hpp"

namespace wijkbeeld::geo {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Mended, LeavesGoodShapesAsTheyAre) {
  const Mended same = mended(drawn::frame(0, 0, 30));
  EXPECT_FALSE(same.was_invalid);
  EXPECT_EQ(same.shape, drawn::frame(0, 0, 30));
  EXPECT_EQ(mended(MultiPolygon{}).shape, MultiPolygon{});
}

TEST(Mended, MakesABowTieTwoTriangles) {
  const Mended two = mended(MultiPolygon{{{{{0, 0}, {10, 10}, {10, 0}, {0, 10}, {0, 0}}}}});
  EXPECT_TRUE(two.was_invalid);
  EXPECT_EQ(two.shape.parts.size(), 2U);
  EXPECT_DOUBLE_EQ(area(two.shape), 50);
  EXPECT_FALSE(validity(two.shape));
}

TEST(Mended, KeepsTheSurfaceOfARingThatTouchesItself) {
  const MultiPolygon touching{{{{{0, 0}, {10, 0}, {10, 10}, {5, 0}, {0, 10}, {0, 0}}}}};
  EXPECT_DOUBLE_EQ(area(mended(touching).shape), 50);
}

TEST(Mended, ClosesRingsAndLeavesOutWhatIsNoRing) {
  constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
  const MultiPolygon shape{{{{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, {{{2, 2}, {3, 3}}}},
                            {{{kNan, 0}, {1, 0}, {1, 1}, {0, 0}}},
                            {{}}}};
  const Mended closed = mended(shape);
  EXPECT_TRUE(closed.was_invalid);
  EXPECT_EQ(area(closed.shape), 100);
  EXPECT_THAT(mended(MultiPolygon{{{{{0, 0}, {5, 5}, {0, 0}, {0, 0}}}}}).shape.parts, IsEmpty())
      << "a line has no surface";
}

TEST(United, CountsOverlapOnce) {
  const std::vector<MultiPolygon> shapes{drawn::square(0, 0, 10), drawn::square(5, 0, 10),
                                         drawn::square(100, 0, 10)};
  const MultiPolygon all = united(shapes, {2});
  EXPECT_EQ(all.parts.size(), 2U);
  EXPECT_DOUBLE_EQ(area(all), 150 + 100);
}

TEST(United, TurnsOuterRingsCounterClockwiseAndHolesClockwise) {
  MultiPolygon frame = drawn::frame(0, 0, 30);
  frame.parts[0].outer = drawn::reversed(frame.parts[0].outer);
  frame.parts[0].holes[0] = drawn::reversed(frame.parts[0].holes[0]);
  const MultiPolygon alone = united(std::vector{frame}, {1});
  EXPECT_GT(signed_area(alone.parts[0].outer), 0);
  EXPECT_LT(signed_area(alone.parts[0].holes[0]), 0);
  const MultiPolygon filled = united(std::vector{frame, drawn::square(5, 5, 20)}, {1});
  EXPECT_THAT(filled.parts[0].holes, IsEmpty()) << "the square fills the hole";
  EXPECT_GT(signed_area(filled.parts[0].outer), 0);
}

TEST(United, OfNothingIsNothing) {
  EXPECT_THAT(united({}, {2}).parts, IsEmpty());
  EXPECT_THAT(united(std::vector<MultiPolygon>{{}, {}}, {2}).parts, IsEmpty());
}

TEST(Overlaps, FindsPairsThatShareSurface) {
  const std::vector<MultiPolygon> first{drawn::square(0, 0, 10), drawn::square(10, 0, 10)};
  const std::vector<MultiPolygon> second{drawn::square(5, 0, 10), drawn::square(0, 10, 10),
                                         drawn::square(-50, 0, 5)};
  EXPECT_THAT(overlaps(first, second, {1}), ElementsAre(Overlap{0, 0, 50}, Overlap{1, 0, 50}))
      << "a shared border is no surface";
}

TEST(Overlaps, RespectsHolesAndIslands) {
  const std::vector<MultiPolygon> first{drawn::frame(0, 0, 30)};
  const std::vector<MultiPolygon> second{drawn::square(10, 10, 10), drawn::two_islands()};
  EXPECT_THAT(overlaps(first, second, {1}), ElementsAre(Overlap{0, 1, 100}));
}

TEST(Overlaps, GiveBackTheWholeOfWhatIsCutUp) {
  base::Stream stream(base::Seed{40}, 1);
  std::vector<MultiPolygon> strips;
  double x = 0;
  while (x < 1000) {
    const double wide = stream.uniform(1, 40);
    strips.push_back({{{drawn::box(x, 0, wide, 1000)}}});
    x += wide;
  }
  const std::vector<MultiPolygon> whole{
      {{{{{10, 20}, {990, 30}, {700, 980}, {400, 500}, {10, 20}}}}}};
  double sum = 0;
  for (const Overlap& one : overlaps(whole, strips, {1}))
    sum += one.area;
  EXPECT_NEAR(sum, area(whole[0]), 1e-6);
  EXPECT_EQ(overlaps(strips, whole, {1}), overlaps(strips, whole, {4}));
}

}  // namespace
}  // namespace wijkbeeld::geo
