// SPDX-License-Identifier: EUPL-1.2
// Expected numbers: tests/reference/regression.R (R 4.2.2), and NIST where it says so.
#include "stats/least_squares.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"
#include "stats/formula_data_test.hpp"
#include "stats/near_test.hpp"

namespace wijkbeeld::stats {
namespace {

Matrix columns(const FormulaData& d) {
  return matrix_of({ones(60), d.a, d.b, d.c});
}

LeastSquares fit(const Matrix& x, std::span<const double> y, std::span<const double> w = {},
                 const LeastSquaresSettings& settings = {}) {
  return std::get<LeastSquares>(least_squares(x, y, w, settings));
}

NoFit refusal(const Matrix& x, std::span<const double> y, std::span<const double> w = {},
              const LeastSquaresSettings& settings = {}) {
  return std::get<NoFit>(least_squares(x, y, w, settings));
}

TEST(LeastSquares, MatchesLmWithWeights) {
  const FormulaData d = formula_data();
  const LeastSquares m = fit(columns(d), d.y, d.weight);
  EXPECT_TRUE(are_near(m.coefficients, {2.5074589653350641, 1.5699525990826515,
                                        -0.30134182071256366, 0.36722209857893456}));
  EXPECT_TRUE(are_near(m.standard_errors(), {0.30075414436592945, 0.42671111303272863,
                                             0.025540141142733272, 0.13408460296531491}));
  EXPECT_NEAR(m.residual_variance, 3.4591170475675561, 1e-12);
  EXPECT_NEAR(*m.r_squared, 0.77238208733511315, 1e-13);
  EXPECT_NEAR(*m.adjusted_r_squared, 0.76018827058520855, 1e-13);
  EXPECT_NEAR(m.leverage[0], 0.080273705359108896, 1e-13);
  EXPECT_NEAR(m.leverage[59], 0.097324360175870109, 1e-13);
  EXPECT_EQ(m.rows, 60U);
  EXPECT_EQ(m.degrees_of_freedom, 56U);
  EXPECT_EQ(m.error_degrees_of_freedom, 56U);
}

TEST(LeastSquares, TakesVariationAroundZeroWithoutAConstantColumn) {
  const FormulaData d = formula_data();
  const LeastSquares m = fit(matrix_of({d.a, d.b}), d.y);
  EXPECT_TRUE(are_near(m.coefficients, {6.3120035921596749, -0.28877886452607127}));
  EXPECT_NEAR(*m.r_squared, 0.80776179577875107, 1e-13);
  EXPECT_NEAR(*m.adjusted_r_squared, 0.8011328921849149, 1e-13);
}

TEST(LeastSquares, GivesHc1AsVcovHC) {
  const FormulaData d = formula_data();
  const LeastSquares m = fit(columns(d), d.y, d.weight, {.errors = Errors::hc1});
  EXPECT_TRUE(are_near(m.standard_errors(), {0.346362929999881, 0.47673585095193816,
                                             0.025775706731608859, 0.1378694637435286}));
}

TEST(LeastSquares, GivesCr1AsVcovCL) {
  const FormulaData d = formula_data();
  const LeastSquares m =
      fit(columns(d), d.y, d.weight, {.errors = Errors::cluster, .design = {d.cluster, {}}});
  EXPECT_TRUE(are_near(m.standard_errors(), {0.27850591454961299, 0.45809182336098464,
                                             0.020758073736701906, 0.11640583787465461}));
  EXPECT_EQ(m.error_degrees_of_freedom, 14U);
  EXPECT_EQ(m.lone_strata, 0U);
}

TEST(LeastSquares, LinearisesWithinStrataAsSvyglm) {
  const FormulaData d = formula_data();
  const LeastSquares m =
      fit(columns(d), d.y, d.weight, {.errors = Errors::cluster, .design = {d.cluster, d.stratum}});
  EXPECT_TRUE(are_near(m.standard_errors(), {0.3030095997376373, 0.49190544304652917,
                                             0.022973347618954251, 0.1189899867933156}));
  EXPECT_EQ(m.error_degrees_of_freedom, 10U);
}

TEST(LeastSquares, LinearisesRowsWithinStrataAsSvyglm) {
  const FormulaData d = formula_data();
  const LeastSquares m =
      fit(columns(d), d.y, d.weight, {.errors = Errors::cluster, .design = {{}, d.stratum}});
  EXPECT_TRUE(are_near(m.standard_errors(), {0.34655746848726149, 0.47402983034804014,
                                             0.02585188446015358, 0.13657998509019673}));
}

TEST(LeastSquares, CountsALoneClusterFromTheMeanOfAll) {
  const FormulaData d = formula_data();
  const LeastSquares m =
      fit(columns(d), d.y, d.weight, {.errors = Errors::cluster, .design = {d.cluster, d.lone}});
  EXPECT_TRUE(are_near(m.standard_errors(), {0.27051506574871392, 0.44929765752265904,
                                             0.020194409739002089, 0.11187420309193505}));
  EXPECT_EQ(m.lone_strata, 3U);
  EXPECT_EQ(m.error_degrees_of_freedom, 11U);
}

std::vector<double> without_every_third(std::vector<double> weights) {
  for (std::size_t i = 2; i < weights.size(); i += 3)
    weights[i] = 0;
  return weights;
}

TEST(LeastSquares, LeavesRowsOfWeightZeroOutOfTheCount) {
  const FormulaData d = formula_data();
  const LeastSquares m = fit(columns(d), d.y, without_every_third(d.weight));
  EXPECT_TRUE(are_near(m.coefficients, {2.3984782953111297, 1.8680878436211155,
                                        -0.30366921695678789, 0.3593494828307997}));
  EXPECT_TRUE(are_near(m.standard_errors(), {0.39143074626841268, 0.54053388460166885,
                                             0.03320878648662675, 0.16695857676373163}));
  EXPECT_EQ(m.degrees_of_freedom, 36U);
  EXPECT_EQ(m.leverage[2], 0.0);
}

TEST(LeastSquares, TakesAPartOfASampleByWeightAsSvyglmDoesOfASubset) {
  const FormulaData d = formula_data();
  const LeastSquares m = fit(columns(d), d.y, without_every_third(d.weight),
                             {.errors = Errors::cluster, .design = {d.cluster, d.stratum}});
  EXPECT_TRUE(are_near(m.standard_errors(), {0.38653559954097311, 0.48816553186737072,
                                             0.033434572032447825, 0.18149329529310471}));
}

/// Longley (1967, JASA 62, p. 819-841), as NIST publishes it with certified values: "Longley" of
/// the Statistical Reference Datasets, https://www.itl.nist.gov/div898/strd/lls/data/Longley.shtml
TEST(LeastSquares, MatchesTheCertifiedValuesOfLongley) {
  const std::vector<double> y{60323, 61122, 60171, 61187, 63221, 63639, 64989, 63761,
                              66019, 67857, 68169, 66513, 68655, 69564, 69331, 70551};
  const Matrix x = matrix_of({ones(16),
                              {83.0, 88.5, 88.2, 89.5, 96.2, 98.1, 99.0, 100.0, 101.2, 104.6, 108.4,
                               110.8, 112.6, 114.2, 115.7, 116.9},
                              {234289, 259426, 258054, 284599, 328975, 346999, 365385, 363112,
                               397469, 419180, 442769, 444546, 482704, 502601, 518173, 554894},
                              {2356, 2325, 3682, 3351, 2099, 1932, 1870, 3578, 2904, 2822, 2936,
                               4681, 3813, 3931, 4806, 4007},
                              {1590, 1456, 1616, 1650, 3099, 3594, 3547, 3350, 3048, 2857, 2798,
                               2637, 2552, 2514, 2572, 2827},
                              {107608, 108632, 109773, 110929, 112075, 113270, 115094, 116219,
                               117388, 118734, 120445, 121950, 123366, 125368, 127852, 130081},
                              {1947, 1948, 1949, 1950, 1951, 1952, 1953, 1954, 1955, 1956, 1957,
                               1958, 1959, 1960, 1961, 1962}});
  const LeastSquares m = fit(x, y);
  EXPECT_TRUE(
      are_near(m.coefficients,
               {-3482258.63459582, 15.0618722713733, -0.358191792925910E-01, -2.02022980381683,
                -1.03322686717359, -0.511041056535807E-01, 1829.15146461355},
               1e-8));
  EXPECT_TRUE(are_near(m.standard_errors(),
                       {890420.383607373, 84.9149257747669, 0.334910077722432E-01,
                        0.488399681651699, 0.214274163161675, 0.226073200069370, 455.478499142212},
                       1e-8));
  EXPECT_NEAR(std::sqrt(m.residual_variance), 304.854073561965, 1e-7);
  EXPECT_NEAR(*m.r_squared, 0.995479004577296, 1e-12);
}

TEST(LeastSquares, NamesTheColumnThatFollowsFromOthers) {
  const FormulaData d = formula_data();
  std::vector<double> sum(60);
  for (std::size_t i = 0; i < 60; ++i)
    sum[i] = 1e6 * (d.a[i] - 3 * d.c[i]);
  const NoFit none = refusal(matrix_of({ones(60), d.a, d.b, sum, d.c}), d.y);
  EXPECT_EQ(none.why, NoFit::Why::dependent_columns);
  EXPECT_EQ(none.dependent, (std::vector<Dependence>{{4, {1, 3}}}));
}

TEST(LeastSquares, NamesEveryDependence) {
  const FormulaData d = formula_data();
  std::vector<double> odd(60);
  std::vector<double> even(60);
  for (std::size_t i = 0; i < 60; ++i)
    (i % 2 == 0 ? even : odd)[i] = 1;
  const NoFit none =
      refusal(matrix_of({d.a, odd, ones(60), d.a, even, std::vector<double>(60), d.a}), d.y);
  EXPECT_EQ(none.dependent, (std::vector<Dependence>{{3, {0}}, {4, {1, 2}}, {5, {}}, {6, {0}}}));
}

TEST(LeastSquares, SeesADependenceAmongTheRowsThatCountOnly) {
  const FormulaData d = formula_data();
  std::vector<double> copy = d.a;
  copy[7] += 1;
  std::vector<double> weights = d.weight;
  EXPECT_TRUE(std::holds_alternative<LeastSquares>(
      least_squares(matrix_of({ones(60), d.a, copy}), d.y, weights)));
  weights[7] = 0;
  EXPECT_EQ(refusal(matrix_of({ones(60), d.a, copy}), d.y, weights).dependent,
            (std::vector<Dependence>{{2, {1}}}));
}

TEST(LeastSquares, KeepsColumnsThatHardlyDiffer) {
  const FormulaData d = formula_data();
  std::vector<double> close(60);
  for (std::size_t i = 0; i < 60; ++i)
    close[i] = d.a[i] + 1e-5 * d.c[i];
  const LeastSquares m = fit(matrix_of({ones(60), d.a, close}), d.y);
  const LeastSquares plain = fit(matrix_of({ones(60), d.a, d.c}), d.y);
  EXPECT_NEAR(m.coefficients[2] * 1e-5, plain.coefficients[2], 1e-8);
}

TEST(LeastSquares, NeedsMoreRowsThanColumns) {
  const NoFit none = refusal(matrix_of({{1, 1}, {1, 2}}), std::vector<double>{1, 2});
  EXPECT_EQ(none.why, NoFit::Why::too_few_rows);
  EXPECT_EQ(none.rows, 2U);
  EXPECT_EQ(none.parameters, 2U);
  EXPECT_EQ(refusal(Matrix(0, 1), {}).why, NoFit::Why::too_few_rows);
}

TEST(LeastSquares, NeedsMoreClustersThanStrata) {
  const FormulaData d = formula_data();
  const std::vector<std::size_t> one(60, 0);
  const NoFit none = refusal(columns(d), d.y, {}, {.errors = Errors::cluster, .design = {one, {}}});
  EXPECT_EQ(none.why, NoFit::Why::too_few_clusters);
  EXPECT_EQ(none.clusters, 1U);
}

TEST(LeastSquares, HasNoRSquaredForAnOutcomeThatDoesNotVary) {
  const FormulaData d = formula_data();
  const LeastSquares m = fit(columns(d), std::vector<double>(60, 0.1));
  EXPECT_EQ(m.r_squared, std::nullopt);
  EXPECT_NEAR(m.coefficients[0], 0.1, 1e-14);
}

TEST(LeastSquares, HasScoresThatAddUpToZero) {
  const FormulaData d = formula_data();
  const LeastSquares m = fit(columns(d), d.y, d.weight, {.design = {d.cluster, {}}});
  ASSERT_EQ(m.scores.rows(), 15U);
  for (std::size_t j = 0; j < 4; ++j) {
    double total = 0;
    for (const double s : m.scores.column(j))
      total += s;
    EXPECT_NEAR(total, 0, 1e-9);
  }
}

TEST(LeastSquares, IsTheSameOnAnyNumberOfWorkers) {
  const std::size_t n = 20000;
  base::Stream stream({7}, 1);
  Matrix x(n, 5);
  std::vector<double> y(n);
  std::vector<std::size_t> cluster(n);
  for (std::size_t i = 0; i < n; ++i) {
    x.at(i, 0) = 1;
    for (std::size_t j = 1; j < 5; ++j)
      x.at(i, j) = stream.normal();
    y[i] = x.at(i, 1) - 2 * x.at(i, 4) + stream.normal();
    cluster[i] = i % 331;
  }
  LeastSquaresSettings settings{.errors = Errors::cluster, .design = {cluster, {}}};
  const LeastSquares one = fit(x, y, {}, settings);
  settings.workers = {3};
  const LeastSquares three = fit(x, y, {}, settings);
  EXPECT_EQ(one.coefficients, three.coefficients);
  EXPECT_EQ(one.covariance, three.covariance);
  EXPECT_EQ(one.leverage, three.leverage);
  EXPECT_NEAR(one.coefficients[1], 1, 0.04);
  EXPECT_NEAR(one.coefficients[4], -2, 0.04);
}

TEST(Design, IsNestedWhenNoClusterIsInTwoStrata) {
  const std::vector<std::size_t> cluster{0, 0, 1, 1};
  EXPECT_TRUE(is_nested({cluster, std::vector<std::size_t>{0, 0, 0, 0}}));
  EXPECT_TRUE(is_nested({cluster, {}}));
  EXPECT_FALSE(is_nested({cluster, std::vector<std::size_t>{0, 0, 0, 1}}));
}

}  // namespace
}  // namespace wijkbeeld::stats
