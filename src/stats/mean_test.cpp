// SPDX-License-Identifier: EUPL-1.2
// Expected numbers: tests/reference/moments.R (R 4.2.2).
#include "stats/mean.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "stats/quantile.hpp"
#include "stats/regression_to_mean.hpp"
#include "stats/sum.hpp"

namespace wijkbeeld::stats {
namespace {

const std::vector<double> kX{3.8747, 4.0367, 3.8329, 4.3191, 4.0659, 3.8359,
                             4.0975, 4.1477, 4.1152, 3.9389, 4.3024, 4.078};
const std::vector<double> kY{3.8687, 3.9186, 3.9226, 4.253,  4.0519, 3.9159,
                             4.1191, 4.1479, 4.1381, 3.9902, 4.2456, 3.9629};
const std::vector<double> kW{120, 4500, 800, 0, 60, 990, 15000, 310, 42, 7, 2600, 1};

TEST(Sum, KeepsSmallTermsBesideLargeOnes) {
  EXPECT_EQ(sum(std::vector<double>{1e16, 1, -1e16, 1}), 2.0);
  EXPECT_EQ(sum(std::vector<double>{}), 0.0);
}

TEST(Sum, DoesNotDependVisiblyOnTheOrder) {
  std::vector<double> tenths(1000000, 0.1);
  EXPECT_DOUBLE_EQ(sum(tenths), 100000.0);
}

TEST(Mean, MatchesR) {
  EXPECT_NEAR(*mean(kX), 4.0537416666666664, 1e-14);
  EXPECT_NEAR(*weighted_mean(kX, kW), 4.0882908186655751, 1e-14);
}

TEST(Mean, IsAbsentForNoValues) {
  EXPECT_EQ(mean({}), std::nullopt);
  EXPECT_EQ(weighted_mean({}, {}), std::nullopt);
}

TEST(WeightedMean, IsAbsentWhenWeightsSumToZero) {
  EXPECT_EQ(weighted_mean(std::vector<double>{1, 2}, std::vector<double>{0, 0}), std::nullopt);
}

TEST(StandardDeviation, MatchesRAndNeedsTwoValues) {
  EXPECT_NEAR(*standard_deviation(kX), 0.16216248001385031, 1e-14);
  EXPECT_EQ(standard_deviation(std::vector<double>{1}), std::nullopt);
}

TEST(Correlation, MatchesRAndNeedsVariation) {
  EXPECT_NEAR(*correlation(kX, kY), 0.90947988661231416, 1e-14);
  EXPECT_EQ(correlation(std::vector<double>{1, 1}, std::vector<double>{1, 2}), std::nullopt);
}

TEST(Quantile, MatchesR) {
  EXPECT_NEAR(*quantile(kX, 0), 3.8329, 1e-14);
  EXPECT_NEAR(*quantile(kX, 0.1), 3.83978, 1e-14);
  EXPECT_NEAR(*quantile(kX, 0.25), 3.92285, 1e-14);
  EXPECT_NEAR(*quantile(kX, 0.5), 4.07195, 1e-14);
  EXPECT_NEAR(*quantile(kX, 0.95), 4.309915, 1e-14);
  EXPECT_NEAR(*quantile(kX, 1), 4.3191, 1e-14);
  EXPECT_EQ(quantile({}, 0.5), std::nullopt);
}

TEST(RegressionToMean, MatchesRAndExpectsARiseOfALowGroup) {
  const auto line = regression_to_mean(kX, kY);
  ASSERT_TRUE(line.has_value());
  EXPECT_NEAR(line->slope, 0.75006755881922549, 1e-13);
  EXPECT_NEAR(line->expected(3.7), 3.7792115182973567, 1e-13);
  EXPECT_GT(line->expected(3.7), 3.7);
  EXPECT_EQ(regression_to_mean(std::vector<double>{1, 2}, std::vector<double>{1, 2}), std::nullopt);
}

}  // namespace
}  // namespace wijkbeeld::stats
