// SPDX-License-Identifier: EUPL-1.2
#include "instrument/score.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

#include "instrument/fit.hpp"
#include "instrument/small_country_test.hpp"

namespace wijkbeeld::instrument {
namespace {

struct Ready {
  series::Project project = {};
  Instrument instrument = {};
  Fitted fitted = {};
  std::vector<StandardWave> waves = {};
};

Ready ready(series::Project project = small_project()) {
  add_samples(project, 1500, {3});
  base::Progress progress;
  base::Ledger ledger;
  Ready out{std::move(project), parse_instrument(small_definition(), "klein.toml")};
  out.fitted = fit(out.instrument, out.project, {1}, progress, ledger);
  for (const series::Wave wave : out.instrument.edition.waves)
    out.waves.push_back(
        standardised(out.instrument, out.fitted.measured, out.fitted.model.standard, wave));
  return out;
}

AreaMeans buurten(const Ready& one, unsigned workers = 1) {
  base::Ledger ledger;
  return area_means(one.project, one.fitted.measured, one.waves, area::Level::buurt, 30, {workers},
                    ledger);
}

TEST(ScoresOf, AddUpToTheDeviationWithoutRemainder) {
  const Ready one = ready();
  const AreaMeans means = buurten(one);
  ASSERT_EQ(means.size(), 16u);
  const WaveScores scores =
      scores_of(one.instrument, one.fitted.model, means, 0, one.fitted.model.weights, {1});
  for (std::size_t i = 0; i < means.size(); ++i) {
    EXPECT_EQ(scores.contributions[0][i] + scores.contributions[1][i], scores.deviation[i]);
    const auto terms = term_contributions(one.fitted.model, means, i, 0);
    EXPECT_NEAR(std::accumulate(terms.begin(), terms.end(), 0.0), scores.deviation[i], 1e-12);
  }
}

TEST(ScoresOf, AreMeansOverResidentsOfTheCells) {
  const Ready one = ready();
  const AreaMeans means = buurten(one);
  const AreaMeans units = unit_means(one.fitted.measured, one.waves, 0);
  const auto& weights = one.fitted.model.weights;
  const WaveScores of_buurten = scores_of(one.instrument, one.fitted.model, means, 1, weights, {1});
  const WaveScores of_cells = scores_of(one.instrument, one.fitted.model, units, 1, weights, {1});
  double people = 0, sum = 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (one.project.nestings[0].parent_of(units.codes[i])->text != means.codes[0].text) continue;
    people += units.residents[1][i];
    sum += units.residents[1][i] * of_cells.deviation[i];
  }
  EXPECT_NEAR(of_buurten.deviation[0], sum / people, 1e-12);
  EXPECT_DOUBLE_EQ(means.residents[1][0], people);
}

TEST(ScoresOf, HaveTheErrorThatTheCovarianceGives) {
  const Ready one = ready();
  const AreaMeans means = buurten(one);
  const Model& model = one.fitted.model;
  const WaveScores scores = scores_of(one.instrument, model, means, 0, model.weights, {1});
  double variance = 0;
  for (std::size_t j = 0; j < 3; ++j)
    for (std::size_t k = 0; k < 3; ++k)
      variance += means.z[0].at(4, j) * model.covariance.at(j, k) * means.z[0].at(4, k);
  EXPECT_NEAR(scores.error[4], std::sqrt(variance), 1e-12);
}

TEST(ScoresOf, AreLessSureWhereAValueWasFilledIn) {
  series::Project project = small_project();
  for (series::Series& one : project.series)
    if (one.key().quantity == "noise") one.set(0, 0, table::Absence::not_collected);
  const Ready one = ready(std::move(project));
  const AreaMeans units = unit_means(one.fitted.measured, one.waves, 0);
  const Model& model = one.fitted.model;
  const WaveScores scores = scores_of(one.instrument, model, units, 0, model.weights, {1});
  // The doubt of the noise itself, times its weight, is more than that of all weights together.
  EXPECT_GT(scores.error[0], std::abs(model.weights[1]) * 0.9);
  EXPECT_LT(scores.error[1], std::abs(model.weights[1]) * 0.9);
}

TEST(ChangesOf, SeeTheNoiseThatFellEverywhere) {
  const Ready one = ready();
  const AreaMeans means = buurten(one);
  const ScoreChanges changes = changes_of(one.instrument, one.fitted.model, means, 0, 1, {1});
  for (std::size_t i = 0; i < means.size(); ++i) {
    EXPECT_EQ(changes.is_known[i], 1);
    EXPECT_NEAR(changes.change[i],
                -2 / one.fitted.model.standard.terms[1].scale * one.fitted.model.weights[1], 1e-9);
    EXPECT_GT(changes.probability[i], 0.999);
    EXPECT_LT(changes.false_discovery[i], 0.01);
  }
}

TEST(ClassProbabilities, AddUpAndFollowTheLimits) {
  const ClassScale scale({2.8, 3.0, 3.2}, {{"a", "a"}, {"b", "b"}, {"c", "c"}, {"d", "d"}});
  const auto on_limit = class_probabilities(scale, 3.0, 0.05);
  EXPECT_NEAR(std::accumulate(on_limit.begin(), on_limit.end(), 0.0), 1, 1e-12);
  EXPECT_NEAR(on_limit[1], on_limit[2], 1e-12);
  const auto sure = class_probabilities(scale, 3.1, 0);
  EXPECT_EQ(sure[2], 1);
}

TEST(ScoreSeries, AreOrdinarySeriesThatAddUp) {
  const Ready one = ready();
  const AreaMeans means = buurten(one, 2);
  const auto all = score_series(one.instrument, one.fitted.model, means, {2});
  series::Project project = {};
  project.series = all;
  const auto find = [&](const std::string& quantity) -> const series::Series& {
    const auto* found =
        project.find_series({{"klein-instrument"}, area::Level::buurt, kSmallVintage, quantity});
    EXPECT_NE(found, nullptr) << quantity;
    return *found;
  };
  const series::Series& score = find("score");
  const series::Series& deviation = find("deviation");
  EXPECT_NEAR(*score.value(2, 0), 3.0 + *deviation.value(2, 0), 1e-12);
  EXPECT_EQ(*find("class").value(2, 0),
            one.instrument.edition.classes->class_of(*score.value(2, 0)));
  EXPECT_NEAR(*find("change").value(2, 0), *score.value(2, 1) - *score.value(2, 0), 1e-12);
  EXPECT_GT(*find("class.probability").value(2, 0), 0);
  EXPECT_NEAR(*find("contribution.fys").value(2, 0) + *find("contribution.won").value(2, 0),
              *deviation.value(2, 0), 1e-12);
}

TEST(ScoreSeries, WithholdAreasWithTooFewResidents) {
  const Ready one = ready();
  const AreaMeans units = unit_means(one.fitted.measured, one.waves, 30);
  const auto all = score_series(one.instrument, one.fitted.model, units, {1});
  for (const series::Series& series : all)
    for (std::size_t i = 0; i < units.size(); ++i)
      EXPECT_EQ(series.value(i, 0).has_value(), units.residents[0][i] >= 30)
          << series.key().quantity;
}

}  // namespace
}  // namespace wijkbeeld::instrument
