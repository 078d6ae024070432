// SPDX-License-Identifier: EUPL-1.2
#include "answer/own_areas.hpp"

#include <gtest/gtest.h>

#include "answer/own_areas_table.hpp"
#include "support/tiny_project.hpp"

namespace wijkbeeld::answer {
namespace {

using support::TinyArea;
using table::Absence;

geo::MultiPolygon block(double x, double y, double width, double height) {
  return {{{{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}, {x, y}}, {}}}};
}

// Three wijken of a square kilometre in a row, the third without a score in 2014 and the fourth
// without residents on record.
class OwnAreas : public ::testing::Test {
 protected:
  OwnAreas() {
    project.outlines.push_back(
        {area::Level::wijk,
         {2016},
         {{"WK000101"}, {"WK000102"}, {"WK000103"}, {"WK000104"}},
         {block(100000, 400000, 1000, 1000), block(101000, 400000, 1000, 1000),
          block(102000, 400000, 1000, 1000), block(103000, 400000, 1000, 1000)},
         {"Oost", "West", "Zuid", "Haven"},
         "made up"});
  }

  OwnAreaFigures of(const geo::MultiPolygon& shape) {
    const AtlasAreas areas = atlas_areas(project, area::Level::wijk, {2016});
    return own_areas(panel, areas, {{"mine", shape}}, {2}).areas.at(0);
  }

  const instrument::Edition edition = support::tiny_edition();
  series::Project project = support::tiny_project(
      {TinyArea{"WK000101", "Oost", 1000, {1.0, 2.0, 2.0}, {2.0, 3.0}},
       TinyArea{"WK000102", "West", 3000, {2.0, 3.0, 3.0}, {4.0, 5.0}},
       TinyArea{"WK000103", "Zuid", 1000, {2.0, 3.0, 3.0}, {4.0, std::nullopt}},
       TinyArea{"WK000104", "Haven", std::nullopt, {2.0, 2.0, 2.0}, {3.0, 3.0}}});
  const study::Panel panel{edition, area::Level::wijk, {2016}, project};
};

TEST_F(OwnAreas, HaveTheScoreOfTheAreaTheyAre) {
  const OwnAreaFigures mine = of(block(100000, 400000, 1000, 1000));
  EXPECT_NEAR(*mine.surface, 1, 1e-9);
  EXPECT_NEAR(*mine.residents, 1000, 1e-6);
  EXPECT_NEAR(*mine.share_covered, 1, 1e-9);
  ASSERT_EQ(mine.waves.size(), 2U);
  EXPECT_EQ(mine.waves[0].wave.year, 2012);
  EXPECT_NEAR(*mine.waves[0].score, 2, 1e-9);
  EXPECT_EQ(mine.waves[0].situation.value(), 1);
  EXPECT_NEAR(*mine.waves[1].score, 3, 1e-9);
}

TEST_F(OwnAreas, AreATableWithARowForEachWaveAndTheReasonOfWhatIsMissing) {
  const AtlasAreas areas = atlas_areas(project, area::Level::wijk, {2016});
  const table::Table made = own_areas_table(
      own_areas(panel, areas,
                {{"mine", block(102000, 400000, 1000, 1000)}, {"mine", block(0, 0, 10, 10)}}, {1}));
  const auto cell = [&](std::size_t row, std::string_view column) {
    for (std::size_t i = 0; i < made.columns.size(); ++i)
      if (made.columns[i].heading.name == column) return made.text(row, i);
    return std::string("no such column");
  };
  ASSERT_EQ(made.rows(), 4U);
  EXPECT_EQ(cell(0, "number") + " " + cell(0, "wave") + " " + cell(0, "score"), "1 2012 4");
  EXPECT_EQ(cell(0, "residents"), "1000");
  EXPECT_EQ(cell(0, "absent_because"), "");
  EXPECT_EQ(cell(1, "wave") + cell(1, "score"), "2014");
  EXPECT_EQ(cell(1, "absent_because"), "not-collected");
  EXPECT_EQ(cell(2, "number"), "2");
  EXPECT_EQ(cell(3, "edition"), edition.id.text);
}

TEST_F(OwnAreas, WeighByTheResidentsOfThePartThatLiesInside) {
  // Half of Oost (500 people, score 2) and a quarter of West (750 people, score 4).
  const OwnAreaFigures mine = of(block(100500, 400000, 750, 1000));
  EXPECT_EQ(*mine.areas, 2);
  EXPECT_NEAR(*mine.residents, 1250, 1e-6);
  EXPECT_NEAR(*mine.waves[0].score, (500 * 2 + 750 * 4) / 1250.0, 1e-9);
  EXPECT_NEAR(*mine.waves[0].share_scored, 1, 1e-9);
}

TEST_F(OwnAreas, LeaveOutWhoHasNoScoreAndSayHowMany) {
  // West whole (3000 people) and Zuid whole (1000 people, no score in 2014).
  const OwnAreaFigures mine = of(block(101000, 400000, 2000, 1000));
  EXPECT_NEAR(*mine.waves[1].score, 5, 1e-9);
  EXPECT_NEAR(*mine.waves[1].share_scored, 0.75, 1e-9);
}

TEST_F(OwnAreas, CountNothingWhereNobodyIsOnRecord) {
  const OwnAreaFigures mine = of(block(103000, 400000, 1000, 1000));
  EXPECT_EQ(*mine.residents, 0);
  EXPECT_EQ(mine.waves[0].score.value.absence(), Absence::not_collected);
  EXPECT_EQ(mine.waves[0].situation.absence(), Absence::not_collected);
  EXPECT_FALSE(mine.waves[0].share_scored.has_value());
}

TEST_F(OwnAreas, WithholdTheScoreOfAFewPeople) {
  EXPECT_EQ(of(block(100000, 400000, 100, 900)).waves[0].score.value.absence(), Absence::withheld);
  EXPECT_TRUE(of(block(100000, 400000, 101, 1000)).waves[0].score.has_value());
}

TEST_F(OwnAreas, SayHowMuchLiesOutsideThePanel) {
  const OwnAreaFigures mine = of(block(99000, 400000, 2000, 1000));
  EXPECT_NEAR(*mine.share_covered, 0.5, 1e-9);
  const OwnAreaFigures elsewhere = of(block(10000, 400000, 1000, 1000));
  EXPECT_EQ(*elsewhere.areas, 0);
  EXPECT_EQ(*elsewhere.share_covered, 0);
  EXPECT_EQ(elsewhere.waves[0].score.value.absence(), Absence::not_collected);
}

TEST_F(OwnAreas, MendAShapeThatCrossesItself) {
  const geo::MultiPolygon bow{
      {{{{100000, 400000}, {101000, 401000}, {101000, 400000}, {100000, 401000}, {100000, 400000}},
        {}}}};
  const OwnAreaFigures mine = of(bow);
  EXPECT_TRUE(mine.was_mended);
  EXPECT_NEAR(*mine.surface, 0.5, 1e-9);
  EXPECT_NEAR(*mine.residents, 500, 1e-6);
}

TEST_F(OwnAreas, HaveNoFiguresWithoutSurface) {
  const OwnAreaFigures mine = of({});
  EXPECT_EQ(*mine.surface, 0);
  EXPECT_FALSE(mine.share_covered.has_value());
}

}  // namespace
}  // namespace wijkbeeld::answer
