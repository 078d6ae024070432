// SPDX-License-Identifier: EUPL-1.2
#include "instrument/fit.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "instrument/score.hpp"
#include "instrument/small_country_test.hpp"

namespace wijkbeeld::instrument {
namespace {

using ::testing::HasSubstr;

Fitted fitted(const std::string& definition, const series::Project& project, unsigned workers = 1) {
  base::Progress progress;
  base::Ledger ledger;
  return fit(parse_instrument(definition, "klein.toml"), project, {workers}, progress, ledger);
}

series::Project project_with(std::size_t rows, base::Seed seed = {11}) {
  series::Project project = small_project();
  add_samples(project, rows, seed);
  return project;
}

std::string refusal(const std::string& definition, const series::Project& project) {
  try {
    fitted(definition, project);
  } catch (const base::Failures& failures) {
    return failures.what();
  } catch (const base::Failure& failure) {
    return failure.what();
  }
  return "no failure";
}

TEST(Fit, FindsThePlantedWeightsWithinThreeErrors) {
  const Model model = fitted(small_definition(), project_with(6000)).model;
  const SmallTruth truth;
  const std::vector<double> planted = {truth.green, truth.noise, truth.age};
  ASSERT_EQ(model.weights.size(), 3u);
  for (std::size_t t = 0; t < 3; ++t) {
    EXPECT_NEAR(model.weights[t], planted[t], 3 * model.errors[t]) << model.standard.terms[t].id;
    EXPECT_LT(model.errors[t], 0.02);
    EXPECT_GT(model.errors[t], 0.001);
  }
}

TEST(Fit, PutsAnswersInStepsWhateverTheLink) {
  const auto project = project_with(6000);
  const Model probit = fitted(small_definition(), project).model;
  const Model logit =
      fitted(small_definition_with("ordered-probit", "ordered-logit"), project).model;
  EXPECT_NEAR(probit.outcomes[0].coefficients[1], -0.20, 0.03);
  EXPECT_NEAR(logit.outcomes[0].coefficients[1], probit.outcomes[0].coefficients[1], 0.01);
  EXPECT_NEAR(probit.outcomes[0].residual_deviation, 0.7, 0.03);
}

TEST(Fit, DoesWithoutAnswersThatNobodyGave) {
  series::Project project = project_with(6000);
  const Model all = fitted(small_definition(), project).model;
  for (double& one : project.samples[0].columns[0].numbers)
    one = std::max(one, 2.0);  // the lowest answer is joined with the next
  const Model four = fitted(small_definition(), project).model;
  EXPECT_EQ(four.outcomes[0].cutpoints.size(), 3u);
  EXPECT_NEAR(four.outcomes[0].coefficients[1], all.outcomes[0].coefficients[1], 0.01);
  for (double& one : project.samples[0].columns[0].numbers)
    one = 3;
  EXPECT_THAT(refusal(small_definition(), project),
              HasSubstr("everybody gave the answer 3 in 'oordeel'"));
}

TEST(Fit, FindsWhatDiffersBetweenDwellings) {
  const Model model = fitted(small_definition(), project_with(6000)).model;
  const OutcomeFit& price = model.outcomes[1];
  ASSERT_EQ(price.controls, (std::vector<std::string>{"oppervlak", "soort:flat", "datum"}));
  EXPECT_NEAR(price.control_coefficients[0], 0.7, 0.02);
  EXPECT_NEAR(price.control_coefficients[1], -0.1, 0.02);
  EXPECT_NEAR(price.control_coefficients[2], 0.0, 0.03);
  EXPECT_NEAR(price.residual_deviation, 0.15, 0.01);
}

TEST(Fit, IsTheSameOnAnyNumberOfWorkers) {
  const auto project = project_with(800);
  EXPECT_EQ(to_text(fitted(small_definition(), project, 1).model),
            to_text(fitted(small_definition(), project, 3).model));
}

TEST(Fit, TakesTheNoiseOffBeforeItAverages) {
  // With few observations the raw spread of the prediction is far too wide; the clean one is not.
  double sum = 0;
  for (std::uint64_t seed = 0; seed < 20; ++seed)
    sum += fitted(small_definition_with("replications = 100", "replications = 40"),
                  project_with(300, {seed}))
               .model.outcomes[0]
               .spread;
  const SmallTruth truth;
  const double planted =
      std::sqrt(truth.green * truth.green + truth.noise * truth.noise + truth.age * truth.age);
  EXPECT_NEAR(sum / 20, planted, 0.02);
}

TEST(Fit, CoversThePlantedWeightsAsOftenAsItSays) {
  // 150 samples x 3 weights, 90 % intervals. The three go together within a sample, so the spread
  // is taken as that of 150 draws: 0.90 +- 3 x 0.0245.
  const SmallTruth truth;
  const std::vector<double> planted = {truth.green, truth.noise, truth.age};
  const Instrument instrument = parse_instrument(small_definition(), "klein.toml");
  series::Project project = small_project();
  base::Progress progress;
  base::Ledger ledger;
  const Measured measured = measure(instrument, project, {1}, progress, ledger);
  const Standard standard = standard_of(instrument, measured);
  std::size_t covered = 0;
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    add_samples(project, 1000, {seed});
    const Model model = fit_weights(instrument, project, measured, standard, {1}, progress, ledger);
    for (std::size_t t = 0; t < 3; ++t)
      covered += std::abs(model.weights[t] - planted[t]) <= 1.6449 * model.errors[t] ? 1U : 0U;
  }
  EXPECT_NEAR(static_cast<double>(covered) / 450, 0.90, 0.0735);
}

TEST(Fit, ShrinksWithAPenalty) {
  const auto project = project_with(3000);
  std::string definition = small_definition_with("ordered-probit", "ordinary");
  definition.replace(definition.find("[fit]"), 5, "[fit]\nmethod = \"lasso\"");
  const Model lasso = fitted(definition, project).model;
  ASSERT_TRUE(lasso.outcomes[0].penalty.has_value());
  EXPECT_GT(*lasso.outcomes[0].penalty, 0);
  const Model plain = fitted(small_definition_with("ordered-probit", "ordinary"), project).model;
  for (std::size_t t = 0; t < 3; ++t)
    EXPECT_LE(std::abs(lasso.outcomes[0].coefficients[t]),
              std::abs(plain.outcomes[0].coefficients[t]) + 1e-9);
}

TEST(Fit, JudgesOnBlocksItHasNotSeen) {
  const Model model = fitted(small_definition(), project_with(3000)).model;
  ASSERT_EQ(model.outcomes[1].checks.size(), 1u);
  const OutOfSample& check = model.outcomes[1].checks[0];
  EXPECT_EQ(check.what, "folds");
  EXPECT_EQ(check.rows, 3000u);
  EXPECT_LT(*check.r_squared, model.outcomes[1].r_squared);
  EXPECT_GT(*check.r_squared, model.outcomes[1].r_squared - 0.05);
}

TEST(Fit, KeepsAGemeenteApartWhenAsked) {
  const auto project = project_with(3000);
  const Model model =
      fitted(small_definition_with("seed = 5", "seed = 5\nheld_out = [\"GM0002\"]"), project).model;
  ASSERT_EQ(model.outcomes[1].checks.size(), 2u);
  EXPECT_EQ(model.outcomes[1].checks[1].what, "held out");
  EXPECT_EQ(model.outcomes[1].checks[1].rows + model.outcomes[1].checks[0].rows, 3000u);
  EXPECT_GT(*model.outcomes[1].checks[1].r_squared, 0.5);
  EXPECT_THAT(
      refusal(small_definition_with("seed = 5", "seed = 5\nheld_out = [\"GM0009\"]"), project),
      HasSubstr("the gemeente 'GM0009' that is held out does not occur"));
}

TEST(Fit, ExplainsAPublishedScoreExactlyWhenItCan) {
  series::Project project = small_project();
  series::SeriesBuilder published({{"boek"}, area::Level::cell, kSmallVintage, "deviation"});
  const auto scores = small_scores({});
  for (std::size_t i = 0; i < scores.size(); ++i)
    published.add(small_cell(static_cast<int>(i) / kSide, static_cast<int>(i) % kSide),
                  series::at({2012}), scores[i]);
  project.series.push_back(published.build());
  std::string text = small_definition();
  const std::size_t from = text.find("[[outcome]]");
  text.replace(from, text.find("[[indicator]]") - from,
               "[[outcome]]\nid = \"b\"\nkind = \"published\"\nedition = \"boek\"\n"
               "name = { nl = \"B\", en = \"B\" }\n");
  const Model model = fitted(text, project).model;
  EXPECT_NEAR(model.weights[0], 0.12, 1e-9);
  EXPECT_NEAR(model.weights[1], -0.20, 1e-9);
  EXPECT_NEAR(model.weights[2], 0.08, 1e-9);
  EXPECT_NEAR(*model.outcomes[0].checks[0].r_squared, 1, 1e-9);
}

// The rows of the sales at one place, paid sevenfold, or not there.
series::Project without_sales_at(series::Project project, const area::AreaCode& place) {
  series::Sample& sales = project.samples[1];
  for (std::size_t row = sales.rows(); row-- > 0;) {
    if (sales.areas[row] != place) continue;
    const auto at = static_cast<std::ptrdiff_t>(row);
    sales.areas.erase(sales.areas.begin() + at);
    for (series::SampleColumn& column : sales.columns) {
      if (column.is_text) column.texts.erase(column.texts.begin() + at);
      if (!column.is_text) column.numbers.erase(column.numbers.begin() + at);
      if (!column.is_text) column.absences.erase(column.absences.begin() + at);
    }
  }
  return project;
}

TEST(Fit, FindsTheClusterWithoutWhichItWouldBeAnother) {
  series::Project project = project_with(3000);
  const area::AreaCode odd = small_cell(0, 0);
  series::Sample& sales = project.samples[1];
  std::size_t rows = 0;
  for (std::size_t row = 0; row < sales.rows(); ++row)
    if (sales.areas[row] == odd) {
      sales.columns[0].numbers[row] *= 7;
      ++rows;
    }
  const Fitted all = fitted(small_definition(), project);
  const Model without = fitted(small_definition(), without_sales_at(project, odd)).model;
  ASSERT_EQ(all.influences.size(), 2u);
  const ClusterInfluence& most = all.influences[1].front();
  EXPECT_EQ(all.measured.units.codes[all.observations[1].units[most.first_row]], odd);
  EXPECT_EQ(most.rows, rows);
  ASSERT_TRUE(most.steps && most.moved);
  const OutcomeFit& price = all.model.outcomes[1];
  EXPECT_NEAR(*most.steps,
              (price.coefficients[most.term] - without.outcomes[1].coefficients[most.term]) /
                  price.errors[most.term],
              1e-8);
  EXPECT_GT(*most.moved, 3 * *all.influences[1][1].moved);
  EXPECT_EQ(all.influences[0].size(), all.model.outcomes[0].clusters);
}

TEST(Fit, NamesIndicatorsThatFollowFromEachOther) {
  std::string text = small_definition();
  text += R"(
[[indicator]]
id = "quiet"
name = { nl = "Stilte", en = "Quiet" }
dimension = "fys"
unit = "dB"
column = { edition = "klein", quantity = "noise", times = -1 }
)";
  EXPECT_THAT(refusal(text, project_with(500)), HasSubstr("'quiet' follows from others: noise"));
}

TEST(Fit, RefusesAnIndicatorThatIsTheSameEverywhere) {
  EXPECT_THAT(
      refusal(small_definition_with("transform = [\"log\"]", "transform = [{ cap = [0, 0.001] }]"),
              project_with(500)),
      HasSubstr("the indicator 'age' is the same everywhere in 2012"));
}

TEST(Fit, RefusesALogarithmOfNothingAndSaysWhere) {
  series::Project project = project_with(500);
  for (series::Series& one : project.series)
    if (one.key().quantity == "age") one.set(3, 0, 0.0);
  const std::string told = refusal(small_definition(), project);
  EXPECT_THAT(told, HasSubstr("the transformation of 'age' cannot take 0"));
  EXPECT_THAT(told, HasSubstr("E1000N4003"));
  EXPECT_THAT(told, HasSubstr("klein.toml"));
}

TEST(Fit, RefusesAnswersOutsideTheirScale) {
  series::Project project = project_with(500);
  project.samples[0].columns[0].numbers[41] = 7;
  EXPECT_THAT(refusal(small_definition(), project),
              HasSubstr("row 42 of 'enquete', in E1004N4010, has the answer 7"));
}

TEST(Fit, RefusesMoreIndicatorsThanRows) {
  EXPECT_THAT(refusal(small_definition(), project_with(4)), HasSubstr("rows for"));
}

TEST(Fit, RefusesAnIndicatorWithoutValuesInAWave) {
  series::Project project = project_with(500);
  for (series::Series& one : project.series)
    if (one.key().quantity == "green")
      for (std::size_t i = 0; i < one.areas().size(); ++i)
        one.set(i, 0, table::Absence::not_collected);
  EXPECT_THAT(refusal(small_definition(), project),
              HasSubstr("the indicator 'green' has no values in the base wave 2012"));
}

TEST(Fit, RefusesAnOutcomeThatAnIndicatorSeparates) {
  series::Project project = project_with(500);
  std::vector<double>& answers = project.samples[0].columns[0].numbers;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const auto cell = geo::parse_cell(project.samples[0].areas[i].text);
    const double noise = small_value("noise", cell->column - 1000, cell->row - 4000, 2012);
    answers[i] = noise > 53 ? 1 : noise > 51 ? 2 : noise > 49 ? 3 : noise > 47 ? 4 : 5;
  }
  EXPECT_THAT(refusal(small_definition(), project), HasSubstr("follow without exception from"));
}

TEST(Fit, RefusesWhatDoesNotVary) {
  series::Project project = project_with(500);
  for (series::Sample& one : project.samples)
    std::fill(one.columns[0].numbers.begin(), one.columns[0].numbers.end(), 4);
  EXPECT_THAT(refusal(small_definition(), project),
              HasSubstr("everybody gave the answer 4 in 'oordeel'"));
  EXPECT_THAT(
      refusal(small_definition_with("model = \"ordered-probit\"", "model = \"ordinary\""), project),
      HasSubstr("everybody gave the answer 4 in 'oordeel'"));
  project.samples[0] = project_with(500).samples[0];
  EXPECT_THAT(refusal(small_definition(), project),
              HasSubstr("all 500 rows of 'prijs' have the same value"));
}

TEST(Fit, RefusesToBeJudgedOnOneBlock) {
  EXPECT_THAT(refusal(small_definition_with("block = 400", "block = 400000"), project_with(500)),
              HasSubstr("all observations lie in one block of 400,000 m"));
}

TEST(Fit, TellsWhatIsWrongInEveryWaveAndSampleAtOnce) {
  series::Project project = project_with(500);
  for (series::Series& one : project.series) {
    if (one.key().quantity == "age")
      for (std::size_t i = 0; i < 3; ++i)
        one.set(i, 1, -2.5);
    if (one.key().quantity == "green")
      for (std::size_t i = 0; i < one.areas().size(); ++i)
        one.set(i, 1, table::Absence::not_collected);
  }
  const std::string told = refusal(small_definition(), project);
  EXPECT_THAT(told, HasSubstr("the transformation of 'age' cannot take \u22122.5"));
  EXPECT_THAT(told, HasSubstr("2 more values of that wave are too low for it"));
  EXPECT_THAT(told, HasSubstr("the indicator 'green' has no values in 2014"));
  project = project_with(500);
  project.samples[0].columns[0].numbers[0] = 7;
  project.samples[1].columns[0].numbers[0] = 0;
  const std::string rows = refusal(small_definition(), project);
  EXPECT_THAT(rows, HasSubstr("has the answer 7"));
  EXPECT_THAT(rows, HasSubstr("has the price 0"));
}

TEST(Fit, RefusesASampleThatIsNotThere) {
  EXPECT_THAT(refusal(small_definition(), small_project()),
              HasSubstr("the project has no sample 'enquete'"));
  EXPECT_THAT(refusal(small_definition_with("answer = \"oordeel\"", "answer = \"ordeel\""),
                      project_with(500)),
              HasSubstr("did you mean 'oordeel'?"));
}

TEST(Fit, NotesAUnitThatChanged) {
  series::Project project = project_with(500);
  for (series::Series& one : project.series)
    if (one.key().quantity == "green")
      for (std::size_t i = 0; i < one.areas().size(); ++i)
        one.set(i, 1, *one.value(i, 1) / 100);
  base::Progress progress;
  base::Ledger ledger;
  measure(parse_instrument(small_definition(), "klein.toml"), project, {1}, progress, ledger);
  EXPECT_EQ(ledger.count("unit-changed"), 1u);
}

TEST(Model, ReadsBackAsItWasWritten) {
  const Model model = fitted(small_definition(), project_with(500)).model;
  const std::string text = to_text(model);
  const Model again = parse_model(text, "model");
  EXPECT_EQ(to_text(again), text);
  EXPECT_EQ(again.weights, model.weights);
  EXPECT_EQ(again.covariance, model.covariance);
  EXPECT_EQ(again.standard, model.standard);
}

TEST(Model, RefusesAnotherVersionAndListsThatDoNotFit) {
  const std::string text = to_text(fitted(small_definition(), project_with(500)).model);
  std::string newer = text;
  newer.replace(newer.find("version = 1"), 11, "version = 9");
  EXPECT_THROW(parse_model(newer, "model"), base::Failure);
  std::string cut = text;
  const std::size_t at = cut.find("covariance = [");
  cut.replace(at, cut.find(']', at) - at, "covariance = [1.0");
  EXPECT_THROW(parse_model(cut, "model"), base::Failures);
}

}  // namespace
}  // namespace wijkbeeld::instrument
