// SPDX-License-Identifier: EUPL-1.2
#include "stats/nearest.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace wijkbeeld::stats {
namespace {

Features features_of(std::size_t columns, std::vector<double> values) {
  Features out{columns, std::move(values), {}};
  out.is_known.assign(out.values.size(), 1);
  return out;
}

// R: x <- c(1, 2, 4, 9); scale(x)
//    -0.8429272 -0.5619515  0.0000000  1.4048787
TEST(Standardise, BringsColumnsToOneScale) {
  Features x = features_of(1, {1, 2, 4, 9});
  standardise(x);
  EXPECT_NEAR(x.values[0], -0.8429272, 1e-7);
  EXPECT_NEAR(x.values[1], -0.5619515, 1e-7);
  EXPECT_NEAR(x.values[2], 0, 1e-12);
  EXPECT_NEAR(x.values[3], 1.4048787, 1e-7);
}

TEST(Standardise, LeavesAbsentNumbersOutAndDropsAColumnThatDoesNotVary) {
  Features x = features_of(2, {1, 5, 1000, 5, 3, 5});
  x.is_known[2] = 0;
  standardise(x);
  EXPECT_NEAR(x.values[0], -std::sqrt(0.5), 1e-12);
  EXPECT_EQ(x.is_known[2], 0);
  EXPECT_EQ(x.is_known[1], 0);
  EXPECT_EQ(x.is_known[5], 0);
}

TEST(NearestRows, AreOrderedByDistanceThenByRow) {
  const Features x = features_of(2, {0, 0, 3, 4, 1, 0, -1, 0, 0, 2});
  const auto near = nearest_rows(x, std::vector<double>{1, 1}, 0, 3);
  ASSERT_EQ(near.size(), 3U);
  EXPECT_EQ(near[0].row, 2U);
  EXPECT_EQ(near[1].row, 3U);
  EXPECT_EQ(near[2].row, 4U);
  EXPECT_NEAR(near[0].distance, std::sqrt(0.5), 1e-12);
  EXPECT_NEAR(near[2].distance, std::sqrt(2.0), 1e-12);
}

TEST(NearestRows, WeighColumns) {
  const Features x = features_of(2, {0, 0, 1, 0, 0, 2});
  EXPECT_EQ(nearest_rows(x, std::vector<double>{1, 1}, 0, 1)[0].row, 1U);
  EXPECT_EQ(nearest_rows(x, std::vector<double>{9, 1}, 0, 1)[0].row, 2U);
}

TEST(NearestRows, PassOverRowsThatLackWhatTheRowHas) {
  Features x = features_of(2, {0, 0, 1, 0, 5, 5});
  x.is_known[3] = 0;
  const auto near = nearest_rows(x, std::vector<double>{1, 1}, 0, 5);
  ASSERT_EQ(near.size(), 1U);
  EXPECT_EQ(near[0].row, 2U);
  // Of itself the second row has one column: there it is near the first.
  EXPECT_EQ(nearest_rows(x, std::vector<double>{1, 1}, 1, 1)[0].row, 0U);
}

TEST(NearestRows, AreNoneForARowOfWhichNothingIsKnown) {
  Features x = features_of(1, {0, 1});
  x.is_known[0] = 0;
  EXPECT_TRUE(nearest_rows(x, std::vector<double>{1}, 0, 3).empty());
  x.is_known[0] = 1;
  EXPECT_TRUE(nearest_rows(x, std::vector<double>{0}, 0, 3).empty());
}

TEST(NearestRows, AreThoseThatSortingAllWouldGive) {
  const unsigned seed = 20261126;
  SCOPED_TRACE(seed);
  std::mt19937 random(seed);
  std::uniform_int_distribution<int> any(0, 9);  // many ties
  std::vector<double> values;
  for (int i = 0; i < 600; ++i)
    values.push_back(any(random));
  const Features x = features_of(3, values);
  const std::vector<double> weights{1, 2, 0.5};
  for (std::size_t row = 0; row < x.rows(); row += 17) {
    const auto all = nearest_rows(x, weights, row, x.rows());
    ASSERT_EQ(all.size(), x.rows() - 1);
    const auto few = nearest_rows(x, weights, row, 7);
    for (std::size_t i = 0; i < few.size(); ++i)
      EXPECT_EQ(few[i].row, all[i].row);
  }
}

}  // namespace
}  // namespace wijkbeeld::stats
