// SPDX-License-Identifier: EUPL-1.2
#include "instrument/standard.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "instrument/small_country_test.hpp"

namespace wijkbeeld::instrument {
namespace {

using ::testing::ElementsAre;
using Kind = Transform::Kind;

TEST(Transformed, DoesEachStepInOrder) {
  EXPECT_THAT(transformed({{Kind::cap, 0, 10}, {Kind::root}}, 25), ElementsAre(std::sqrt(10)));
  EXPECT_THAT(transformed({{Kind::log, 1}}, 0), ElementsAre(0));
  EXPECT_THAT(transformed({{Kind::log1p}}, 0), ElementsAre(0));
  EXPECT_TRUE(transformed({{Kind::log}}, 0).empty());
  EXPECT_TRUE(transformed({{Kind::root}}, -1).empty());
  EXPECT_THAT(transformed({{Kind::piecewise, 0, 0, {10, 20}}}, 25), ElementsAre(25, 15, 5));
  EXPECT_THAT(transformed({{Kind::dummies, 0, 0, {2, 3}}}, 3), ElementsAre(0, 1));
}

TEST(Transformed, RanksAmongThePercentilesOfTheBaseWave) {
  std::vector<double> percentiles;
  for (int p = 0; p <= 100; ++p)
    percentiles.push_back(p < 20 ? 0 : p);  // a fifth of the people have nothing
  const std::vector<FrozenTransform> rank = {{Kind::rank, 0, 0, percentiles}};
  EXPECT_THAT(transformed(rank, -5), ElementsAre(0));
  EXPECT_THAT(transformed(rank, 0), ElementsAre(0.095));  // the middle of the tie
  EXPECT_NEAR(transformed(rank, 50.5)[0], 0.505, 1e-12);
  EXPECT_THAT(transformed(rank, 1000), ElementsAre(1));
}

struct Prepared {
  Instrument instrument = {};
  Measured measured = {};
  Standard standard = {};
};

Prepared prepared(const series::Project& project, const std::string& definition) {
  base::Progress progress;
  base::Ledger ledger;
  Prepared out{parse_instrument(definition, "klein.toml")};
  out.measured = measure(out.instrument, project, {1}, progress, ledger);
  out.standard = standard_of(out.instrument, out.measured);
  return out;
}

TEST(Standard, HasMeanZeroAndSpreadOneOverResidentsOfTheBaseWave) {
  const Prepared one = prepared(small_project(), small_definition());
  const StandardWave wave = standardised(one.instrument, one.measured, one.standard, {2012});
  const std::vector<double>& people = one.measured.units.residents[0];
  for (std::size_t t = 0; t < 3; ++t) {
    double weight = 0, sum = 0, square = 0;
    for (std::size_t i = 0; i < people.size(); ++i) {
      weight += people[i];
      sum += people[i] * wave.z.at(i, t);
      square += people[i] * wave.z.at(i, t) * wave.z.at(i, t);
    }
    EXPECT_NEAR(sum / weight, 0, 1e-12);
    EXPECT_NEAR(square / weight, 1, 1e-12);
  }
}

TEST(Standard, KeepsTheBaseWaveForLaterOnes) {
  const Prepared one = prepared(small_project(), small_definition());
  const StandardWave then = standardised(one.instrument, one.measured, one.standard, {2012});
  const StandardWave now = standardised(one.instrument, one.measured, one.standard, {2014});
  // Noise went down by 2 everywhere; nothing else changed.
  EXPECT_NEAR(now.z.at(5, 1) - then.z.at(5, 1), -2 / one.standard.terms[1].scale, 1e-12);
  EXPECT_DOUBLE_EQ(now.z.at(5, 0), then.z.at(5, 0));
}

void forget(series::Project& project, std::string_view quantity, std::size_t cell,
            std::size_t wave) {
  for (series::Series& one : project.series)
    if (one.key().quantity == quantity) one.set(cell, wave, table::Absence::not_collected);
}

TEST(Standardised, FillsInTheMeanAndSaysHowFarItMayBeOff) {
  series::Project project = small_project();
  forget(project, "green", 7, 0);
  const Prepared one = prepared(project, small_definition());
  const StandardWave wave = standardised(one.instrument, one.measured, one.standard, {2012});
  EXPECT_NEAR(wave.z.at(7, 0), 0, 1e-12);
  ASSERT_EQ(wave.imputed.size(), 1u);
  EXPECT_EQ(wave.imputed[0].unit, 7u);
  EXPECT_NEAR(wave.imputed[0].deviation, 1, 1e-9);
}

TEST(Standardised, TakesTheNearestWaveWhenAsked) {
  series::Project project = small_project();
  forget(project, "noise", 7, 1);
  const Prepared one = prepared(
      project,
      small_definition_with("direction = \"-\"", "direction = \"-\"\nmissing = \"last-wave\""));
  const StandardWave then = standardised(one.instrument, one.measured, one.standard, {2012});
  const StandardWave now = standardised(one.instrument, one.measured, one.standard, {2014});
  EXPECT_DOUBLE_EQ(now.z.at(7, 1), then.z.at(7, 1));
  // All others changed by the same amount, so the changes do not vary: no doubt is seen.
  ASSERT_EQ(now.imputed.size(), 1u);
  EXPECT_NEAR(now.imputed[0].deviation, 0, 1e-6);
}

TEST(Standardised, TakesTheMeanOfTheGemeenteWhenAsked) {
  series::Project project = small_project();
  forget(project, "green", 7, 0);
  const Prepared one = prepared(
      project,
      small_definition_with("direction = \"+\"", "direction = \"+\"\nmissing = \"gemeente\""));
  const StandardWave wave = standardised(one.instrument, one.measured, one.standard, {2012});
  const Units& units = one.measured.units;
  double people = 0, sum = 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (i == 7 || units.gemeente[i] != units.gemeente[7]) continue;
    people += units.residents[0][i];
    sum += units.residents[0][i] * wave.z.at(i, 0);
  }
  EXPECT_NEAR(wave.z.at(7, 0), sum / people, 1e-12);
}

TEST(Standardised, GivesNoScoreWithoutAValueThatMayNotBeMissing) {
  series::Project project = small_project();
  forget(project, "green", 7, 0);
  const Prepared one = prepared(
      project,
      small_definition_with("direction = \"+\"", "direction = \"+\"\nmissing = \"no-score\""));
  const StandardWave wave = standardised(one.instrument, one.measured, one.standard, {2012});
  EXPECT_EQ(wave.is_scored[7], 0);
  EXPECT_EQ(wave.is_scored[8], 1);
}

TEST(Measure, CountsAndReachesPlacesThatAreThereInTheWave) {
  const std::string text = small_definition() + R"(
[[indicator]]
id = "shop"
name = { nl = "Winkel", en = "Shop" }
dimension = "won"
unit = "m"
distance = { places = "winkel", reach = 1500 }
[[indicator]]
id = "shops"
name = { nl = "Winkels", en = "Shops" }
dimension = "won"
unit = "aantal"
count = { places = "winkel", reach = 500 }
)";
  const Prepared one = prepared(small_project(), text);
  const std::size_t at = *one.measured.units.find(small_cell(3, 8));
  EXPECT_DOUBLE_EQ(one.measured.raw[3][0].values[at], 300);
  EXPECT_DOUBLE_EQ(one.measured.raw[4][0].values[at], 1);
  const std::size_t far = *one.measured.units.find(small_cell(20, 13));
  EXPECT_DOUBLE_EQ(one.measured.raw[3][0].values[far], 1500);  // the second shop opens in 2013
  EXPECT_DOUBLE_EQ(one.measured.raw[3][1].values[far], 100);
}

}  // namespace
}  // namespace wijkbeeld::instrument
