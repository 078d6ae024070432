// SPDX-License-Identifier: EUPL-1.2
#include "answer/cohort_choices.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "answer/cohort_shift.hpp"
#include "study/cohort_study.hpp"
#include "support/tiny_study.hpp"

namespace wijkbeeld::answer {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

class CohortChoicesTest : public ::testing::Test {
 protected:
  [[nodiscard]] std::vector<std::string> rules() const {
    std::vector<std::string> out;
    for (const RuleChoice& one : cohort_choices(panel, project).rules)
      out.push_back(one.rule.text());
    return out;
  }

  instrument::Edition edition = support::tiny_edition();
  series::Project project = support::tiny_project(support::tiny_areas(false));
  study::Panel panel{edition, area::Level::wijk, {2016}, project};
};

TEST_F(CohortChoicesTest, OfferRulesThatSomeAreasMeetAndOthersDoNot) {
  EXPECT_THAT(rules(), Contains("class <= 1 in 2002"));
  EXPECT_THAT(rules(), Contains("class <= 1 in 2002 and residents >= 1000"));
  EXPECT_THAT(rules(), Contains("score in 2014 < nation"));
  EXPECT_THAT(rules(), Contains("declined from 2012 to 2014"));
  for (const RuleChoice& one : cohort_choices(panel, project).rules) {
    EXPECT_GT(*one.areas, 0) << one.rule.text();
    EXPECT_LT(*one.areas, 6) << one.rule.text();
    EXPECT_EQ(*one.areas, static_cast<double>(study::rows_where(one.rule, panel).size()));
  }
}

TEST_F(CohortChoicesTest, SpeakOfTheScoreWhereNoClassIsLow) {
  edition.low_class.reset();
  edition.low_score = 3.05;
  const study::Panel other(edition, area::Level::wijk, {2016}, project, {{2012}, {2014}});
  std::vector<std::string> texts;
  for (const RuleChoice& one : cohort_choices(other, project).rules)
    texts.push_back(one.rule.text());
  EXPECT_THAT(texts, Contains("score <= 3.05 in 2012"));
  EXPECT_THAT(texts, Not(Contains(HasSubstr("class"))));
}

TEST_F(CohortChoicesTest, OfferListsOfWhichThePanelHasAreas) {
  project.lists.push_back({"hier", "Hier", area::Level::wijk, {2016}});
  project.lists.back().members = {{{"WK990100"}, "Aa"}, {{"WK000000"}, "Weg"}};
  project.lists.push_back({"elders", "Elders", area::Level::wijk, {2016}});
  project.lists.back().members = {{{"WK000000"}, "Weg"}};
  const CohortChoices choices = cohort_choices(panel, project);
  ASSERT_EQ(choices.lists.size(), 1U);
  EXPECT_EQ(choices.lists[0].list->id, "hier");
  EXPECT_EQ(*choices.lists[0].areas, 1);
}

TEST_F(CohortChoicesTest, NameTheWavesAndDimensionsARuleMayAskFor) {
  std::string all;
  for (const base::Message& one : rule_help(panel, base::Language::nl))
    all += base::to_text(one) + "\n";
  EXPECT_THAT(all, HasSubstr("2002, 2012, 2014"));
  EXPECT_THAT(all, HasSubstr("won (woningen), vei (veiligheid)"));
}

TEST_F(CohortChoicesTest, ShiftTellsWhoComesAndGoes) {
  const study::Plan plan =
      study::cohort_plan({"", "residents >= 800", "score in 2012 <= 3.5", false}, panel);
  const study::Findings findings =
      study::study_cohorts(plan, panel, study::nation_study(panel), project);
  const auto shift = cohort_shift(findings, "gekozen", "andere");
  ASSERT_TRUE(shift.has_value());
  EXPECT_EQ(*shift->joined, 2);  // Bee and Cee
  EXPECT_EQ(*shift->joined_residents, 750);
  EXPECT_EQ(*shift->left, 2);  // Dee and Eee
  EXPECT_EQ(*shift->left_residents, 2800);
  EXPECT_EQ(*shift->stayed, 1);
  EXPECT_EQ(shift->joined_rows[0]->area_name, "Bee");
  EXPECT_FALSE(cohort_shift(findings, "gekozen", "geen").has_value());
}

}  // namespace
}  // namespace wijkbeeld::answer
