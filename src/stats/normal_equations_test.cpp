// SPDX-License-Identifier: EUPL-1.2
// Expected numbers: tests/reference/penalised.R (R 4.2.2).
#include "stats/normal_equations.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "support/made_rows.hpp"

namespace wijkbeeld::stats {
namespace {

TEST(Solve, MatchesWeightedLm) {
  const auto rows = support::made_rows();
  const auto fit = solve(moments(rows.weighted()));
  ASSERT_TRUE(fit.has_value());
  EXPECT_NEAR(fit->intercept, -2.37527458031, 1e-9);
  const std::vector<double> expected{1.24443721148,  -0.342462837016,  -0.0137817238145,
                                     0.226276845697, -0.0412712276582, 0.0451861880121};
  for (std::size_t j = 0; j < expected.size(); ++j)
    EXPECT_NEAR(fit->coefficients[j], expected[j], 1e-10) << j;
  EXPECT_NEAR(fit->residual_squares, 2.70942623469, 1e-10);
  EXPECT_NEAR(fit->total_squares, 19.4347669545, 1e-9);
  EXPECT_TRUE(fit->dependent.empty());
}

TEST(Solve, LeavesOutAndNamesConstantAndDependentColumns) {
  const auto rows = support::made_rows();
  Matrix wide(60, 4);
  for (std::size_t i = 0; i < 60; ++i) {
    wide.at(i, 0) = rows.x.at(i, 0);
    wide.at(i, 1) = 7.3;
    wide.at(i, 2) = rows.x.at(i, 1);
    wide.at(i, 3) = 2 * rows.x.at(i, 0) - 0.1 * rows.x.at(i, 1) + 4;
  }
  Matrix narrow(60, 2);
  for (std::size_t i = 0; i < 60; ++i) {
    narrow.at(i, 0) = rows.x.at(i, 0);
    narrow.at(i, 1) = rows.x.at(i, 1);
  }
  const auto fit = solve(moments({wide, rows.y, rows.weights}));
  const auto plain = solve(moments({narrow, rows.y, rows.weights}));
  EXPECT_EQ(fit->dependent, (std::vector<std::size_t>{1, 3}));
  EXPECT_NEAR(fit->coefficients[0], plain->coefficients[0], 1e-10);
  EXPECT_EQ(fit->coefficients[1], 0);
  EXPECT_NEAR(fit->coefficients[2], plain->coefficients[1], 1e-10);
  EXPECT_EQ(fit->coefficients[3], 0);
  EXPECT_NEAR(fit->intercept, plain->intercept, 1e-9);
}

TEST(Solve, IsAbsentWithoutWeight) {
  EXPECT_EQ(solve(Moments{}).has_value(), false);
  const auto rows = support::made_rows();
  const std::vector<double> none(60, 0.0);
  EXPECT_FALSE(solve(moments({rows.x, rows.y, none})).has_value());
}

TEST(Solve, GivesTheMeanWithoutColumns) {
  const Matrix x(3, 0);
  const std::vector<double> y{1, 2, 6};
  const auto fit = solve(moments({x, y, {}}));
  EXPECT_DOUBLE_EQ(fit->intercept, 3);
  EXPECT_DOUBLE_EQ(fit->residual_squares, 14);
}

}  // namespace
}  // namespace wijkbeeld::stats
