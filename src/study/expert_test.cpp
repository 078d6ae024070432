// SPDX-License-Identifier: EUPL-1.2
#include "study/expert.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"
#include "study/check.hpp"
#include "study/describe.hpp"
#include "study/typology.hpp"
#include "support/tiny_project.hpp"

namespace wijkbeeld::study {
namespace {

using support::tiny_edition;
using support::tiny_project;

TEST(Specificity, NamesTheDimensionThatSetsFallersApart) {
  const std::vector<CohortDecomposition> rows = {
      {"e", "c", "lower", {{2012}, {2014}}, "total", 10, -0.05, -0.05},
      {"e", "c", "lower", {{2012}, {2014}}, "won", 10, -0.01, -0.01},
      {"e", "c", "lower", {{2012}, {2014}}, "vei", 10, -0.04, -0.04},
      {"e", "c", "not_lower", {{2012}, {2014}}, "total", 20, 0.03, 0.03},
      {"e", "c", "not_lower", {{2012}, {2014}}, "won", 20, 0.03, 0.03},
      {"e", "c", "not_lower", {{2012}, {2014}}, "vei", 20, 0.00, 0.00},
      {"e", "c", "all", {{2012}, {2014}}, "total", 30, 0.0, 0.0}};
  const auto found = specificity(rows);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_NEAR(found[0].gap, -0.08, 1e-12);
  EXPECT_EQ(found[1].dimension, "won");
  EXPECT_NEAR(found[1].share_of_gap, 0.5, 1e-12);
  EXPECT_EQ(found[1].is_largest, found[1].gap < found[2].gap || found[1].gap == found[2].gap);
}

TEST(Specificity, SaysNothingWhereNoAreaFell) {
  EXPECT_TRUE(specificity({{"e", "c", "not_lower", {{2012}, {2014}}, "total", 5, 0.1, 0.1},
                           {"e", "c", "all", {{2012}, {2014}}, "total", 5, 0.1, 0.1}})
                  .empty());
}

// Areas whose true level never changes, measured with error: a cohort chosen low in one wave must
// dip in that wave and lie where regression to the mean expects it in the other.
TEST(SelectionCheck, ShowsTheDipThatSelectionAloneMakes) {
  const base::Seed seed{7};
  std::vector<support::TinyArea> areas;
  for (int i = 0; i < 2000; ++i) {
    base::Stream random(seed, 1, static_cast<std::uint64_t>(i));
    const double level = 3.5 + 0.2 * random.normal();
    areas.push_back({fmt::format("WK{:06}", 990000 + i),
                     "x",
                     100,
                     {},
                     {level + 0.1 * random.normal(), level + 0.1 * random.normal()}});
  }
  const instrument::Edition edition = tiny_edition();
  const series::Project project = tiny_project(areas);
  const Panel panel(edition, area::Level::wijk, {2016}, project);
  const auto rows = selection_check(panel, {"nation", panel.all(), false}, 100);
  ASSERT_EQ(rows.size(), 4U);  // two waves to choose in x two waves to look at
  EXPECT_EQ(rows[0].areas, 100);
  EXPECT_FALSE(rows[0].expected_mean.has_value());
  EXPECT_GT(rows[1].mean, rows[0].mean + 0.03) << "chosen in 2012, seen in 2014: it rises";
  EXPECT_GT(rows[2].mean, rows[3].mean + 0.03) << "chosen in 2014: it dips in that wave";
  // Nothing happened, so regression to the mean explains it all, within sampling error of the mean
  // of 100 areas with error sd 0.1 (5 standard errors).
  EXPECT_NEAR(*rows[1].observed_minus_expected, 0, 5 * 0.1 / 10);
  EXPECT_NEAR(rows[1].gap, rows[1].mean - rows[1].national_mean, 1e-12);
}

TEST(VersionCheck, JudgesByTheDifferenceOfWeightedMeans) {
  const instrument::Edition edition = tiny_edition();
  const series::Project project = tiny_project({{"WK990100", "Aa", 100, {}, {3.0, 3.1}},
                                                {"WK990101", "Bee", 100, {}, {3.0, 3.0}},
                                                {"WK990102", "Cee", 100, {}, {3.0, 3.2}}});
  const Panel panel(edition, area::Level::wijk, {2016}, project);
  const Group nation{"nation", panel.all(), false};
  const auto verdict = [&](Rows rows) {
    return version_check(panel, {"c", std::move(rows), true}, nation).back().verdict;
  };
  EXPECT_EQ(verdict({0}), "equal");
  EXPECT_EQ(verdict({1}), "behind");
  EXPECT_EQ(verdict({2}), "ahead");
}

TEST(CheckClasses, FindsTheAreaOnTheWrongSideOfALimit) {
  const instrument::Edition edition = tiny_edition();
  const series::Project project = tiny_project({{"WK990100", "Aa", 100, {1, 1, 2}, {2.9, 3.1}},
                                                {"WK990101", "Bee", 100, {1, 1, 2}, {3.2, 3.1}}});
  const Panel panel(edition, area::Level::wijk, {2016}, project);
  const ClassChecks found = check_classes(panel);
  ASSERT_EQ(found.checks.size(), 2U);  // 2012 and 2014; no published development classes
  EXPECT_EQ(found.checks[0].areas, 2);
  EXPECT_EQ(found.checks[0].mismatches, 1);
  ASSERT_EQ(found.mismatches.size(), 1U);
  EXPECT_EQ(found.mismatches[0].area_code, "WK990101");
  EXPECT_EQ(found.mismatches[0].class_computed, 2);
  EXPECT_NEAR(found.mismatches[0].distance_to_limit, 0.2, 1e-12);
}

TEST(CheckSums, ListsAreasWhoseDimensionsDoNotAddUp) {
  const instrument::Edition edition = tiny_edition();
  const series::Project project =
      tiny_project({{"WK990100", "Aa", 100, {}, {3.0, 3.1}, {-0.3, -0.2}, {-0.2, -0.2}},
                    {"WK990101", "Bee", 100, {}, {3.0, 3.1}, {-0.3, -0.2}, {-0.2, -0.1}}});
  base::Ledger ledger;
  check_sums(Panel(edition, area::Level::wijk, {2016}, project), ledger);
  ASSERT_EQ(ledger.count("not-additive"), 1U);
  EXPECT_EQ(ledger.issues()[0].place.part, "WK990101");
}

class TypologyTest : public ::testing::Test {
 protected:
  TypologyTest() {
    plan.cohorts = {"c"};
    plan.since = {2002};
    plan.stall = {2012};
    plan.last = {2014};
    plan.threshold = 0.05;
    plan.thresholds = {0.0, 0.05, 0.3};
    plan.lines = {
        {"Terugval", Rule::parse("change from 2012 to 2014 < -t and class in 2014 <= 2", {})},
        {"Succes!", Rule::parse("class in 2014 >= 3", {})}};
  }
  instrument::Edition edition = tiny_edition();
  series::Project project =
      tiny_project({{"WK990100", "Falls", 100, {1, 2, 2}, {3.5, 3.4}},
                    {"WK990101", "High", 300, {3, 3, 3}, {4.2, 4.1}},
                    {"WK990102", "Still", 100, {2, 2, 2}, {3.5, 3.49}},
                    {"WK990103", "Absent", 100, {2, 2, std::nullopt}, {3.5, std::nullopt}}});
  Panel panel{edition, area::Level::wijk, {2016}, project};
  Group cohort{"c", panel.all(), true};
  TypologyPlan plan;
};

TEST_F(TypologyTest, GivesEveryAreaOneClusterAndTheLineThatDecided) {
  const auto rows = typology(plan, panel, cohort);
  ASSERT_EQ(rows.size(), 4U);
  EXPECT_EQ(rows[0].cluster, "Terugval");
  EXPECT_EQ(rows[0].rule_line, "1. change from 2012 to 2014 < -t and class in 2014 <= 2");
  EXPECT_EQ(rows[1].cluster, "Succes!");
  EXPECT_EQ(rows[2].cluster, "niet ingedeeld");
  EXPECT_EQ(rows[2].rule_line, "no line holds");
  EXPECT_EQ(rows[3].cluster, "niet ingedeeld");
  EXPECT_EQ(rows[3].rule_line.substr(0, 9), "undecided");
}

TEST_F(TypologyTest, CountsAddUpAtEveryThreshold) {
  std::map<double, std::int64_t> areas;
  std::map<double, double> residents;
  for (const TypologyCount& row : typology_counts(plan, panel, cohort)) {
    areas[row.threshold] += row.areas;
    residents[row.threshold] += *row.residents;
  }
  ASSERT_EQ(areas.size(), 3U);
  for (const auto& [threshold, count] : areas) {
    EXPECT_EQ(count, 4) << threshold;
    EXPECT_EQ(residents[threshold], 600) << threshold;
  }
}

TEST_F(TypologyTest, ShowsWhoMovesAtAnotherThreshold) {
  const auto moves = typology_moves(plan, panel, cohort);
  ASSERT_EQ(moves.size(), 2U);
  EXPECT_EQ(moves[0].area_name, "Still");  // t = 0: it falls too
  EXPECT_EQ(moves[0].cluster_then, "Terugval");
  EXPECT_EQ(moves[1].area_name, "Falls");  // t = 0.3: it does not
  EXPECT_EQ(moves[1].cluster_then, "niet ingedeeld");
}

}  // namespace
}  // namespace wijkbeeld::study
