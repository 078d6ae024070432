// SPDX-License-Identifier: EUPL-1.2
#include "instrument/weight_change.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/failure.hpp"
#include "instrument/town_test.hpp"

namespace wijkbeeld::instrument {
namespace {

using testing::HasSubstr;
using Kind = Change::Kind;

std::vector<double> changed(const std::vector<Change>& changes) {
  return changed_weights(town_instrument(), town_model(), changes);
}

std::string complaint(const std::vector<Change>& changes) {
  try {
    changed(changes);
  } catch (const base::Failures& failures) {
    return failures.what();
  }
  return "nothing wrong";
}

std::string complaint(std::string_view text) {
  try {
    parse_weight_change(text);
  } catch (const base::Failure& failure) {
    EXPECT_EQ(failure.kind(), base::Failure::Kind::usage);
    return failure.what();
  }
  return "nothing wrong";
}

TEST(WeightChange, IsReadAsPointsOrAsTimes) {
  EXPECT_EQ(parse_weight_change("groen=0.02"), (Change{"groen", Kind::weight, 0.02}));
  EXPECT_EQ(parse_weight_change("groen = -3e-2"), (Change{"groen", Kind::weight, -0.03}));
  EXPECT_EQ(parse_weight_change("groen=x1.5"), (Change{"groen", Kind::factor, 1.5}));
  EXPECT_EQ(parse_weight_change("bouwjaar:1970=0"), (Change{"bouwjaar:1970", Kind::weight, 0}));
}

TEST(WeightChange, SaysHowOneIsWritten) {
  for (const char* text : {"groen", "=0.02", "groen=", "groen=x", "groen=veel", "groen=1.5x", ""})
    EXPECT_THAT(complaint(text), AllOf(HasSubstr("is not a weight"), HasSubstr("ID=x1.5"))) << text;
}

TEST(ChangedWeights, AreThoseOfTheModelWithoutChanges) {
  EXPECT_EQ(changed({}), town_model().weights);
}

TEST(ChangedWeights, TakeOutSetAndMultiply) {
  EXPECT_EQ(changed({{"diefstal"}}), (std::vector<double>{0.1, 0, 0, 0.05, -0.04}));
  EXPECT_EQ(changed({{"groen", Kind::weight, 0.3}}),
            (std::vector<double>{0.3, -0.2, 0, 0.05, -0.04}));
  EXPECT_EQ(changed({{"groen", Kind::factor, 2}, {"diefstal", Kind::factor, -1}}),
            (std::vector<double>{0.2, 0.2, 0, 0.05, -0.04}));
}

TEST(ChangedWeights, TreatPartsTogetherOrByName) {
  EXPECT_EQ(changed({{"bouwjaar"}}), (std::vector<double>{0.1, -0.2, 0, 0, 0}));
  EXPECT_EQ(changed({{"bouwjaar", Kind::factor, 2}}),
            (std::vector<double>{0.1, -0.2, 0, 0.1, -0.08}));
  EXPECT_EQ(changed({{"bouwjaar:1970", Kind::weight, 0.5}}),
            (std::vector<double>{0.1, -0.2, 0, 0.05, 0.5}));
  EXPECT_THAT(complaint({{"bouwjaar", Kind::weight, 0.5}}),
              AllOf(HasSubstr("'bouwjaar' counts in 2 parts"), HasSubstr("bouwjaar:1970")));
}

TEST(ChangedWeights, LetAnIndicatorThatWasLeftOutCount) {
  EXPECT_EQ(changed({{"herkomst", Kind::weight, -0.1}}),
            (std::vector<double>{0.1, -0.2, -0.1, 0.05, -0.04}));
  EXPECT_THAT(complaint({{"herkomst", Kind::factor, 2}}),
              AllOf(HasSubstr("'herkomst' has no weight to multiply"), HasSubstr("herkomst=0.02")));
}

TEST(ChangedWeights, TellAllMistakesAtOnceAndWhatWasMeant) {
  const std::string told = complaint(
      {{"deifstal"}, {"lawaai"}, {"groen"}, {"groen", Kind::factor, 2}, {"iets-heel-anders"}});
  EXPECT_THAT(told, HasSubstr("there is no indicator 'deifstal'"));
  EXPECT_THAT(told, HasSubstr("did you mean 'diefstal'?"));
  EXPECT_THAT(told, HasSubstr("'lawaai' was not measured"));
  EXPECT_THAT(told, HasSubstr("the weight of 'groen' is changed twice"));
  EXPECT_THAT(told, HasSubstr("there is no indicator 'iets-heel-anders'"));
  EXPECT_THAT(told, HasSubstr("the indicators are: groen, diefstal, herkomst, bouwjaar, lawaai"));
}

TEST(MergedWeights, AreSharesOfStandardisedPredictions) {
  Model model = town_model();
  model.spread = 0.2;
  model.outcomes = {{.id = "oordeel", .coefficients = {0.3, 0, 0, 0.1, 0}, .spread = 0.5},
                    {.id = "prijs", .coefficients = {0.01, -0.04, 0, 0, 0}, .spread = 0.1}};
  // groen: 0.2 x (3/4 x 0.3/0.5 + 1/4 x 0.01/0.1) = 0.2 x (0.45 + 0.025)
  const auto merged = merged_weights(model, std::vector<double>{3, 1});
  EXPECT_NEAR(merged[0], 0.095, 1e-15);
  EXPECT_NEAR(merged[1], 0.2 * -0.1, 1e-15);
  EXPECT_NEAR(merged[3], 0.2 * 0.75 * 0.2, 1e-15);
  EXPECT_NEAR(merged_weights(model, std::vector<double>{0, 5})[0], 0.02, 1e-15);
}

}  // namespace
}  // namespace wijkbeeld::instrument
