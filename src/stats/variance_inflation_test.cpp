// SPDX-License-Identifier: EUPL-1.2
// Expected numbers: tests/reference/regression.R (R 4.2.2).
#include "stats/variance_inflation.hpp"

#include <gtest/gtest.h>

#include "stats/formula_data_test.hpp"
#include "stats/near_test.hpp"

namespace wijkbeeld::stats {
namespace {

std::vector<double> nearly_a_sum(const FormulaData& d) {
  std::vector<double> e(60);
  for (std::size_t i = 0; i < 60; ++i)
    e[i] = d.a[i] + 0.1 * d.b[i] + d.c[i] * d.c[i] / 20;
  return e;
}

std::vector<double> values(const VarianceInflation& inflation) {
  std::vector<double> result;
  for (const auto& factor : inflation.factors)
    result.push_back(factor.value_or(-1));
  return result;
}

TEST(VarianceInflation, IsWhatLmGivesForEachColumnOnTheOthers) {
  const FormulaData d = formula_data();
  const Matrix x = matrix_of({d.a, d.b, d.c, nearly_a_sum(d)});
  EXPECT_TRUE(are_near(values(variance_inflation(x)), {97.441762550438824, 284.97290600196794,
                                                       20.483839101801689, 364.38782934355589}));
  EXPECT_TRUE(
      are_near(values(variance_inflation(x, d.weight)),
               {88.636716961033912, 264.54765191765699, 18.962034907901259, 304.72404149909335}));
}

TEST(VarianceInflation, IsOneForColumnsThatAreUncorrelated) {
  const Matrix x = matrix_of({{1, 1, -1, -1}, {1, -1, 1, -1}});
  EXPECT_TRUE(are_near(values(variance_inflation(x)), {1, 1}, 1e-14));
}

TEST(VarianceInflation, IsAbsentForAConstantColumn) {
  const FormulaData d = formula_data();
  const VarianceInflation with = variance_inflation(matrix_of({d.a, ones(60), d.b}));
  const VarianceInflation without = variance_inflation(matrix_of({d.a, d.b}));
  EXPECT_EQ(with.factors[1], std::nullopt);
  EXPECT_TRUE(with.dependent.empty());
  EXPECT_NEAR(*with.factors[0], *without.factors[0], 1e-12);
  EXPECT_NEAR(*with.factors[2], *without.factors[1], 1e-12);
}

TEST(VarianceInflation, IsAbsentForColumnsThatFollowFromEachOther) {
  const FormulaData d = formula_data();
  std::vector<double> rest(60);
  for (std::size_t i = 0; i < 60; ++i)
    rest[i] = 100 - d.a[i] - 2 * d.c[i];
  const VarianceInflation found = variance_inflation(matrix_of({ones(60), d.a, d.b, d.c, rest}));
  EXPECT_EQ(found.dependent, (std::vector<Dependence>{{4, {1, 3}}}));
  EXPECT_EQ(found.factors[1], std::nullopt);
  EXPECT_EQ(found.factors[3], std::nullopt);
  EXPECT_EQ(found.factors[4], std::nullopt);
  EXPECT_NEAR(*found.factors[2], *variance_inflation(matrix_of({d.a, d.b, d.c})).factors[1], 1e-12);
}

TEST(VarianceInflation, HasNothingToSayAboutNothing) {
  EXPECT_TRUE(variance_inflation(Matrix(5, 0)).factors.empty());
  EXPECT_EQ(variance_inflation(Matrix(0, 1)).factors[0], std::nullopt);
  EXPECT_EQ(variance_inflation(matrix_of({ones(3)})).factors[0], std::nullopt);
}

}  // namespace
}  // namespace wijkbeeld::stats
