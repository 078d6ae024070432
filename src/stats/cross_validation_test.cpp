// SPDX-License-Identifier: EUPL-1.2
// Expected numbers: tests/reference/penalised.R (R 4.2.2, glmnet 4.1.6, thresh = 1e-20).
#include "stats/cross_validation.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <vector>

#include "support/made_rows.hpp"

namespace wijkbeeld::stats {
namespace {

struct Expected {
  double mix;
  // At penalties 0, 10, ..., 50.
  std::array<double, 6> errors;
  std::array<double, 6> standard_errors;
  std::size_t best;
  std::size_t sparest;
  // Out-of-fold predictions of the first, second and last row at the best penalty.
  std::array<double, 3> predictions;
};

const std::vector<Expected> kGlmnet{
    {1,
     {0.337717252523, 0.152823051407, 0.0701097781333, 0.0612965466416, 0.0621266102063,
      0.0628274224793},
     {0.0411799014543, 0.0169957702792, 0.0134408291692, 0.00856625506459, 0.0063518524107,
      0.00559665215454},
     31,
     21,
     {13.1045171832, 14.2254294743, 13.3050679262}},
    {0.5,
     {0.23307699462, 0.100791892279, 0.0656793278393, 0.0616992867077, 0.0625902456363,
      0.0629518624983},
     {0.0269279096845, 0.0158308151697, 0.010749771399, 0.00729663552762, 0.00602291840141,
      0.00545633333647},
     28,
     18,
     {13.1010560171, 14.2268575078, 13.3073906582}},
    {0,
     {0.124213409822, 0.0779067707475, 0.0642335948603, 0.0625727144518, 0.0628030383277,
      0.0630152726368},
     {0.0199068571807, 0.0133514148055, 0.0084995386016, 0.0063035350408, 0.00553332078425,
      0.00527614040015},
     30,
     15,
     {13.0737227304, 14.262255264, 13.3058453387}},
};

ElasticNetSettings settings_for(double mix) {
  ElasticNetSettings settings;
  settings.mix = mix;
  settings.tolerance = 1e-20;
  for (int m = 0; m < 60; ++m)
    settings.lambdas.push_back(0.5 * std::pow(0.9, m));
  return settings;
}

TEST(CrossValidation, MatchesCvGlmnet) {
  const auto rows = support::made_rows();
  const ClusterMoments folds(rows.weighted(), rows.folds, 5);
  for (const Expected& expected : kGlmnet) {
    SCOPED_TRACE(expected.mix);
    const auto all = cross_validate(folds, settings_for(expected.mix));
    ASSERT_TRUE(all.has_value());
    for (std::size_t i = 0; i < 6; ++i) {
      EXPECT_NEAR(all->errors[10 * i], expected.errors[i], 1e-9);
      EXPECT_NEAR(all->standard_errors[10 * i], expected.standard_errors[i], 1e-9);
    }
    EXPECT_EQ(all->best, expected.best);
    EXPECT_EQ(all->sparest, expected.sparest);
    const auto predicted = out_of_fold(*all, all->best, rows.x, rows.folds);
    EXPECT_NEAR(predicted[0], expected.predictions[0], 1e-8);
    EXPECT_NEAR(predicted[1], expected.predictions[1], 1e-8);
    EXPECT_NEAR(predicted[59], expected.predictions[2], 1e-8);
  }
}

TEST(CrossValidation, HasTheErrorOfItsOutOfFoldPredictions) {
  const auto rows = support::made_rows();
  const ClusterMoments folds(rows.weighted(), rows.folds, 5);
  const auto all = cross_validate(folds, settings_for(0.5));
  const auto predicted = out_of_fold(*all, all->best, rows.x, rows.folds);
  double error = 0;
  double weight = 0;
  for (std::size_t i = 0; i < 60; ++i) {
    error += rows.weights[i] * (rows.y[i] - predicted[i]) * (rows.y[i] - predicted[i]);
    weight += rows.weights[i];
  }
  EXPECT_NEAR(all->errors[all->best], error / weight, 1e-12);
  const double variance = folds.total().covariance(6, 6);
  EXPECT_NEAR(all->r_squared[all->best], 1 - error / weight / variance, 1e-11);
}

TEST(CrossValidation, IsTheSameForAnyNumberOfWorkers) {
  const auto rows = support::made_rows();
  const ClusterMoments folds(rows.weighted(), rows.folds, 5);
  const auto one = cross_validate(folds, {}, {1});
  const auto three = cross_validate(folds, {}, {3});
  EXPECT_EQ(one->errors, three->errors);
  EXPECT_EQ(one->without[4].coefficients, three->without[4].coefficients);
}

TEST(CrossValidation, PassesOverFoldsWithoutRows) {
  const auto rows = support::made_rows();
  const auto five = cross_validate(ClusterMoments(rows.weighted(), rows.folds, 5), {});
  const auto seven = cross_validate(ClusterMoments(rows.weighted(), rows.folds, 7), {});
  ASSERT_TRUE(five.has_value() && seven.has_value());
  ASSERT_EQ(five->errors.size(), seven->errors.size());
  for (std::size_t m = 0; m < five->errors.size(); ++m) {
    EXPECT_NEAR(five->errors[m], seven->errors[m], 1e-12);
    EXPECT_NEAR(five->standard_errors[m], seven->standard_errors[m], 1e-12);
  }
}

TEST(CrossValidation, IsAbsentWithOneFold) {
  const auto rows = support::made_rows();
  const std::vector<std::size_t> same(60, 0);
  EXPECT_FALSE(cross_validate(ClusterMoments(rows.weighted(), same, 1), {}).has_value());
  EXPECT_FALSE(cross_validate(ClusterMoments(rows.weighted(), same, 3), {}).has_value());
}

}  // namespace
}  // namespace wijkbeeld::stats
