// SPDX-License-Identifier: EUPL-1.2
#include "instrument/sensitivity.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "base/failure.hpp"
#include "instrument/town_test.hpp"

namespace wijkbeeld::instrument {
namespace {

using testing::HasSubstr;
using Outcome = Dependence::Outcome;

// Two outcomes that put different weights on the four indicators of town_model().
Model two_outcomes() {
  Model model = town_model();
  model.spread = 0.2;
  model.outcomes = {
      {.id = "oordeel", .share = 0.5, .coefficients = {0.3, -0.2, 0, 0.1, 0}, .spread = 0.5},
      {.id = "prijs", .share = 0.5, .coefficients = {0.01, -0.04, 0, 0, -0.02}, .spread = 0.1}};
  model.weights = merged_weights(model, std::vector<double>{0.5, 0.5});
  return model;
}

// `areas` buurten with made-up values, enough of them for smooth outcomes.
AreaMeans many(std::size_t areas) {
  AreaMeans means;
  means.level = area::Level::buurt;
  means.waves = {{2020}};
  means.residents.emplace_back();
  means.is_scored.emplace_back(areas, 1);
  means.z = {stats::Matrix(areas, 5)};
  base::Stream stream({5}, 1);
  for (std::size_t i = 0; i < areas; ++i) {
    means.codes.push_back({fmt::format("BU{:04}", i)});
    means.residents[0].push_back(100 + std::floor(1000 * stream.uniform()));
    for (std::size_t t = 0; t < 5; ++t)
      means.z[0].at(i, t) = stream.normal();
  }
  means.is_scored[0][3] = 0;
  return means;
}

SensitivityPlan small_plan() {
  SensitivityPlan plan;
  plan.runs = 200;
  plan.samples = 32;
  plan.areas = {{"BU0002"}, {"BU0050"}};
  return plan;
}

SensitivityAnalysis analysis(const SensitivityPlan& plan, unsigned workers = 1,
                             std::size_t areas = 80) {
  base::Progress quiet;
  return sensitivity(town_instrument(), two_outcomes(), many(areas), 0, plan, {42}, {workers},
                     quiet);
}

std::string complaint(const SensitivityPlan& plan) {
  try {
    analysis(plan);
  } catch (const base::Failures& failures) {
    return failures.what();
  }
  return "nothing wrong";
}

// By hand, from town_test.hpp: what_if_test.cpp has the scores without diefstal.
TEST(DropEach, ShowsWhoChangesClass) {
  base::Progress quiet;
  const auto rows =
      drop_each(town_instrument(), town_model(), town_means(), 1, Anchor::reference, {1}, quiet);
  ASSERT_EQ(rows.size(), 3U);  // herkomst has no weight
  EXPECT_EQ(rows[1].indicator, 1U);
  EXPECT_EQ(rows[1].areas_up, 2U);
  EXPECT_EQ(rows[1].areas_down, 1U);
  EXPECT_EQ(rows[1].residents(), 6000);
  EXPECT_EQ(rows[1].moved, (std::vector<Moved>{{1, 1, 2}, {2, 3, 2}, {3, 2, 3}}));
  EXPECT_NEAR(rows[1].mean_shift, 0.002, 1e-12);
  EXPECT_NEAR(rows[1].mean_rank_shift, 0.8, 1e-12);
  EXPECT_EQ(rows[1].largest_rank_shift, 2U);
  // Ranks 4 1 5 3 2 and 4 1 3 5 2: 1 - 6 (4 + 4) / (5 x 24).
  EXPECT_NEAR(*rows[1].rank_correlation, 0.6, 1e-12);
}

TEST(Sensitivity, VariesWhatCanVary) {
  const auto found = analysis(small_plan());
  EXPECT_EQ(found.factors,
            (std::vector<Factor>{Factor::dropped, Factor::perturbation, Factor::draw, Factor::share,
                                 Factor::normalisation, Factor::aggregation}));
  EXPECT_EQ(found.runs, 32U * (6 + 2));
  ASSERT_EQ(found.dependence.size(), 4U);
  EXPECT_EQ(found.dependence[0].outcome, Outcome::rank_shift);
  EXPECT_EQ(found.dependence[1].outcome, Outcome::low);
  EXPECT_EQ(found.dependence[3].area.text, "BU0050");
  EXPECT_EQ(found.dependence[0].indices.size(), 6U);
}

TEST(Sensitivity, IsTheSameForAnyNumberOfWorkers) {
  const auto one = analysis(small_plan(), 1);
  const auto three = analysis(small_plan(), 3);
  EXPECT_EQ(one.uncertainty->rank_low, three.uncertainty->rank_low);
  EXPECT_EQ(one.uncertainty->rank_high, three.uncertainty->rank_high);
  EXPECT_EQ(one.uncertainty->class_share, three.uncertainty->class_share);
  EXPECT_EQ(one.uncertainty->mean_rank_shift, three.uncertainty->mean_rank_shift);
  for (std::size_t k = 0; k < one.dependence.size(); ++k) {
    EXPECT_EQ(one.dependence[k].deviation, three.dependence[k].deviation);
    for (std::size_t f = 0; f < one.factors.size(); ++f)
      EXPECT_EQ(one.dependence[k].indices[f].total.high, three.dependence[k].indices[f].total.high);
  }
  for (std::size_t k = 0; k < one.drop_one.size(); ++k)
    EXPECT_EQ(one.drop_one[k].moved, three.drop_one[k].moved);
}

TEST(Uncertainty, SurroundsEveryRankAndSharesOutTheClasses) {
  const auto found = analysis(small_plan());
  const Uncertainty& all = *found.uncertainty;
  for (std::size_t i = 0; i < 80; ++i) {
    EXPECT_LE(all.rank_low[i], all.rank_median[i]);
    EXPECT_LE(all.rank_median[i], all.rank_high[i]);
    double sum = 0;
    for (std::size_t c = 0; c < 3; ++c)
      sum += all.class_share.at(i, c);
    EXPECT_NEAR(sum, i == 3 ? 0 : 1, 1e-12);
    EXPECT_EQ(all.own_class[i], i == 3 ? 0 : all.class_share.at(i, all.number[i] - 1U));
  }
  EXPECT_EQ(all.rank[3], 0U);
  EXPECT_GT(all.mean_rank_shift, 0);
}

TEST(Uncertainty, IsNothingWhenNothingVaries) {
  SensitivityPlan plan = small_plan();
  plan.assumptions = {.drops_one = false,
                      .perturbation = 0,
                      .draws_weights = false,
                      .varies_share = false,
                      .normalisations = {Normalisation::z},
                      .aggregations = {Aggregation::arithmetic}};
  const auto found = analysis(plan);
  EXPECT_TRUE(found.factors.empty());
  EXPECT_FALSE(found.uncertainty.has_value());
  EXPECT_TRUE(found.dependence.empty());
  EXPECT_EQ(found.drop_one.size(), 3U);
}

// Weights that hardly move leave ranks alone; the same factor is all there is to depend on.
TEST(Sensitivity, GivesAllToTheOnlyFactorThereIs) {
  SensitivityPlan plan = small_plan();
  plan.samples = 256;
  plan.assumptions = {.drops_one = false,
                      .perturbation = 0.3,
                      .draws_weights = false,
                      .varies_share = false,
                      .normalisations = {Normalisation::z},
                      .aggregations = {Aggregation::arithmetic}};
  const auto found = analysis(plan);
  ASSERT_EQ(found.factors, (std::vector<Factor>{Factor::perturbation}));
  EXPECT_NEAR(found.dependence[0].indices[0].total.value, 1, 0.25);
  EXPECT_NEAR(found.dependence[0].indices[0].first.value, 1, 0.25);
  plan.assumptions.perturbation = 1e-9;
  EXPECT_EQ(analysis(plan).uncertainty->mean_rank_shift, 0);
}

// The score of an area is linear in the share of the first outcome, so its variance over an even
// spread between two shares is that of a straight line: (difference / range)^2 / 12.
TEST(Sensitivity, FindsTheVarianceOfAShareThatIsKnown) {
  SensitivityPlan plan = small_plan();
  plan.runs = 0;
  plan.samples = 1024;
  plan.assumptions = {.drops_one = false,
                      .perturbation = 0,
                      .draws_weights = false,
                      .first_share = std::pair{0.4, 0.6},
                      .normalisations = {Normalisation::z},
                      .aggregations = {Aggregation::arithmetic}};
  const Instrument instrument = town_instrument();
  const Model model = two_outcomes();
  const AreaMeans means = many(80);
  const IndexMaker maker(instrument, model, means, 0);
  IndexRoom room;
  IndexPlan ends;
  const auto score_at = [&](double share) {
    ends.weights = merged_weights(model, std::vector<double>{share, 1 - share});
    return maker.make(ends, room).scores[2];
  };
  const double expected = std::abs(score_at(0.6) - score_at(0.4)) / std::sqrt(12.0);
  EXPECT_NEAR(analysis(plan).dependence[2].deviation, expected, 0.05 * expected);
}

TEST(Assumptions, HoldTheInstrumentItself) {
  SensitivityPlan plan = small_plan();
  plan.assumptions.normalisations = {Normalisation::rank, Normalisation::rank};
  plan.assumptions.aggregations = {};
  plan.assumptions.perturbation = -1;
  plan.assumptions.first_share = std::pair{0.6, 0.9};
  const std::string told = complaint(plan);
  EXPECT_THAT(told, HasSubstr("'z' is not among the options of normalisation"));
  EXPECT_THAT(told, HasSubstr("'rank' is named twice as normalisation"));
  EXPECT_THAT(told, HasSubstr("'arithmetic' is not among the options of aggregation"));
  EXPECT_THAT(told, HasSubstr("weights cannot be perturbed by -1"));
  EXPECT_THAT(told, HasSubstr("cannot vary from 0.6 to 0.9"));
  EXPECT_THAT(told, HasSubstr("in the model it is 0.5"));
}

TEST(Assumptions, GiveTheInstrumentAtItsOwnPoint) {
  const Instrument instrument = town_instrument();
  const Model model = two_outcomes();
  const AreaMeans means = many(80);
  const IndexMaker maker(instrument, model, means, 0);
  Assumptions only;
  only.draws_weights = false;
  only.perturbation = 0;
  const AssumptionSpace space(only, model, maker, {1});
  ASSERT_EQ(space.factors(), (std::vector<Factor>{Factor::dropped, Factor::share,
                                                  Factor::normalisation, Factor::aggregation}));
  IndexPlan plan;
  // Nothing dropped; halfway between 0.25 and 0.75; the first of each list.
  space.plan_at(std::vector<double>{0.1, 0.5, 0, 0}, plan);
  EXPECT_EQ(plan.weights, model.weights);
  EXPECT_TRUE(plan.dropped.empty());
  space.plan_at(std::vector<double>{0.999, 0, 0.5, 0.999}, plan);
  EXPECT_EQ(plan.dropped, (std::vector<std::size_t>{3}));
  EXPECT_EQ(plan.normalisation, Normalisation::min_max);
  EXPECT_EQ(plan.aggregation, Aggregation::geometric);
  const auto quarter = merged_weights(model, std::vector<double>{0.25, 0.75});
  for (std::size_t t = 0; t < 5; ++t)
    EXPECT_NEAR(plan.weights[t], quarter[t], 1e-15);
}

TEST(Sensitivity, NamesAreasItCannotExplain) {
  SensitivityPlan plan = small_plan();
  plan.areas = {{"BU002"}, {"BU0003"}};
  const std::string told = complaint(plan);
  EXPECT_THAT(told, HasSubstr("there is no buurt 'BU002'"));
  EXPECT_THAT(told, HasSubstr("did you mean 'BU0002'?"));
  EXPECT_THAT(told, HasSubstr("'BU0003' has no score in 2020"));
}

TEST(Sensitivity, StopsWhenAsked) {
  struct Stop : base::Progress {
    [[nodiscard]] bool is_stopped() const override { return true; }
  } stop;
  EXPECT_THROW(
      sensitivity(town_instrument(), two_outcomes(), many(80), 0, small_plan(), {42}, {2}, stop),
      base::Failure);
}

}  // namespace
}  // namespace wijkbeeld::instrument
