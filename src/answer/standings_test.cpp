// SPDX-License-Identifier: EUPL-1.2
#include "answer/standings.hpp"

#include <gtest/gtest.h>

#include "support/tiny_study.hpp"

namespace wijkbeeld::answer {
namespace {

// Aa 2.8 (1000), Bee 3.1 (500), Cee 3.5 (250), Dee 4.2 (2000), Eee 3.6 (800); Gee is withheld.
class StandingsTest : public ::testing::Test {
 protected:
  instrument::Edition edition = support::tiny_edition();
  series::Project project = support::tiny_project(support::tiny_areas(false));
  study::Panel panel{edition, area::Level::wijk, {2016}, project};
  Standings standings{panel};
};

TEST_F(StandingsTest, CountsAreasAndResidentsBelowAScore) {
  const auto lowest = standings.position(2.8, {2012});
  EXPECT_DOUBLE_EQ(*lowest.areas, 0);
  EXPECT_DOUBLE_EQ(*lowest.residents, 0);
  const auto middle = standings.position(3.5, {2012});
  EXPECT_DOUBLE_EQ(*middle.areas, 2.0 / 5);
  EXPECT_DOUBLE_EQ(*middle.residents, 1500.0 / 4550);
  const auto above = standings.position(9, {2012});
  EXPECT_DOUBLE_EQ(*above.areas, 1);
  EXPECT_DOUBLE_EQ(*above.residents, 1);
}

TEST_F(StandingsTest, HasNoPositionInAWaveWithoutScores) {
  EXPECT_FALSE(standings.position(3, {2002}).areas.has_value());
  EXPECT_FALSE(standings.position(3, {1999}).areas.has_value());
}

TEST_F(StandingsTest, MeansAGemeenteByResidents) {
  const auto row = *panel.find({"WK990101"});
  EXPECT_NEAR(*standings.gemeente_mean(row, {2012}), (2.8 * 1000 + 3.1 * 500 + 3.5 * 250) / 1750,
              1e-12);
  EXPECT_FALSE(standings.gemeente_mean(row, {2002}).has_value());
}

TEST_F(StandingsTest, HoldsNoAreaAgainstAGemeenteItIsAloneIn) {
  series::Project two =
      support::tiny_project({support::TinyArea{"WK990100", "Aa", 10, {1}, {2.0, 2.0}},
                             support::TinyArea{"WK990200", "Bee", 20, {1}, {3.0, 3.0}}});
  const study::Panel apart(edition, area::Level::wijk, {2016}, two);
  EXPECT_FALSE(Standings(apart).gemeente_mean(0, {2012}).has_value());
}

TEST_F(StandingsTest, CountsOnlyAreasWhenNoResidentsAreOnRecord) {
  std::vector<support::TinyArea> areas = support::tiny_areas(false);
  for (auto& one : areas)
    one.residents.reset();
  const series::Project empty = support::tiny_project(areas);
  const study::Panel unknown(edition, area::Level::wijk, {2016}, empty);
  const auto where = Standings(unknown).position(3.5, {2012});
  EXPECT_DOUBLE_EQ(*where.areas, 2.0 / 5);
  EXPECT_FALSE(where.residents.has_value());
}

}  // namespace
}  // namespace wijkbeeld::answer
