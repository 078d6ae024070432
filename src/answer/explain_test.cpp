// SPDX-License-Identifier: EUPL-1.2
#include "answer/explain.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/tiny_instrument.hpp"

namespace wijkbeeld::answer {
namespace {

using support::TinyFit;
using ::testing::HasSubstr;

class ExplainTest : public ::testing::Test {
 protected:
  Explanation ask(const std::string& code, std::optional<series::Wave> wave = {},
                  std::optional<series::Wave> since = {}) {
    return explain({{code}, wave, since}, tiny.instrument, tiny.fitted.model, scored, tiny.project,
                   {1});
  }
  std::string refusal(const std::string& code, std::optional<series::Wave> wave = {},
                      std::optional<series::Wave> since = {}) {
    try {
      ask(code, wave, since);
    } catch (const base::Failure& failure) {
      return failure.what();
    }
    return "nothing was refused";
  }

  TinyFit tiny;
  instrument::Scored scored = tiny.scored();
};

double sum_of(const std::vector<ExplainedDimension>& dimensions) {
  double total = 0;
  for (const ExplainedDimension& dimension : dimensions) {
    double own = 0;
    for (const ExplainedIndicator& one : dimension.indicators)
      own += *one.contribution;
    EXPECT_EQ(own, *dimension.contribution);
    total += own;
  }
  return total;
}

TEST_F(ExplainTest, AddsUpFromIndicatorsToDimensionsToTheScore) {
  for (const char* code : {"WK990100", "WK990205", "GM9903"}) {
    const Explanation found = ask(code);
    EXPECT_NEAR(sum_of(found.dimensions), *found.deviation, 1e-12) << code;
    EXPECT_NEAR(*found.reference + *found.deviation, *found.score, 1e-12);
    EXPECT_EQ(found.wave.year, 2016);
  }
}

TEST_F(ExplainTest, SaysTheSameFromWhatIsKeptPerArea) {
  const auto indicators =
      instrument::indicator_means(tiny.instrument, tiny.project, scored.measured);
  const auto national = national_means(tiny.instrument, scored.measured);
  for (const char* code : {"WK990100", "GM9903"}) {
    const ExplainQuestion whole = whole_question(scored.levels, {code});
    const Explanation units = ask(code, whole.wave, whole.since);
    const Explanation levels = explain(whole, tiny.instrument, tiny.fitted.model,
                                       {scored.levels, indicators, national}, tiny.project, {1});
    ASSERT_EQ(levels.dimensions.size(), units.dimensions.size());
    EXPECT_EQ(*levels.score, *units.score);
    for (std::size_t d = 0; d < units.dimensions.size(); ++d) {
      EXPECT_EQ(*levels.dimensions[d].contribution, *units.dimensions[d].contribution);
      ASSERT_EQ(levels.dimensions[d].indicators.size(), units.dimensions[d].indicators.size());
      for (std::size_t i = 0; i < units.dimensions[d].indicators.size(); ++i) {
        const ExplainedIndicator& a = levels.dimensions[d].indicators[i];
        const ExplainedIndicator& b = units.dimensions[d].indicators[i];
        EXPECT_EQ(a.indicator, b.indicator);
        EXPECT_EQ(a.national.value, b.national.value);
        ASSERT_EQ(a.value.has_value(), b.value.has_value()) << a.indicator->id;
        if (b.value.has_value()) {
          EXPECT_NEAR(*a.value, *b.value, 1e-6 * (1 + std::abs(*b.value)));
        }
      }
    }
  }
}

TEST_F(ExplainTest, DoesNotTellHowFewLiveInACell) {
  const area::AreaCode code{"WK990100"};
  std::vector<instrument::AreaMeans> levels{scored.levels.front()};
  instrument::AreaMeans& means = levels.front();
  const std::size_t at = *means.find(code);
  means.is_scored.back()[at] = 0;
  means.residents.back()[at] = 3;
  const auto refused = [&](area::Level level) {
    means.level = level;
    try {
      explain({code}, tiny.instrument, tiny.fitted.model, {levels, {}, {}}, tiny.project, {1});
    } catch (const base::Failure& failure) {
      return std::string(failure.what());
    }
    return std::string("nothing was refused");
  };
  EXPECT_THAT(refused(area::Level::cell), HasSubstr("fewer than 5 residents are known there"));
  EXPECT_THAT(refused(area::Level::wijk), HasSubstr("3 residents are known there"));
}

TEST_F(ExplainTest, OfAWholePathRunsFromTheFirstScoreToTheLast) {
  const ExplainQuestion whole = whole_question(scored.levels, {"WK990100"});
  ASSERT_TRUE(whole.wave && whole.since);
  EXPECT_EQ(whole.wave->year, 2016);
  EXPECT_LT(*whole.since, *whole.wave);
  for (instrument::AreaMeans& means : scored.levels)
    if (const auto at = means.find({"WK990100"}))
      for (std::size_t w = 0; w + 1 < means.waves.size(); ++w)
        means.is_scored[w][*at] = 0;
  EXPECT_FALSE(whole_question(scored.levels, {"WK990100"}).since) << "one score is no path";
  EXPECT_FALSE(whole_question(scored.levels, {"WK123456"}).wave);
}

TEST_F(ExplainTest, IsWeightTimesDistanceToTheNationalMean) {
  const Explanation found = ask("WK990205", series::Wave{2012});
  const instrument::Model& model = tiny.fitted.model;
  for (const ExplainedDimension& dimension : found.dimensions)
    for (const ExplainedIndicator& one : dimension.indicators)
      if (one.indicator->id == "groen") {
        EXPECT_NEAR(*one.contribution,
                    model.weights[0] * (*one.value - *one.national) / model.standard.terms[0].scale,
                    1e-9);
      }
}

TEST_F(ExplainTest, TakesTheChangeApartInTheSameWay) {
  const Explanation found = ask("WK990205", series::Wave{2016}, series::Wave{2012});
  const Explanation before = ask("WK990205", series::Wave{2012});
  ASSERT_TRUE(found.change);
  EXPECT_NEAR(*found.change->change, *found.score - *before.score, 1e-12);
  EXPECT_NEAR(sum_of(found.change->dimensions), *found.change->change, 1e-12);
  EXPECT_GE(*found.change->probability, 0.5);
  EXPECT_LE(*found.change->probability, 1);
  EXPECT_GE(*found.change->false_discovery, 0);
}

TEST_F(ExplainTest, HasProbabilitiesOfAllClassesThatAddUpToOne) {
  const Explanation found = ask("WK990205");
  ASSERT_EQ(found.probabilities.size(), 3U);
  double total = 0;
  for (const Figure& one : found.probabilities)
    total += *one;
  EXPECT_NEAR(total, 1, 1e-9);
  EXPECT_EQ(*found.situation, tiny.instrument.edition.classes->class_of(*found.score));
}

TEST_F(ExplainTest, AveragesOverTheResidentsOfALargerArea) {
  const Explanation found = ask("GM9901");
  const instrument::Units& units = tiny.fitted.measured.units;
  double people = 0;
  double sum = 0;
  for (std::size_t i = 0; i < units.size(); ++i)
    if (units.gemeente[i] == "GM9901") {
      people += units.residents[1][i];
      sum += units.residents[1][i] * tiny.fitted.measured.raw[0][1].values[i];
    }
  EXPECT_NEAR(*found.residents, people, 1e-9);
  bool is_seen = false;
  for (const ExplainedDimension& dimension : found.dimensions)
    for (const ExplainedIndicator& one : dimension.indicators)
      if (one.indicator->id == "groen") {
        is_seen = true;
        EXPECT_NEAR(*one.value, sum / people, 1e-9);
      }
  EXPECT_TRUE(is_seen);
}

TEST_F(ExplainTest, RefusesWhatHasNoScoreAndSaysWhy) {
  EXPECT_THAT(refusal("WK990107", series::Wave{2012}),
              HasSubstr("'WK990107' has no score in 2012"));
  EXPECT_THAT(refusal("WK990107", series::Wave{2012}), HasSubstr("60 residents"));
  EXPECT_THAT(refusal("WK990199"), HasSubstr("did you mean"));
  EXPECT_THAT(refusal("WK990100", series::Wave{2014}), HasSubstr("choose one of: 2012, 2016"));
  EXPECT_THAT(refusal("WK990100", series::Wave{2012}, series::Wave{2016}),
              HasSubstr("2016 is not before 2012"));
  EXPECT_THAT(refusal("3526"), HasSubstr("it scores areas of these levels: wijk, gemeente"));
}

}  // namespace
}  // namespace wijkbeeld::answer
