// SPDX-License-Identifier: EUPL-1.2
#include "answer/cohort.hpp"

#include <gtest/gtest.h>

#include "answer/cohort_shift.hpp"
#include "base/message.hpp"

namespace wijkbeeld::answer {
namespace {

using study::CohortMember;

CohortMember member(const char* cohort, const char* code, std::optional<double> residents,
                    const char* certainty = "rule") {
  table::Value<double> people = table::Absence::withheld;
  if (residents) people = *residents;
  return {cohort, code, code, people, "", certainty};
}

// A cohort by list of which one area is excluded, one by rule, and the two joined.
study::Findings three_cohorts() {
  study::Findings out;
  study::CohortPlan listed;
  listed.id = "lijst";
  listed.list = "aandacht";
  study::CohortPlan ruled;
  ruled.id = "regel";
  ruled.rule = study::Rule::parse("score in 2012 <= 3.5", {});
  study::CohortPlan both;
  both.id = "samen";
  both.union_of = {"lijst", "regel"};
  out.plan.cohorts = {listed, ruled, both};
  out.cohort_members = {member("lijst", "A", 100, "laag"), member("lijst", "B", 200, "hoog"),
                        member("lijst", "C", 300, "hoog"), member("regel", "B", 200),
                        member("regel", "D", 50),          member("samen", "A", 100),
                        member("samen", "B", 200),         member("samen", "C", 300),
                        member("samen", "D", 50)};
  out.cohort_exclusions = {{"lijst", "E", "E", "E", "no-score", base::say("{}", "x")},
                           {"lijst", "F", "F", "F", "no-score", base::say("{}", "x")},
                           {"lijst", "", "", "Nergens", "not-found", base::say("{}", "x")}};
  return out;
}

TEST(Cohorts, SayHowTheyWereChosen) {
  const study::Findings findings = three_cohorts();
  const auto all = cohorts(findings);
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0].choice, Choice::list);
  EXPECT_EQ(all[0].how, "aandacht");
  EXPECT_EQ(all[1].choice, Choice::rule);
  EXPECT_EQ(all[1].how, "score in 2012 <= 3.5");
  EXPECT_EQ(all[2].choice, Choice::union_of);
  EXPECT_EQ(all[2].how, "lijst, regel");
}

TEST(Cohorts, CountTheirMembersAndWhoLivesThere) {
  const study::Findings findings = three_cohorts();
  const auto all = cohorts(findings);
  EXPECT_EQ(*all[0].members, 3);
  EXPECT_EQ(*all[0].residents, 600);
  EXPECT_EQ(*all[1].members, 2);
  EXPECT_EQ(*all[1].residents, 250);
  EXPECT_EQ(*all[2].members, 4);
  EXPECT_EQ(all[2].member_rows.back()->area_code, "D");
}

TEST(Cohorts, TellTheSurestMatchesFirst) {
  const study::Findings findings = three_cohorts();
  const auto all = cohorts(findings);
  ASSERT_EQ(all[0].certainties.size(), 2U);
  EXPECT_EQ(all[0].certainties[0].name, "hoog");
  EXPECT_EQ(*all[0].certainties[0].count, 2);
  EXPECT_EQ(all[0].certainties[1].name, "laag");
  EXPECT_TRUE(all[1].certainties.empty()) << "a rule is sure of itself";
}

TEST(Cohorts, CountWhoIsLeftOutByReason) {
  const study::Findings findings = three_cohorts();
  const CohortAnswer listed = cohorts(findings).front();
  EXPECT_EQ(*listed.excluded, 3);
  ASSERT_EQ(listed.reasons.size(), 2U);
  EXPECT_EQ(listed.reasons[0].name, "no-score");
  EXPECT_EQ(*listed.reasons[0].count, 2);
  EXPECT_EQ(*listed.reasons[1].count, 1);
}

TEST(CohortShift, TellsWhoComesInAndWhoGoesOut) {
  const study::Findings findings = three_cohorts();
  const auto shift = cohort_shift(findings, "lijst", "regel");
  ASSERT_TRUE(shift);
  EXPECT_EQ(*shift->joined, 1);
  EXPECT_EQ(shift->joined_rows[0]->area_code, "D");
  EXPECT_EQ(*shift->joined_residents, 50);
  EXPECT_EQ(*shift->left, 2);
  EXPECT_EQ(*shift->left_residents, 400);
  EXPECT_EQ(*shift->stayed, 1);
}

TEST(CohortShift, IsTheOtherWayRoundTheOtherWayRound) {
  const study::Findings findings = three_cohorts();
  const auto there = cohort_shift(findings, "lijst", "samen");
  const auto back = cohort_shift(findings, "samen", "lijst");
  ASSERT_TRUE(there && back);
  EXPECT_EQ(*there->left, 0);
  EXPECT_EQ(*there->joined, *back->left);
  EXPECT_EQ(*there->stayed, *back->stayed);
  EXPECT_EQ(*there->stayed, 3);
}

TEST(CohortShift, NeedsTwoCohortsWithMembers) {
  const study::Findings findings = three_cohorts();
  EXPECT_FALSE(cohort_shift(findings, "lijst", "niemand"));
  EXPECT_FALSE(cohort_shift(findings, "niemand", "lijst"));
}

}  // namespace
}  // namespace wijkbeeld::answer
