// SPDX-License-Identifier: EUPL-1.2
#include "answer/cell_profile.hpp"

#include <gmock/gmock.h>

#include "base/catalogue.hpp"
#include "study/describe.hpp"
#include "support/tiny_study.hpp"

namespace wijkbeeld::answer {
namespace {

using area::Level;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> texts(const std::vector<area::AreaCode>& codes) {
  std::vector<std::string> out;
  for (const area::AreaCode& one : codes)
    out.push_back(one.text);
  return out;
}

TEST(CellsAround, AreTheEightRoundIt) {
  EXPECT_THAT(texts(cells_around({"E1213N4879"})),
              ElementsAre("E1212N4878", "E1213N4878", "E1214N4878", "E1212N4879", "E1214N4879",
                          "E1212N4880", "E1213N4880", "E1214N4880"));
}

TEST(CellsAround, EndAtTheEdgeOfTheGrid) {
  EXPECT_THAT(texts(cells_around({"E0000N0000"})),
              ElementsAre("E0001N0000", "E0000N0001", "E0001N0001"));
  EXPECT_EQ(cells_around({"E9999N9999"}).size(), 3U);
}

TEST(CellsAround, AreNoneOfWhatIsNoCell) {
  EXPECT_THAT(cells_around({"WK000101"}), IsEmpty());
}

// Two cells in a buurt of which the scores are known, and one further on.
class CellProfile : public ::testing::Test {
 protected:
  CellProfile() {
    const auto add = [&](Level level, const std::vector<area::Area>& areas,
                         const std::vector<std::vector<double>>& scores) {
      series::SeriesBuilder made({{"tiny"}, level, {2016}, "score"});
      for (std::size_t i = 0; i < scores.size(); ++i)
        for (std::size_t w = 0; w < scores[i].size(); ++w)
          made.add(areas[i].code, series::at(edition.score_waves[w]), scores[i][w]);
      project.series.push_back(made.build());
      project.areas.emplace_back(level, area::Vintage{2016}, areas, "verzonnen");
    };
    add(Level::cell,
        {{{"E1213N4879"}, "", "", 10.0},
         {{"E1214N4880"}, "", "", 30.0},
         {{"E1300N4900"}, "", "", 60.0}},
        {{2.8, 3.4}, {3.2, 4.2}, {3.6, 3.7}});
    add(Level::buurt, {{{"BU00010203"}, "Dorp", "", 900.0}}, {{3.1, 3.3}});
    cells.emplace(edition, Level::cell, area::Vintage{2016}, project);
    buurten.emplace(edition, Level::buurt, area::Vintage{2016}, project);
  }
  [[nodiscard]] Profile of(const char* code) const {
    const Standings standings(*cells);
    const Standings* one = &standings;
    return profile(project, std::span(&one, 1), {code}, project.ledger);
  }

  instrument::Edition edition = support::tiny_edition();
  series::Project project;
  std::optional<study::Panel> cells;
  std::optional<study::Panel> buurten;
};

AreaAt in_dorp() {
  AreaAt out{{"E1213N4879"}, "", "Gemeente", {}, {}, {}, {}};
  out.buurt = AreaAround{{"BU00010203"}, "Dorp"};
  out.wijk = AreaAround{{"WK000102"}, ""};
  return out;
}

TEST_F(CellProfile, StandsBesideWhatItLiesIn) {
  Profile one = of("E1213N4879");
  const study::Panel* known = &*buurten;
  add_around(one.editions[0], in_dorp(), std::span(&known, 1));
  const auto& around = one.editions[0].around;
  // The wijk has neither a name nor a score, so nothing is told of it.
  ASSERT_EQ(around.size(), 2U);
  EXPECT_EQ(around[0].name, "Dorp");
  EXPECT_DOUBLE_EQ(*around[0].scores[0], 3.1);
  EXPECT_DOUBLE_EQ(*around[0].scores[1], 3.3);
  EXPECT_EQ(around[1].level, Level::gemeente);
  EXPECT_EQ(around[1].code.text, "GM0001");
  EXPECT_THAT(around[1].scores, IsEmpty());
  EXPECT_EQ(one.editions[0].gemeente, "Gemeente");
}

TEST_F(CellProfile, KnowsItsPlaceInTheLastWaveOnly) {
  const ProfileEdition one = of("E1300N4900").editions.at(0);
  ASSERT_EQ(one.waves.size(), 2U);
  EXPECT_FALSE(one.waves[0].share_areas_lower.has_value());
  // Of 3.4, 4.2 and 3.7 one is lower, with 10 of the 100 residents.
  EXPECT_DOUBLE_EQ(*one.waves[1].share_areas_lower, 1.0 / 3);
  EXPECT_DOUBLE_EQ(*one.waves[1].share_residents_lower, 0.1);
  // (10 x 3.4 + 30 x 4.2 + 60 x 3.7) / 100.
  EXPECT_DOUBLE_EQ(*one.waves[1].national_mean, 3.82);
  EXPECT_FALSE(one.waves[1].gemeente_mean.has_value());
}

TEST_F(CellProfile, HasTheCellsBesideItAndTheClassesOfAll) {
  const auto classes = class_shares(study::national_classes(*cells));
  const ProfileContext around = cell_context(*cells, 0, classes);
  ASSERT_EQ(around.neighbours.size(), 1U);
  EXPECT_EQ(around.neighbours[0].code.text, "E1214N4880");
  EXPECT_NEAR(*around.neighbours[0].difference, 0.8, 1e-12);
  // In 2014 two lie between the limits 3 and 4, and one above.
  ASSERT_EQ(around.classes.size(), 2U);
  EXPECT_EQ(around.classes[0].class_number, 2);
  EXPECT_EQ(*around.classes[0].areas, 2);
  EXPECT_DOUBLE_EQ(*around.classes[0].share_residents, 0.7);
  EXPECT_EQ(around.classes[1].class_number, 3);
  EXPECT_THAT(around.similar, IsEmpty());
  EXPECT_THAT(around.rules, IsEmpty());
}

std::string in_words(const base::Message& message) {
  return base::render(message, {}, base::Language::en);
}

TEST(NameOfCell, HasAsMuchAsIsKnown) {
  const area::AreaCode code{"E1213N4879"};
  EXPECT_EQ(in_words(name_of_cell(code, "Dorp", "Stad")), "square E1213N4879 in Dorp, Stad");
  EXPECT_EQ(in_words(name_of_cell(code, "Stad", "Stad")), "square E1213N4879 in Stad");
  EXPECT_EQ(in_words(name_of_cell(code, "", "Stad")), "square E1213N4879 in Stad");
  EXPECT_EQ(in_words(name_of_cell(code, "", "")), "square E1213N4879");
}

}  // namespace
}  // namespace wijkbeeld::answer
