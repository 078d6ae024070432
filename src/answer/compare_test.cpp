// SPDX-License-Identifier: EUPL-1.2
#include "answer/compare.hpp"

#include <gtest/gtest.h>

#include "support/tiny_study.hpp"

namespace wijkbeeld::answer {
namespace {

class CompareTest : public ::testing::Test {
 protected:
  std::vector<instrument::Edition> editions{support::tiny_edition()};
  series::Project project = support::tiny_project(support::tiny_areas(false));

  Comparison of(const std::vector<std::string>& codes) {
    std::vector<Profile> profiles;
    for (const std::string& code : codes)
      profiles.push_back(profile(project, editions, {code}));
    return compare(std::move(profiles));
  }
};

TEST_F(CompareTest, NamesTheHighestAndTheLowestInTheLastWaveTheyShare) {
  const Comparison c = of({"WK990100", "WK990200", "WK990102"});
  ASSERT_EQ(c.editions.size(), 1U);
  const ComparedEdition& e = c.editions[0];
  EXPECT_EQ(e.size(), 3U);
  EXPECT_EQ(e.last->year, 2014);
  EXPECT_EQ(*e.highest, 1U);
  EXPECT_EQ(*e.lowest, 0U);
  EXPECT_NEAR(*e.spread, 4.4 - 2.6, 1e-12);
  EXPECT_FALSE(e.intervals_meet.has_value());
}

TEST_F(CompareTest, HoldsChangesOverTheWavesAllHaveAScoreIn) {
  const Comparison c = of({"WK990100", "WK990200"});
  const ComparedEdition& e = c.editions[0];
  EXPECT_EQ(e.common->from.year, 2012);
  EXPECT_EQ(e.common->to.year, 2014);
  EXPECT_NEAR(*e.changes[0], -0.2, 1e-12);
  EXPECT_NEAR(*e.changes[1], 0.2, 1e-12);
  EXPECT_EQ(*e.risen, 1);
  EXPECT_EQ(*e.counted, 2);
  EXPECT_TRUE(e.national_change.has_value());
}

TEST_F(CompareTest, SaysNothingOfWhoIsHighestWithFewerThanTwoScores) {
  const Comparison c = of({"WK990100", "WK990202"});
  const ComparedEdition& e = c.editions[0];
  EXPECT_EQ(e.size(), 2U);
  EXPECT_FALSE(e.highest.has_value());
  EXPECT_FALSE(e.common.has_value());
  EXPECT_FALSE(e.last.has_value());
}

TEST_F(CompareTest, NamesNoHighestOfEquals) {
  project = support::tiny_project({support::TinyArea{"WK990100", "Aa", 10, {1}, {2.0, 2.5}},
                                   support::TinyArea{"WK990200", "Bee", 20, {1}, {3.0, 2.5}}});
  EXPECT_FALSE(of({"WK990100", "WK990200"}).editions[0].highest.has_value());
}

TEST_F(CompareTest, TellsWhetherIntervalsMeetWhenErrorsAreKnown) {
  const auto with_error = [&](double error) {
    project = support::tiny_project({support::TinyArea{"WK990100", "Aa", 10, {1}, {2.0, 2.0}},
                                     support::TinyArea{"WK990200", "Bee", 20, {1}, {3.0, 3.0}}});
    series::SeriesBuilder errors({{"tiny"}, area::Level::wijk, {2016}, "score.error"});
    for (const char* code : {"WK990100", "WK990200"})
      errors.add({code}, series::at({2014}), error);
    project.series.push_back(errors.build());
    return of({"WK990100", "WK990200"});
  };
  const Comparison sure = with_error(0.1);
  EXPECT_EQ(sure.editions[0].intervals_meet, std::optional(false));
  // 1.6448536 standard errors on both sides: 1.6448536 * 0.1 above 2.
  EXPECT_NEAR(*sure.editions[0].at(0, {2014})->high, 2.16448536, 1e-8);
  EXPECT_EQ(with_error(0.5).editions[0].intervals_meet, std::optional(true));
}

TEST_F(CompareTest, NeverCrossesEditions) {
  editions.push_back(support::tiny_edition());
  editions.back().id = {"other"};
  project = support::tiny_project({support::TinyArea{"WK990100", "Aa", 10, {1}, {2.0, 2.0}}});
  const series::Project other =
      support::tiny_project({support::TinyArea{"WK990200", "Bee", 20, {1}, {3.0, 3.0}}}, "other");
  for (const series::Series& one : other.series)
    project.series.push_back(one);
  const Comparison c = of({"WK990100", "WK990200"});
  EXPECT_EQ(c.profiles.size(), 2U);
  EXPECT_TRUE(c.editions.empty());
}

}  // namespace
}  // namespace wijkbeeld::answer
