// SPDX-License-Identifier: EUPL-1.2
// Expected numbers: tests/reference/regression.R (R 4.2.2).
#include "stats/influence.hpp"

#include <gtest/gtest.h>

#include "stats/formula_data_test.hpp"

namespace wijkbeeld::stats {
namespace {

LeastSquares fit(const Matrix& x, std::span<const double> y, std::span<const double> w = {}) {
  return std::get<LeastSquares>(least_squares(x, y, w));
}

TEST(Influence, MatchesRstudentAndCooksDistance) {
  const FormulaData d = formula_data();
  const LeastSquares m = fit(matrix_of({ones(60), d.a, d.b, d.c}), d.y, d.weight);
  const Influence found = influence(m, d.weight);
  EXPECT_NEAR(found.leverage[1], 0.050150289569498741, 1e-13);
  EXPECT_NEAR(*found.studentised[0], -1.6471001965890075, 1e-12);
  EXPECT_NEAR(*found.studentised[1], 0.23964643188060636, 1e-12);
  EXPECT_NEAR(*found.studentised[59], -1.6645393744305093, 1e-12);
  EXPECT_NEAR(*found.cooks_distance[0], 0.057439359606443752, 1e-13);
  EXPECT_NEAR(*found.cooks_distance[1], 0.00077103231749134815, 1e-13);
  EXPECT_NEAR(*found.cooks_distance[59], 0.072393312882362545, 1e-13);
}

TEST(Influence, IsWhatLeavingTheRowOutDoes) {
  const FormulaData d = formula_data();
  const Matrix x = matrix_of({ones(60), d.a, d.b});
  const LeastSquares m = fit(x, d.y, d.weight);
  std::vector<double> without = d.weight;
  without[10] = 0;
  const LeastSquares left = fit(x, d.y, without);
  double moved = 0;
  for (std::size_t i = 0; i < 60; ++i)
    moved += d.weight[i] * (m.fitted[i] - left.fitted[i]) * (m.fitted[i] - left.fitted[i]);
  EXPECT_NEAR(*influence(m, d.weight).cooks_distance[10], moved / (3 * m.residual_variance), 1e-12);
}

TEST(Influence, IsAbsentForARowThatAloneDecidesACoefficient) {
  const FormulaData d = formula_data();
  std::vector<double> only(60);
  only[4] = 1;
  std::vector<double> weights = d.weight;
  weights[9] = 0;
  const Influence found = influence(fit(matrix_of({ones(60), only, d.a}), d.y, weights), weights);
  EXPECT_NEAR(found.leverage[4], 1, 1e-12);
  EXPECT_EQ(found.cooks_distance[4], std::nullopt);
  EXPECT_EQ(found.studentised[4], std::nullopt);
  EXPECT_EQ(found.cooks_distance[9], std::nullopt);
  EXPECT_TRUE(found.cooks_distance[5].has_value());
}

TEST(Influence, HasNoStudentisedResidualWithoutADegreeOfFreedom) {
  const LeastSquares m = fit(matrix_of({{1, 1, 1}, {1, 2, 4}}), std::vector<double>{1, 3, 2});
  const Influence found = influence(m);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(found.studentised[i], std::nullopt);
    EXPECT_TRUE(found.cooks_distance[i].has_value());
  }
}

}  // namespace
}  // namespace wijkbeeld::stats
