// SPDX-License-Identifier: EUPL-1.2
#include "study/cohort.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "study/draw.hpp"
#include "study/group.hpp"
#include "support/tiny_project.hpp"

namespace wijkbeeld::study {
namespace {

using support::tiny_edition;
using support::tiny_project;
using ::testing::HasSubstr;

class CohortTest : public ::testing::Test {
 protected:
  CohortTest() { panels.emplace_back(edition, area::Level::wijk, area::Vintage{2016}, project); }

  static CohortPlan by_rule(const std::string& id, const std::string& rule) {
    CohortPlan cohort{id, {id, id}, {"tiny"}};
    cohort.rule = Rule::parse(rule, {});
    return cohort;
  }
  static CohortPlan by_list(const std::string& id, const std::string& list) {
    CohortPlan cohort{id, {id, id}, {"tiny"}};
    cohort.list = list;
    return cohort;
  }
  std::vector<Cohort> resolved() { return resolve_cohorts(plan, panels, project, ledger); }

  instrument::Edition edition = tiny_edition();
  series::Project project = tiny_project({
      {"WK990100", "Aa", 1000, {1, 1, 2}, {2.9, 3.1}},
      {"WK990101", "Bee", 500, {2, 2, 2}, {3.5, 3.2}},
      {"WK990200", "Wijk 02 Cee", 250, {3, 3, 3}, {4.2, 4.2}},
      {"WK990201", "Dee", 2000, {std::nullopt, 2, 2}, {3.2, 3.2}},
  });
  std::vector<Panel> panels;
  Plan plan;
  base::Ledger ledger;
};

TEST_F(CohortTest, ByRuleTellsOfAreasThatCannotBeDecided) {
  plan.cohorts = {by_rule("weak", "class <= 2 in 2002")};
  const auto cohorts = resolved();
  ASSERT_EQ(cohorts[0].members.size(), 2U);
  EXPECT_EQ(cohorts[0].members[0].certainty, "rule");
  EXPECT_EQ(ledger.count("rule-undecided"), 1U);
}

TEST_F(CohortTest, AListOfAnotherVintageCountsWhereCodeAndNameAgree) {
  series::AreaList list;
  list.id = "lijst";
  list.vintage = {2024};
  list.members = {{{"WK990100"}, "Aa", "Wijk A", "Voorbeeldstad", "hoog"},
                  {{"WK990101"}, "Other name", "Wijk B", "", "laag"},
                  {{"WK990200"}, "Cee", "Wijk C", "", "midden"},
                  {{"WK990299"}, "New", "Wijk N", "", "hoog"},
                  {{"BU99020102"}, "Small", "Wijk S", "", "hoog"}};
  list.unmatched = {"Nowhere"};
  project.lists.push_back(list);
  plan.cohorts = {by_list("lijst", "lijst")};
  const auto cohorts = resolved();
  ASSERT_EQ(cohorts[0].members.size(), 2U);
  EXPECT_EQ(cohorts[0].members[0].certainty, "hoog");
  EXPECT_EQ(cohorts[0].members[1].area_name, "Wijk 02 Cee");
  std::vector<std::string> reasons;
  for (const CohortExclusion& one : cohorts[0].exclusions)
    reasons.push_back(one.reason);
  EXPECT_EQ(reasons, (std::vector<std::string>{"other-name", "no-such-code", "other-level",
                                               "no-area-named"}));
}

TEST_F(CohortTest, AnEmptyCohortStopsTheStudy) {
  plan.cohorts = {by_rule("none", "class > 9 in 2002")};
  try {
    resolved();
    FAIL();
  } catch (const base::Failure& failure) {
    EXPECT_THAT(failure.what(), HasSubstr("cohort 'none' has no areas"));
    EXPECT_THAT(failure.what(), HasSubstr("no area meets its rule"));
  }
}

TEST_F(CohortTest, AnUnknownListSaysWhichThereAre) {
  series::AreaList list;
  list.id = "aandachtswijken-40";
  project.lists.push_back(list);
  plan.cohorts = {by_list("x", "aandachtswijken-4")};
  try {
    resolved();
    FAIL();
  } catch (const base::Failure& failure) {
    EXPECT_THAT(failure.what(), HasSubstr("did you mean 'aandachtswijken-40'?"));
  }
}

TEST_F(CohortTest, AUnionHoldsEachAreaOnceAndNamesItsSources) {
  CohortPlan both{"both", {}, {"tiny"}};
  both.union_of = {"weak", "large"};
  plan.cohorts = {by_rule("weak", "class <= 2 in 2002"), by_rule("large", "residents >= 1000"),
                  both};
  const auto cohorts = resolved();
  ASSERT_EQ(cohorts[2].members.size(), 3U);
  EXPECT_EQ(cohorts[2].members[0].source, "weak; large");
  const auto shared = overlaps(cohorts);
  ASSERT_EQ(shared.size(), 3U);
  EXPECT_EQ(shared[0].areas, 1);
  EXPECT_EQ(shared[0].residents, 1000);
}

TEST_F(CohortTest, IsComparedWithTheRestAndItsOwnGemeente) {
  plan.cohorts = {by_rule("weak", "class = 1 in 2002")};
  plan.compare_with_gemeente = true;
  const auto all = groups(plan, resolved(), panels[0]);
  ASSERT_EQ(all.size(), 4U);
  EXPECT_EQ(all[1].id, "weak:rest");
  EXPECT_EQ(all[1].rows, (Rows{1, 2, 3}));
  EXPECT_EQ(all[2].id, "weak:gemeente");
  EXPECT_EQ(all[2].rows, (Rows{1}));  // WK990101 is the other one in GM9901
  EXPECT_EQ(all[3].id, "nation");
}

TEST_F(CohortTest, IsWithheldBelowTheMinimumOfThePlan) {
  const Panel panel(edition, area::Level::wijk, {2016}, project, {}, 500);
  EXPECT_EQ(panel.withheld(), 1U);
  EXPECT_EQ(panel.score(2, {2014}).absence(), table::Absence::withheld);
  EXPECT_TRUE(panel.score(1, {2014}).has_value());
}

TEST_F(CohortTest, IsDrawnWithOtherBoundariesOnlyWhereCodeAndNameAgree) {
  area::Outlines later{area::Level::wijk,
                       {2022},
                       {{"WK990100"}, {"WK990101"}, {"WK990200"}},
                       std::vector<geo::MultiPolygon>(3),
                       {"Aa", "Merged", "Cee"},
                       "verzonnen"};
  project.outlines.push_back(later);
  plan.outlines = {{area::Level::wijk, {2022}}};
  const auto drawn = outlines_for(plan, panels[0], project);
  EXPECT_EQ(drawn[0].outline, "2022");
  EXPECT_EQ(drawn[1].reason, "other-name");
  EXPECT_EQ(drawn[2].outline, "2022");
  EXPECT_EQ(drawn[3].reason, "no-outline");
  EXPECT_EQ(used_outlines(drawn, project).size(), 1U);
}

TEST_F(CohortTest, APanelSaysWhatTheDataDoNotHold) {
  EXPECT_THROW(Panel(edition, area::Level::buurt, {2016}, project), base::Failure);
  EXPECT_THROW(Panel(edition, area::Level::wijk, {2016}, project, {{2003}}), base::Failure);
}

}  // namespace
}  // namespace wijkbeeld::study
