// SPDX-License-Identifier: EUPL-1.2
#include "study/cohort_study.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/tiny_study.hpp"

namespace wijkbeeld::study {
namespace {

using ::testing::HasSubstr;

class CohortStudy : public ::testing::Test {
 protected:
  Findings of(const CohortQuestion& question) {
    return study_cohorts(cohort_plan(question, panel), panel, nation_study(panel), project);
  }
  // What is refused, with the place of the mistake.
  std::string refusal(const CohortQuestion& question) {
    try {
      of(question);
    } catch (const base::Failure& failure) {
      return failure.what();
    }
    return "answered";
  }

  instrument::Edition edition = support::tiny_edition();
  series::Project project = support::tiny_project(support::tiny_areas(false));
  Panel panel{edition, area::Level::wijk, {2016}, project};
};

CohortQuestion by_rule(std::string rule, std::string other = "", bool against_rest = false) {
  return {"", std::move(rule), std::move(other), against_rest};
}

TEST_F(CohortStudy, FindsWhatAWholeStudyFinds) {
  const Findings live = of(by_rule("score in 2012 <= 3.5", "", true));
  const Findings whole = support::tiny_findings();  // its cohort "weak" has the same rule
  ASSERT_EQ(live.cohort_members.size(), 3U);
  for (const CohortPath& row : live.cohort_path)
    for (const CohortPath& same : whole.cohort_path)
      if (same.edition == row.edition && same.wave == row.wave &&
          (same.cohort == "weak" ? row.cohort == kChosenCohort
                                 : same.cohort == "nation" && row.cohort == "nation")) {
        EXPECT_EQ(row.areas, same.areas);
        EXPECT_EQ(row.weighted_mean, same.weighted_mean);
        EXPECT_EQ(row.share_low, same.share_low);
      }
  int compared = 0;
  for (const CohortChange& row : live.cohort_change)
    for (const CohortChange& same : whole.cohort_change)
      if (same.edition == row.edition && same.period == row.period && same.cohort == "weak" &&
          row.cohort == kChosenCohort) {
        ++compared;
        EXPECT_EQ(row.areas_lower, same.areas_lower);
        EXPECT_EQ(row.weighted_mean_change, same.weighted_mean_change);
      }
  EXPECT_EQ(compared, 3);  // 2002-2012, 2002-2014, 2012-2014
  EXPECT_FALSE(live.cohort_decomposition.empty());
  EXPECT_FALSE(live.status_dynamics.empty());
}

TEST_F(CohortStudy, ComparesWithTheNationOrTheRest) {
  const auto groups_in = [](const Findings& findings) {
    std::vector<std::string> out;
    for (const CohortPath& row : findings.cohort_path)
      if (out.empty() || out.back() != row.cohort) out.push_back(row.cohort);
    return out;
  };
  EXPECT_THAT(groups_in(of(by_rule("residents >= 800"))),
              ::testing::ElementsAre("nation", "gekozen"));
  EXPECT_THAT(groups_in(of(by_rule("residents >= 800", "", true))),
              ::testing::ElementsAre("nation", "gekozen", "gekozen:rest"));
}

TEST_F(CohortStudy, HasASecondCohortByTheOtherRule) {
  const Findings both = of(by_rule("residents >= 800", "residents >= 500"));
  EXPECT_EQ(both.cohort_members.size(), 3U + 4U);
  ASSERT_EQ(both.cohort_overlaps.size(), 1U);
  EXPECT_EQ(both.cohort_overlaps[0].areas, 3);
}

TEST_F(CohortStudy, TakesASelectionToo) {
  const Findings lowest = of(by_rule("the 2 lowest in 2014"));
  ASSERT_EQ(lowest.cohort_members.size(), 2U);
  EXPECT_EQ(lowest.cohort_members[0].area_code, "WK990100");
}

TEST_F(CohortStudy, TakesAList) {
  project.lists.push_back({"lijst", "Een lijst", area::Level::wijk, {2016}});
  project.lists.back().members = {{{"WK990102"}, "Cee"}, {{"WK990999"}, "Weg"}};
  const Findings found = of({"lijst"});
  EXPECT_EQ(found.cohort_members.size(), 1U);
  EXPECT_EQ(found.cohort_exclusions.size(), 1U);
  EXPECT_THAT(refusal({"lijs"}), HasSubstr("did you mean 'lijst'?"));
}

TEST_F(CohortStudy, SaysWhatIsWrongWithARule) {
  EXPECT_THAT(refusal(by_rule("clas <= 2 in 2002")), HasSubstr("did you mean 'class'?"));
  EXPECT_THAT(refusal(by_rule("class <= 2 in 2003")), HasSubstr("has no wave 2003"));
  EXPECT_THAT(refusal(by_rule("class <= 2 in 2002", "residents >")),
              HasSubstr("expected a number"));
  EXPECT_THAT(refusal(by_rule("residents > 1000000")), HasSubstr("no area meets its rule"));
  EXPECT_THAT(refusal(by_rule("the 100000000000000000000000 lowest in 2014")),
              HasSubstr("whole and at least 1"));
  EXPECT_THAT(refusal(by_rule("the 3 lowest in 2002")), HasSubstr("only classes"));
}

TEST_F(CohortStudy, PutsTheMistakeAtItsCharacter) {
  try {
    cohort_plan(by_rule("class <= x in 2002"), panel);
    FAIL() << "a malformed rule was accepted";
  } catch (const base::Failure& failure) {
    EXPECT_EQ(failure.place()->column - 1, 10);
  }
}

TEST_F(CohortStudy, FollowsEachStepAndTheWholeOnce) {
  EXPECT_EQ(followed_periods(panel),
            (std::vector<Period>{{{2002}, {2012}}, {{2002}, {2014}}, {{2012}, {2014}}}));
  const Panel one(edition, area::Level::wijk, {2016}, project, {{2014}});
  EXPECT_TRUE(followed_periods(one).empty());
  EXPECT_FALSE(cohort_plan(by_rule("all"), one).headline.has_value());
}

}  // namespace
}  // namespace wijkbeeld::study
