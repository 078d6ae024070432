// SPDX-License-Identifier: EUPL-1.2
#include "answer/change.hpp"

#include <gtest/gtest.h>

#include "support/tiny_study.hpp"

namespace wijkbeeld::answer {
namespace {

// The cohort "weak": Aa (1,000 residents), Bee (500) and Cee (250), with scores 2.8, 3.1, 3.5 in
// 2012 and 2.6, 2.9, 3.7 in 2014.
class GroupChange : public ::testing::Test {
 protected:
  static const study::Findings& findings() {
    static const study::Findings all = support::tiny_findings();
    return all;
  }
};

TEST_F(GroupChange, HasAPathWithPlainAndWeightedMeans) {
  const Path weak = path(findings(), "tiny", "weak");
  const PathPoint* first = weak.at({2012});
  ASSERT_NE(first, nullptr);
  EXPECT_EQ(*first->areas, 3);
  EXPECT_EQ(*first->residents, 1750);
  EXPECT_NEAR(*first->mean, 9.4 / 3, 1e-12);
  EXPECT_NEAR(*first->weighted_mean, 5225.0 / 1750, 1e-12);
  const PathPoint* last = weak.at({2014});
  ASSERT_NE(last, nullptr);
  EXPECT_NEAR(*last->weighted_mean, 4975.0 / 1750, 1e-12);
  EXPECT_EQ(last->mean.id, "cohort_path/tiny/weak/2014#mean");
  EXPECT_EQ(weak.at({2013}), nullptr);
}

TEST_F(GroupChange, TellsWhatRoseAndWhatFell) {
  const auto one = change(findings(), "tiny", "weak", {{2012}, {2014}});
  ASSERT_TRUE(one);
  EXPECT_TRUE(one->is_by_score);
  EXPECT_EQ(*one->areas_lower, 2);
  EXPECT_NEAR(*one->share_areas_lower, 2.0 / 3, 1e-12);
  EXPECT_EQ(*one->residents_lower, 1500);
  EXPECT_NEAR(*one->share_residents_lower, 1500.0 / 1750, 1e-12);
  EXPECT_NEAR(*one->mean_change, -0.2 / 3, 1e-12);
  EXPECT_NEAR(*one->weighted_mean_change, -250.0 / 1750, 1e-12);
  EXPECT_NEAR(*one->per_year, -125.0 / 1750, 1e-12);
}

TEST_F(GroupChange, IsNothingForWhatWasNotAsked) {
  EXPECT_FALSE(change(findings(), "tiny", "nobody", {{2012}, {2014}}));
  EXPECT_FALSE(change(findings(), "other", "weak", {{2012}, {2014}}));
  EXPECT_TRUE(path(findings(), "tiny", "nobody").points.empty());
}

TEST_F(GroupChange, GoesStepByStepThroughTheWaves) {
  const auto all = steps(findings(), "tiny", "weak");
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].period.from.year, 2002);
  EXPECT_FALSE(all[0].is_by_score) << "2002 has classes only";
  EXPECT_EQ(all[1].period.to.year, 2014);
}

TEST_F(GroupChange, HasAPathForEveryGroupOnce) {
  std::vector<std::string> groups;
  for (const Path& one : paths(findings(), "tiny"))
    groups.push_back(one.group);
  EXPECT_EQ(std::count(groups.begin(), groups.end(), "weak"), 1);
  EXPECT_EQ(std::count(groups.begin(), groups.end(), "nation"), 1);
  EXPECT_TRUE(paths(findings(), "none").empty());
}

}  // namespace
}  // namespace wijkbeeld::answer
