// SPDX-License-Identifier: EUPL-1.2
// Expected numbers: tests/reference/penalised.R (R 4.2.2, glmnet 4.1.6, thresh = 1e-20).
#include "stats/elastic_net.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "base/random.hpp"
#include "stats/normal_equations.hpp"
#include "support/made_rows.hpp"

namespace wijkbeeld::stats {
namespace {

const std::vector<double> kLambdas{0.2, 0.05, 0.001};
const std::vector<double> kFactors{1, 0.5, 2, 1, 0, 1.5};

// Intercept and coefficients at each of kLambdas.
using Fits = std::vector<std::vector<double>>;

struct Expected {
  double mix;
  bool is_weighted;  // with weights and penalty factors
  Fits fits;
  std::vector<double> deviance_ratios;
};

const std::vector<Expected> kGlmnet{
    {1,
     false,
     {{2.84925745074, 0.619754148968, 0, 0, 0.0946058213103, 0, 0},
      {-1.15922985497, 1.07290190876, -0.287661143006, 0, 0.196194629444, 0, 0.0152888677665},
      {-2.96856813936, 1.27020127358, -0.373594758914, -0.00831078347511, 0.230433988816,
       -0.0368233169474, 0.0514187872639}},
     {0.526681828297, 0.833295099222, 0.869139142278}},
    {1,
     true,
     {{5.11559981484, 0.594455383513, -0.0526944889954, 0, 0.0910041937106, -0.0133440191197, 0},
      {0.964293606119, 1.04883741123, -0.273932605985, 0, 0.19649448421, -0.0221113588711, 0},
      {-2.29062761659, 1.23772583036, -0.342439319615, -0.0103270139882, 0.225289757832,
       -0.0412390982853, 0.043892868291}},
     {0.563136165181, 0.825276844093, 0.860544552977}},
    {0.5,
     false,
     {{1.76218573631, 0.793667706298, -0.137268248576, 0, 0.145433070985, 0, 0},
      {-1.7951917149, 1.11546998274, -0.320260296529, 0, 0.205337589707, -0.00845855582771,
       0.0299472021292},
      {-2.97720221963, 1.27166651441, -0.373761292067, -0.00892889322382, 0.230726421797,
       -0.0372155679254, 0.0518065806604}},
     {0.704232222905, 0.85140043283, 0.869151996649}},
    {0.5,
     true,
     {{3.53015640814, 0.765554189513, -0.164035065894, 0, 0.142168199111, -0.0141195131141, 0},
      {-0.134562272586, 1.09109498419, -0.296527339519, 0, 0.204018955222, -0.0296929287831,
       0.0188731901499},
      {-2.31966454615, 1.23977521009, -0.342200061279, -0.0118611047818, 0.225618352787,
       -0.0412121342218, 0.0444443396883}},
     {0.717759721794, 0.844748511218, 0.860572747456}},
    {0,
     false,
     {{-0.198574949016, 0.936919953492, -0.264721349457, 0.0144774891682, 0.179545707481,
       -0.018156949767, 0.0344183629743},
      {-2.15200890867, 1.16692950518, -0.340649333146, -0.00051020643227, 0.215636048088,
       -0.031062201785, 0.0460651174383},
      {-2.9857895539, 1.27312697646, -0.373928426756, -0.00954526603456, 0.23101822778,
       -0.0376067939956, 0.0521933395683}},
     {0.81470432625, 0.863744333903, 0.869158835672}},
    {0,
     true,
     {{1.238991305, 0.897415345248, -0.255702950792, 0.0157132199797, 0.175997083049,
       -0.0274363533019, 0.0250321205706},
      {-1.19321357255, 1.12905900808, -0.317817449323, 0.000677164275712, 0.211004268662,
       -0.0371924411607, 0.0373535352638},
      {-2.34854918544, 1.24181192427, -0.341964471519, -0.0133859453006, 0.22594568201,
       -0.0411853547036, 0.0449931763297}},
     {0.806279100365, 0.854960912775, 0.860585845359}},
};

const Fits kNotStandardised = {
    {6.48067221684, 0, 0, 0, 0.16431277562, 0, 0},
    {0.295032819294, 0.607163358426, -0.160912479985, 0, 0.220897806951, 0, 0.0110685087558},
    {-2.3139601817, 1.23028577846, -0.33951909638, -0.0118938817289, 0.225966503819,
     -0.0406281692787, 0.0443295300435}};

ElasticNetSettings exact(double mix) {
  ElasticNetSettings settings;
  settings.mix = mix;
  settings.lambdas = kLambdas;
  settings.tolerance = 1e-20;
  return settings;
}

void expect_fits(const ElasticNet& net, const Fits& expected) {
  ASSERT_EQ(net.size(), 3U);
  for (std::size_t m = 0; m < 3; ++m) {
    EXPECT_NEAR(net.intercepts[m], expected[m][0], 1e-8);
    for (std::size_t j = 0; j < 6; ++j)
      EXPECT_NEAR(net.coefficients.at(j, m), expected[m][j + 1], 1e-9) << m << ' ' << j;
  }
}

TEST(ElasticNet, MatchesGlmnetForLassoMixtureAndRidge) {
  const auto rows = support::made_rows();
  for (const Expected& expected : kGlmnet) {
    auto settings = exact(expected.mix);
    if (expected.is_weighted) settings.penalty_factors = kFactors;
    const auto net =
        elastic_net(moments(expected.is_weighted ? rows.weighted() : rows.plain()), settings);
    ASSERT_TRUE(net.has_value());
    EXPECT_TRUE(net->converged);
    expect_fits(*net, expected.fits);
    for (std::size_t m = 0; m < 3; ++m)
      EXPECT_NEAR(net->deviance_ratios[m], expected.deviance_ratios[m], 1e-10);
  }
}

TEST(ElasticNet, MatchesGlmnetWithoutStandardising) {
  const auto rows = support::made_rows();
  auto settings = exact(1);
  settings.standardise = false;
  expect_fits(*elastic_net(moments(rows.weighted()), settings), kNotStandardised);
}

TEST(ElasticNet, WalksThePathOfGlmnetAndEndsWhereItEnds) {
  const auto rows = support::made_rows();
  ElasticNetSettings settings;
  settings.penalty_factors = kFactors;
  settings.tolerance = 1e-14;
  const auto net = elastic_net(moments(rows.weighted()), settings);
  EXPECT_EQ(net->size(), 66U);
  EXPECT_NEAR(net->lambdas[0], 0.404389179449, 1e-11);
  EXPECT_NEAR(net->lambdas[1], 0.36846435929, 1e-11);
  EXPECT_NEAR(net->lambdas.back(), 0.000956173933395, 1e-13);
  EXPECT_EQ(net->nonzero[0], 1U) << "the control alone";
  EXPECT_GT(net->nonzero[1], 1U);
}

TEST(ElasticNet, WalksTheRidgePathOfGlmnet) {
  const auto rows = support::made_rows();
  ElasticNetSettings settings;
  settings.mix = 0;
  const auto net = elastic_net(moments(rows.weighted()), settings);
  EXPECT_EQ(net->size(), 100U);
  EXPECT_NEAR(net->lambdas[0], 414.803268549, 1e-8);
  EXPECT_NEAR(net->lambdas[1], 377.953289417, 1e-8);
  EXPECT_NEAR(net->lambdas[99], 0.0414803268549, 1e-11);
}

TEST(ElasticNet, WithoutPenaltyIsLeastSquares) {
  const auto rows = support::made_rows();
  const Moments m = moments(rows.weighted());
  const auto line = solve(m);
  for (const double mix : {0.0, 0.5, 1.0}) {
    auto settings = exact(mix);
    settings.lambdas = {0};
    const auto net = elastic_net(m, settings);
    for (std::size_t j = 0; j < 6; ++j)
      EXPECT_NEAR(net->coefficients.at(j, 0), line->coefficients[j], 1e-9);
    EXPECT_NEAR(net->intercepts[0], line->intercept, 1e-8);
  }
}

TEST(ElasticNet, EndsBeforeTooManyColumnsAreIn) {
  const auto rows = support::made_rows();
  ElasticNetSettings settings;
  settings.most_nonzero = 2;
  const auto net = elastic_net(moments(rows.weighted()), settings);
  ASSERT_GT(net->size(), 2U);
  EXPECT_LE(net->nonzero.back(), 2U);
  EXPECT_LT(net->size(), 66U);
}

TEST(ElasticNet, WalksTheWholePathWhenTold) {
  const auto rows = support::made_rows();
  ElasticNetSettings settings;
  settings.least_gain = 0;
  settings.path_length = 40;
  settings.least_ratio = 0.01;
  const auto net = elastic_net(moments(rows.plain()), settings);
  ASSERT_EQ(net->size(), 40U);
  EXPECT_NEAR(net->lambdas[39] / net->lambdas[0], 0.01, 1e-12);
}

TEST(ElasticNet, SaysThatItRanOutOfRounds) {
  const auto rows = support::made_rows();
  ElasticNetSettings settings;
  settings.most_rounds = 20;
  const auto net = elastic_net(moments(rows.plain()), settings);
  EXPECT_FALSE(net->converged);
  EXPECT_LT(net->size(), 66U);
  EXPECT_EQ(net->size(), net->lambdas.size());
  EXPECT_EQ(net->size(), net->coefficients.columns());
}

TEST(ElasticNet, KeepsAConstantColumnOut) {
  auto rows = support::made_rows();
  for (double& number : rows.x.column(0))
    number = 0.7;
  for (const double mix : {0.0, 1.0}) {
    const auto net = elastic_net(moments(rows.weighted()), exact(mix));
    for (std::size_t m = 0; m < 3; ++m)
      EXPECT_EQ(net->coefficients.at(0, m), 0);
    EXPECT_NE(net->coefficients.at(3, 2), 0);
  }
}

TEST(ElasticNet, FitsControlsOnlyWhenNothingHasAPenalty) {
  const auto rows = support::made_rows();
  ElasticNetSettings settings;
  settings.penalty_factors.assign(6, 0);
  settings.tolerance = 1e-20;
  const Moments m = moments(rows.weighted());
  const auto net = elastic_net(m, settings);
  ASSERT_EQ(net->size(), 1U);
  EXPECT_EQ(net->lambdas[0], 0);
  EXPECT_NEAR(net->coefficients.at(0, 0), solve(m)->coefficients[0], 1e-9);
}

TEST(ElasticNet, IsAbsentWhenThereIsNothingToFit) {
  auto rows = support::made_rows();
  EXPECT_FALSE(elastic_net(Moments{}, {}).has_value());
  EXPECT_FALSE(elastic_net(moments({Matrix(60, 0), rows.y, {}}), {}).has_value());
  rows.y.assign(60, 0.1);
  EXPECT_FALSE(elastic_net(moments(rows.plain()), {}).has_value());
}

TEST(ElasticNet, PredictsFromInterceptAndCoefficients) {
  const auto rows = support::made_rows();
  const auto net = elastic_net(moments(rows.weighted()), exact(1));
  const auto expected = predictions(*net, 1, rows.x);
  double row = net->intercepts[1];
  for (std::size_t j = 0; j < 6; ++j)
    row += net->coefficients.at(j, 1) * rows.x.at(7, j);
  EXPECT_NEAR(expected[7], row, 1e-12);
}

// The conditions of Karush, Kuhn and Tucker: the gradient of a column that is in equals its
// penalty, that of a column that is out does not exceed it.
TEST(ElasticNet, MeetsTheConditionsOfAMinimumForRandomRows) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    SCOPED_TRACE(seed);
    base::Stream stream(base::Seed{seed}, 1);
    Matrix x(50, 8);
    std::vector<double> y;
    std::vector<double> weights;
    for (std::size_t i = 0; i < 50; ++i) {
      const double shared = stream.normal();
      for (std::size_t j = 0; j < 8; ++j)
        x.at(i, j) = shared + stream.normal();
      y.push_back(x.at(i, 0) - x.at(i, 5) + 2 * stream.normal());
      weights.push_back(stream.uniform());
    }
    const Moments m = moments({x, y, weights});
    ElasticNetSettings settings;
    settings.mix = 0.25 + 0.75 * stream.uniform();
    settings.tolerance = 1e-22;
    const auto net = elastic_net(m, settings);
    const double spread = std::sqrt(m.covariance(8, 8));
    for (std::size_t l = 0; l < net->size(); l += 7) {
      for (std::size_t j = 0; j < 8; ++j) {
        double gradient = m.covariance(j, 8);
        for (std::size_t k = 0; k < 8; ++k)
          gradient -= m.covariance(j, k) * net->coefficients.at(k, l);
        const double own = std::sqrt(m.covariance(j, j));
        gradient /= own;
        const double b = net->coefficients.at(j, l) * own;
        const double pull = net->lambdas[l] * settings.mix;
        if (b == 0)
          EXPECT_LE(std::abs(gradient), pull * (1 + 1e-9) + 1e-12);
        else
          EXPECT_NEAR(gradient,
                      std::copysign(pull, b) + net->lambdas[l] * (1 - settings.mix) * b / spread,
                      1e-9);
      }
    }
  }
}

}  // namespace
}  // namespace wijkbeeld::stats
