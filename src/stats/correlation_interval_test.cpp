// SPDX-License-Identifier: EUPL-1.2
#include "stats/correlation_interval.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "stats/order.hpp"

namespace wijkbeeld::stats {
namespace {

// R: f <- function(r, n, c) tanh(atanh(r) + c(-1, 1) * qnorm(.5 + c / 2) *
//                                sqrt((1 + r^2 / 2) / (n - 3)))
//    f(.6, 50, .95); f(-.2, 14000, .9); f(cor(mtcars$mpg, mtcars$hp, method = "spearman"), 32, .9)
TEST(RankCorrelationInterval, IsThatOfBonettAndWright) {
  const auto a = rank_correlation_interval(0.6, 50, 0.95);
  EXPECT_NEAR(a->low, 0.3649554934, 1e-9);
  EXPECT_NEAR(a->high, 0.7631450878, 1e-9);
  const auto b = rank_correlation_interval(-0.2, 14000, 0.90);
  EXPECT_NEAR(b->low, -0.2134410973, 1e-9);
  EXPECT_NEAR(b->high, -0.1864832025, 1e-9);
  const auto c = rank_correlation_interval(-0.8946646, 32, 0.90);
  EXPECT_NEAR(c->low, -0.9474499344, 1e-6);
  EXPECT_NEAR(c->high, -0.7944540183, 1e-6);
}

TEST(RankCorrelationInterval, IsAbsentForTooFewPairsAndForAPerfectOrder) {
  EXPECT_FALSE(rank_correlation_interval(0.5, 3, 0.9).has_value());
  EXPECT_TRUE(rank_correlation_interval(0.5, 4, 0.9).has_value());
  EXPECT_FALSE(rank_correlation_interval(1, 100, 0.9).has_value());
  EXPECT_FALSE(rank_correlation_interval(-1, 100, 0.9).has_value());
}

// Of normal pairs with correlation p the rank correlation of a nation is 6 asin(p / 2) / pi.
TEST(RankCorrelationInterval, HoldsTheTruthAboutAsOftenAsItSays) {
  const unsigned seed = 71;
  SCOPED_TRACE(seed);
  std::mt19937 random(seed);
  std::normal_distribution<double> normal;
  constexpr double kPi = 3.14159265358979323846;
  const double p = 0.5;
  const double truth = 6 / kPi * std::asin(p / 2);
  int held = 0;
  constexpr int kTimes = 1000;
  for (int time = 0; time < kTimes; ++time) {
    std::vector<double> xs, ys;
    for (int i = 0; i < 60; ++i) {
      xs.push_back(normal(random));
      ys.push_back(p * xs.back() + std::sqrt(1 - p * p) * normal(random));
    }
    const auto interval = rank_correlation_interval(*rank_correlation(xs, ys), 60, 0.90);
    held += interval->low <= truth && truth <= interval->high ? 1 : 0;
  }
  EXPECT_NEAR(held / static_cast<double>(kTimes), 0.90, 0.03);
}

}  // namespace
}  // namespace wijkbeeld::stats
