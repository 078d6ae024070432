// SPDX-License-Identifier: EUPL-1.2
#include "answer/relation.hpp"

#include <gtest/gtest.h>

#include "support/tiny_study.hpp"

namespace wijkbeeld::answer {
namespace {

class RelationTest : public ::testing::Test {
 protected:
  void use(const std::vector<support::TinyArea>& list) {
    project = support::tiny_project(list);
    panel.emplace(edition, area::Level::wijk, area::Vintage{2016}, project);
    areas = atlas_areas(project, area::Level::wijk, {2016});
    themes = themes_of(edition, area::Level::wijk, {2016}, series::listed(project));
  }
  Relation of(const std::string& x, series::Period at_x, const std::string& y,
              series::Period at_y) {
    return relation(areas, theme_view(*panel, areas, theme_named(themes, x), at_x),
                    theme_view(*panel, areas, theme_named(themes, y), at_y));
  }

  instrument::Edition edition = support::tiny_edition();
  series::Project project;
  std::optional<study::Panel> panel;
  AtlasAreas areas;
  std::vector<Theme> themes;
};

constexpr series::Period k2012{{2012}, {2012}};
constexpr series::Period k2014{{2014}, {2014}};
constexpr series::Period kStep{{2012}, {2014}};

// Scores of 2012: 2.8 3.1 3.5 4.2 3.6; of 2014: 2.6 2.9 3.7 4.4 3.5. R:
//   cor(c(2.8, 3.1, 3.5, 4.2, 3.6), c(2.6, 2.9, 3.7, 4.4, 3.5), method = "spearman")   0.9
//   weighted.mean(c(2.8, 3.1, 3.5, 4.2, 3.6), c(1000, 500, 250, 2000, 800))   3.627473
TEST_F(RelationTest, IsSpearmansOverTheAreasThatHaveBoth) {
  use(support::tiny_areas(false));
  const Relation r = of("score", k2012, "score", k2014);
  EXPECT_EQ(*r.areas, 5);
  EXPECT_NEAR(*r.correlation, 0.9, 1e-12);
  EXPECT_LT(*r.low, 0.9);
  EXPECT_GT(*r.high, 0.9);
  EXPECT_NEAR(*r.x.mean, 3.627473, 1e-6);
}

TEST_F(RelationTest, PartsTheFieldInFourByTheMeans) {
  use(support::tiny_areas(false));
  const Relation r = of("score", k2012, "change", kStep);
  double all = 0;
  double people = 0;
  for (const RelationQuadrant& one : r.quadrants) {
    all += *one.areas;
    people += *one.residents;
  }
  EXPECT_EQ(all, 5);
  EXPECT_EQ(people, 4550);
  // Dee alone is above both means; Cee rose from below the mean.
  EXPECT_TRUE(r.quadrants[0].is_x_high && r.quadrants[0].is_y_high);
  EXPECT_EQ(*r.quadrants[0].areas, 1);
  EXPECT_EQ(*r.quadrants[0].residents, 2000);
  EXPECT_EQ(*r.quadrants[1].areas, 1);
  EXPECT_EQ(*r.quadrants[1].residents, 250);
  EXPECT_TRUE(r.quadrants[3].is_x_high && !r.quadrants[3].is_y_high);
}

TEST_F(RelationTest, OfTooFewOrEqualValuesHasNoCorrelation) {
  use({support::TinyArea{"WK990100", "Aa", 10, {1}, {2.0, 2.0}}});
  EXPECT_FALSE(of("score", k2012, "score", k2014).correlation.has_value());
  use({support::TinyArea{"WK990100", "Aa", 10, {1}, {2.0, 3.0}},
       support::TinyArea{"WK990200", "Bee", 20, {1}, {2.0, 4.0}}});
  const Relation flat = of("score", k2012, "score", k2014);
  EXPECT_FALSE(flat.correlation.has_value());
  EXPECT_FALSE(flat.low.has_value());
  EXPECT_EQ(*flat.areas, 2);
}

TEST_F(RelationTest, CountsEachAreaOnceWhenNoResidentsAreOnRecord) {
  use({support::TinyArea{"WK990100", "Aa", std::nullopt, {1}, {2.0, 3.0}},
       support::TinyArea{"WK990200", "Bee", std::nullopt, {1}, {4.0, 4.0}}});
  const Relation r = of("score", k2012, "score", k2014);
  EXPECT_DOUBLE_EQ(*r.x.mean, 3.0);
  EXPECT_FALSE(r.quadrants[0].residents.has_value());
}

}  // namespace
}  // namespace wijkbeeld::answer
