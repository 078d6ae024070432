// SPDX-License-Identifier: EUPL-1.2
#include "geo/validity.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "base/parallel.hpp"
#include "geo/drawn_test.hpp"

namespace wijkbeeld::geo {
namespace {

std::string told(const MultiPolygon& shape) {
  const auto problem = validity(shape);
  return problem ? to_text(problem->sentence) : "valid";
}

TEST(Validity, HasNothingToSayOfGoodShapes) {
  EXPECT_EQ(told({}), "valid");
  EXPECT_EQ(told(drawn::square(0, 0, 10)), "valid");
  EXPECT_EQ(told(drawn::frame(0, 0, 30)), "valid");
  EXPECT_EQ(told(drawn::two_islands()), "valid");
  EXPECT_EQ(told({{{drawn::reversed(drawn::box(0, 0, 1, 1))}}}), "valid");
}

TEST(Validity, FindsWhereABowTieCrosses) {
  const MultiPolygon bow_tie{{{{{0, 0}, {10, 10}, {10, 0}, {0, 10}, {0, 0}}}}};
  const auto problem = validity(bow_tie);
  ASSERT_TRUE(problem);
  EXPECT_EQ(to_text(problem->sentence), "the outline crosses itself at x 5.0, y 5.0");
  EXPECT_EQ(problem->at, (Point{5, 5}));
}

TEST(Validity, NamesWhatIsWrongWithHolesAndParts) {
  EXPECT_EQ(told({{{drawn::box(0, 0, 10, 10), {drawn::box(20, 20, 2, 2)}}}}),
            "a hole lies outside the surface at x 20.0, y 20.0");
  EXPECT_EQ(
      told({{{drawn::box(0, 0, 30, 30), {drawn::box(5, 5, 20, 20), drawn::box(8, 8, 2, 2)}}}}),
      "a hole lies in another hole at x 8.0, y 8.0");
  EXPECT_EQ(told({{{drawn::box(0, 0, 30, 30)}, {drawn::box(8, 8, 2, 2)}}}),
            "a part lies inside another part at x 8.0, y 8.0");
  EXPECT_EQ(told({{{{{0, 0}, {10, 0}, {10, 10}, {5, 0}, {0, 10}, {0, 0}}}}}),
            "a ring touches itself at x 5.0, y 0.0");
}

TEST(Validity, RefusesWhatIsNoRing) {
  constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
  EXPECT_EQ(told({{{{}}}}), "a ring has no points");
  EXPECT_EQ(told({{{{{0, 0}, {1, 1}, {0, 0}}}}}),
            "a ring has fewer than four points at x 0.0, y 0.0");
  EXPECT_EQ(told({{{{{0, 0}, {1, 0}, {1, 1}, {0, 1}}}}}), "a ring is not closed at x 0.0, y 0.0");
  EXPECT_EQ(told({{{{{0, 0}, {kNan, 0}, {1, 1}, {0, 0}}}}}), "a coordinate is not a finite number");
  EXPECT_EQ(told({{{{{0, 0}, {0, 0}, {0, 0}, {0, 0}}}}}),
            "a ring has fewer than four points at x 0.0, y 0.0");
}

TEST(Validity, CanBeAskedByManyThreadsAtOnce) {
  std::vector<std::string> answers(200);
  base::for_blocks(answers.size(), 1, {4}, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i)
      answers[i] = told(i % 2 == 0 ? drawn::frame(0, 0, 30) : MultiPolygon{{{{{0, 0}}}}});
  });
  for (std::size_t i = 0; i < answers.size(); ++i)
    EXPECT_EQ(answers[i],
              i % 2 == 0 ? "valid" : "a ring has fewer than four points at x 0.0, y 0.0");
}

}  // namespace
}  // namespace wijkbeeld::geo
