// SPDX-License-Identifier: EUPL-1.2
#include "answer/profile_context.hpp"

#include <gtest/gtest.h>

#include "answer/mean_path.hpp"
#include "study/cohort_study.hpp"
#include "support/tiny_study.hpp"

namespace wijkbeeld::answer {
namespace {

class ProfileContextTest : public ::testing::Test {
 protected:
  ProfileContext of(const std::string& code, const std::vector<area::AreaCode>& beside = {}) {
    return profile_context({panel, lookalikes, nation, choices}, *panel.find({code}), beside);
  }

  instrument::Edition edition = support::tiny_edition();
  series::Project project = support::tiny_project(support::tiny_areas(false));
  study::Panel panel{edition, area::Level::wijk, {2016}, project};
  Lookalikes lookalikes{panel};
  study::Findings nation = study::nation_study(panel);
  CohortChoices choices = cohort_choices(panel, project);
};

TEST_F(ProfileContextTest, HoldsNeighboursAgainstTheAreaByName) {
  const ProfileContext c = of("WK990101", {{"WK990200"}, {"WK990100"}, {"WK999999"}});
  EXPECT_EQ(c.wave->year, 2014);
  ASSERT_EQ(c.neighbours.size(), 2U);
  EXPECT_EQ(c.neighbours[0].name, "Aa");
  EXPECT_NEAR(*c.neighbours[0].difference, 2.6 - 2.9, 1e-12);
  EXPECT_EQ(c.neighbours[1].name, "Dee");
}

TEST_F(ProfileContextTest, CountsAllAreasOverTheClassesOfThatWave) {
  double areas = 0;
  for (const ClassShare& one : of("WK990101").classes)
    areas += *one.areas;
  EXPECT_EQ(areas, 5);
}

TEST_F(ProfileContextTest, NamesTheRulesTheAreaMeets) {
  std::vector<std::string> met;
  for (const RuleChoice* one : of("WK990100").rules)
    met.push_back(one->rule.text());
  EXPECT_NE(std::find(met.begin(), met.end(), "class <= 1 in 2002"), met.end());
  for (const RuleChoice* one : of("WK990200").rules)
    EXPECT_NE(one->rule.text(), "class <= 1 in 2002");
}

TEST_F(ProfileContextTest, HasThePathOfThoseAlikeAndOfEachGroup) {
  const ProfileContext c = of("WK990100");
  ASSERT_EQ(c.similar_means.size(), panel.waves().size());
  std::vector<std::size_t> rows;
  for (const Lookalike& one : c.similar)
    rows.push_back(*panel.find(one.code));
  const std::vector<Figure> own = mean_path(panel, rows, "x");
  for (std::size_t w = 0; w < own.size(); ++w)
    EXPECT_EQ(c.similar_means[w].value, own[w].value);
  ASSERT_FALSE(c.rules.empty());
  for (const RuleChoice* one : c.rules)
    EXPECT_EQ(one->means.size(), panel.waves().size());
}

TEST_F(ProfileContextTest, DrawsNoPathForAListOfOtherBoundaries) {
  series::AreaList list{"lijst", "Een lijst", area::Level::wijk, {2016}};
  list.members.push_back({{"WK990100"}});
  project.lists = {list, list};
  project.lists[1].id = "later";
  project.lists[1].vintage = {2024};
  choices = cohort_choices(panel, project);
  const ProfileContext c = of("WK990100");
  ASSERT_EQ(c.lists.size(), 2U);
  EXPECT_EQ(c.lists[0]->means.size(), panel.waves().size());
  EXPECT_TRUE(c.lists[1]->means.empty());
  EXPECT_TRUE(of("WK990101").lists.empty());
}

TEST_F(ProfileContextTest, OfAnAreaOfWhichNothingIsKnownIsEmpty) {
  const ProfileContext c = of("WK990202", {{"WK990100"}});
  EXPECT_FALSE(c.wave.has_value());
  EXPECT_TRUE(c.neighbours.empty());
  EXPECT_TRUE(c.similar.empty());
}

}  // namespace
}  // namespace wijkbeeld::answer
