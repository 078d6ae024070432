// SPDX-License-Identifier: EUPL-1.2
#include "study/plan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/file.hpp"

namespace wijkbeeld::study {
namespace {

using ::testing::HasSubstr;

const std::string kHead =
    "id = \"p\"\n"                                             // 1
    "title = { nl = \"Proef\", en = \"Trial\" }\n"             // 2
    "[[edition]]\n"                                            // 3
    "id = \"lbm2-2016\"\nlevel = \"wijk\"\nvintage = 2016\n";  // 4 to 6

const std::string kCohort = "[[cohort]]\nid = \"weak\"\nrule = \"class <= 4 in 2002\"\n";

Plan parsed(const std::string& toml) {
  const auto editions = instrument::shipped_editions();
  return parse_plan(toml, "plan.toml", editions);
}

std::vector<std::string> mistakes(const std::string& toml) {
  try {
    parsed(toml);
  } catch (const base::Failures& failures) {
    std::vector<std::string> out;
    for (const base::Failure& one : failures.all())
      out.emplace_back(one.what());
    return out;
  }
  return {};
}

TEST(ParsePlan, ReadsTheShippedPlans) {
  for (const char* name : {"kwetsbare-wijken-2017", "two-editions-pc4", "voorbeeldland"}) {
    const Plan plan =
        parsed(base::read_file(std::string(WIJKBEELD_ROOT "/examples/") + name + "/plan.toml"));
    EXPECT_EQ(plan.id, name);
    EXPECT_TRUE(plan.headline.has_value());
    EXPECT_EQ(plan.sha256.size(), 64U);
  }
}

TEST(ParsePlan, TakesTheFirstEditionToDecideUnlessOneIsNamed) {
  const Plan plan = parsed(kHead + kCohort);
  EXPECT_EQ(plan.cohorts.at(0).edition.text, "lbm2-2016");
  EXPECT_EQ(plan.language, base::Language::nl);
  EXPECT_TRUE(plan.compare_with_nation);
}

TEST(ParsePlan, ReportsEightMistakesAtOnceWithLineAndColumn) {
  const auto found = mistakes(
      "id = \"p\"\n"
      "title = { nl = \"Proef\" }\n"
      "language = \"fr\"\n"          // 1: no such language
      "wieghting = \"residents\"\n"  // 2: unknown key
      "[[edition]]\n"
      "id = \"lbm2-2017\"\n"    // 3: no such edition
      "level = \"district\"\n"  // 4: no such level
      "vintage = 2016\n"
      "[[edition]]\n"
      "id = \"lbm2-2016\"\nlevel = \"wijk\"\nvintage = 2016\n"
      "waves = [2002, 2003]\n"  // 5: a wave it lacks
      "[[cohort]]\n"
      "id = \"weak\"\nedition = \"lbm2-2016\"\n"
      "rule = \"klass <= 4 in 2002\"\n"  // 6: a word it does not know
      "[[cohort]]\n"
      "id = \"weak\"\n"                   // 7: named twice
      "list = \"x\"\nrule = \"all\"\n");  // 8: two ways at once
  ASSERT_EQ(found.size(), 8U) << ::testing::PrintToString(found);
  EXPECT_THAT(found[0], HasSubstr("plan.toml:3:12"));
  EXPECT_THAT(found[1], HasSubstr("did you mean 'weighting'?"));
  EXPECT_THAT(found[2], HasSubstr("did you mean 'lbm2-2016'?"));
  EXPECT_THAT(found[3], HasSubstr("'district' is no level"));
  EXPECT_THAT(found[4], HasSubstr("no wave 2003"));
  EXPECT_THAT(found[5], HasSubstr("did you mean 'class'?"));
  EXPECT_THAT(found[5], HasSubstr("plan.toml:17:9"));
}

TEST(ParsePlan, RefusesToSubtractAverageOrDrawAcrossEditions) {
  const std::string two =
      kHead + "[[edition]]\nid = \"lbm3-2022\"\nlevel = \"pc4\"\nvintage = 2020\n";
  const auto subtracts = mistakes(two +
                                  "[[cohort]]\nid = \"x\"\n"
                                  "rule = \"change from lbm2-2016:2012 to lbm3-2022:2014 < 0\"\n");
  ASSERT_EQ(subtracts.size(), 1U);
  EXPECT_THAT(subtracts[0], HasSubstr("never subtracted, averaged or drawn in one line"));
  const auto averages = mistakes(two +
                                 "[[cohort]]\nid = \"x\"\nrule = \"all\"\n"
                                 "edition = [\"lbm2-2016\", \"lbm3-2022\"]\n");
  ASSERT_EQ(averages.size(), 1U);
  EXPECT_THAT(averages[0], HasSubstr("one edition, not several"));
  const auto draws = mistakes(two + kCohort +
                              "[headline]\ncohort = \"weak\"\nstart = \"lbm2-2016:2002\"\n"
                              "turn = 2012\nend = \"lbm3-2022:2014\"\n");
  ASSERT_GE(draws.size(), 2U);
  EXPECT_THAT(draws[0], HasSubstr("never subtracted, averaged or drawn in one line"));
}

TEST(ParsePlan, KnowsItsOwnCohorts) {
  const auto found =
      mistakes(kHead + kCohort +
               "[[cohort]]\nid = \"both\"\nunion = [\"weak\", \"other\"]\n"
               "[headline]\ncohort = \"waek\"\nstart = 2002\nturn = 2012\nend = 2014\n");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_THAT(found[0], HasSubstr("no cohort 'other' stands above this one"));
  EXPECT_THAT(found[1], HasSubstr("did you mean 'weak'?"));
}

TEST(ParsePlan, RefusesIdsThatAreNoPlainName) {
  for (const char* id : {"mijn plan", "a/b", "../a", "a:b", "naïef"}) {
    const std::string head = "id = \"" + std::string(id) + "\"" + kHead.substr(kHead.find('\n'));
    const auto found = mistakes(head + "[[cohort]]\nid = \"" + id + "\"\nrule = \"all\"\n");
    ASSERT_EQ(found.size(), 2U) << id;
    EXPECT_THAT(found[0], HasSubstr(std::string("'") + id + "' cannot be the id of a plan"));
    EXPECT_THAT(found[0], HasSubstr("plan.toml:1:6"));
    EXPECT_THAT(found[0], HasSubstr("use letters, digits and hyphens"));
    EXPECT_THAT(found[1], HasSubstr("cannot be the name of a cohort"));
  }
}

TEST(ParsePlan, WantsAnEditionAndACohort) {
  const auto found = mistakes("id = \"p\"\ntitle = \"Proef\"\n");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_THAT(found[0], HasSubstr("at least one [[edition]]"));
  EXPECT_THAT(found[1], HasSubstr("at least one [[cohort]]"));
}

TEST(ParsePlan, ChecksTheTypology) {
  const auto found = mistakes(kHead + kCohort +
                              "[typology]\ncohorts = [\"weak\"]\nsince = 2008\nstall = 2012\n"
                              "last = 2014\nthreshold = -1\n"
                              "[[typology.line]]\ncluster = \"Succes\"\nwhen = \"all\"\n");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_THAT(found[0], HasSubstr("a threshold is not negative"));
  EXPECT_THAT(found[1], HasSubstr("'Succes' is no cluster"));
}

TEST(ParsePlan, SaysWhereThePlanIsNoToml) {
  try {
    parsed("id = \n");
    FAIL();
  } catch (const base::Failure& failure) {
    EXPECT_EQ(failure.place()->line, 1);
  }
}

}  // namespace
}  // namespace wijkbeeld::study
