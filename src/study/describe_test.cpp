// SPDX-License-Identifier: EUPL-1.2
// Expected values are written as the arithmetic a person would do.
#include "study/describe.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "base/random.hpp"
#include "support/tiny_project.hpp"

namespace wijkbeeld::study {
namespace {

using support::tiny_edition;
using support::tiny_project;

const std::vector<support::TinyArea> kAreas = {
    {"WK990100", "Aa", 1000, {1, 1, 2}, {2.9, 3.1}, {-0.4, -0.2}, {-0.2, -0.2}},
    {"WK990101", "Bee", 500, {2, 2, 2}, {3.5, 3.2}, {0.0, 0.0}, {0.0, -0.3}},
    {"WK990102", "Cee", 250, {3, 3, 3}, {4.2, 4.2}, {0.4, 0.4}, {0.3, 0.3}},
    {"WK990103", "Dee", 2000, {std::nullopt, 2, std::nullopt}, {3.2, std::nullopt}},
};

class DescribeTest : public ::testing::Test {
 protected:
  instrument::Edition edition = tiny_edition();
  series::Project project = tiny_project(kAreas);
  Panel panel{edition, area::Level::wijk, {2016}, project};
  Group nation{"nation", panel.all(), false};
};

TEST_F(DescribeTest, PathCountsWhatEachWaveHas) {
  const auto waves = path(panel, nation);
  ASSERT_EQ(waves.size(), 3U);
  EXPECT_EQ(waves[0].areas, 3);  // 2002 has classes only, one withheld
  EXPECT_EQ(waves[0].mean.absence(), table::Absence::not_collected);
  EXPECT_NEAR(*waves[0].share_low, 1.0 / 3, 1e-12);
  EXPECT_EQ(waves[1].areas, 4);
  EXPECT_NEAR(*waves[1].mean, (2.9 + 3.5 + 4.2 + 3.2) / 4, 1e-12);
  EXPECT_NEAR(*waves[1].weighted_mean, (1000 * 2.9 + 500 * 3.5 + 250 * 4.2 + 2000 * 3.2) / 3750,
              1e-12);
  EXPECT_EQ(waves[2].areas, 3);
}

TEST_F(DescribeTest, ChangeCountsAreasWithAScoreInBothWaves) {
  const CohortChange moved = change(panel, nation, {{2012}, {2014}});
  EXPECT_EQ(moved.areas, 3);
  EXPECT_EQ(moved.residents, 1750);
  EXPECT_EQ(*moved.areas_lower, 1);
  EXPECT_NEAR(*moved.share_areas_lower, 1.0 / 3, 1e-12);
  EXPECT_EQ(*moved.residents_lower, 500);
  EXPECT_NEAR(*moved.mean_change, (0.2 - 0.3 + 0) / 3, 1e-12);
  EXPECT_NEAR(*moved.weighted_mean_change, (1000 * 0.2 - 500 * 0.3) / 1750, 1e-12);
  EXPECT_NEAR(*moved.weighted_mean_change_per_year, *moved.weighted_mean_change / 2, 1e-15);
  EXPECT_EQ(*moved.areas_improved_class, 1);
  EXPECT_EQ(*moved.areas_declined_class, 1);
}

TEST_F(DescribeTest, ChangeLeavesScoreColumnsAbsentWhereOnlyClassesExist) {
  series::SeriesBuilder published({{"tiny"}, area::Level::wijk, {2016}, "development"});
  published.add({"WK990100"}, {{2002}, {2012}}, 3.0);
  published.add({"WK990101"}, {{2002}, {2012}}, 2.0);
  project.series.push_back(published.build());
  const Panel with(edition, area::Level::wijk, {2016}, project);
  const CohortChange moved = change(with, {"nation", with.all(), false}, {{2002}, {2012}});
  EXPECT_EQ(moved.areas, 2);
  EXPECT_EQ(moved.residents, 1500);
  EXPECT_FALSE(moved.areas_lower.has_value());
  EXPECT_FALSE(moved.mean_change.has_value());
  EXPECT_EQ(*moved.areas_improved_class, 1);
  EXPECT_NEAR(*moved.share_residents_improved_class, 1000.0 / 1500, 1e-12);
}

TEST_F(DescribeTest, DecompositionAddsUpInEveryGroup) {
  const auto rows = decomposition(panel, nation, {{2012}, {2014}});
  ASSERT_EQ(rows.size(), 9U);  // three groups x (total, won, vei): nothing is left over
  EXPECT_EQ(rows[0].group, "lower");
  EXPECT_NEAR(rows[0].mean_change, -0.3, 1e-12);
  EXPECT_NEAR(rows[2].mean_change, -0.3, 1e-12);  // all of it in vei
  for (std::size_t i = 0; i < rows.size(); i += 3) {
    EXPECT_NEAR(rows[i].mean_change, rows[i + 1].mean_change + rows[i + 2].mean_change, 1e-9);
    EXPECT_NEAR(*rows[i].weighted_mean_change,
                *rows[i + 1].weighted_mean_change + *rows[i + 2].weighted_mean_change, 1e-9);
  }
}

TEST_F(DescribeTest, DecompositionShowsWhatIsNotAllocated) {
  auto areas = kAreas;
  areas[1].vei[1] = -0.25;  // 0.05 of the fall is in no dimension
  const series::Project other = tiny_project(areas);
  const Panel with(edition, area::Level::wijk, {2016}, other);
  const auto rows = decomposition(with, {"nation", with.all(), false}, {{2012}, {2014}});
  ASSERT_EQ(rows[3].dimension, "unallocated");
  EXPECT_NEAR(rows[3].mean_change, -0.05, 1e-12);
  EXPECT_NEAR(rows[0].mean_change, rows[1].mean_change + rows[2].mean_change + rows[3].mean_change,
              1e-9);
}

TEST_F(DescribeTest, TransitionsCountEveryAreaOnce) {
  std::int64_t areas = 0;
  for (const Transition& cell : transitions(panel, nation, {{2002}, {2012}}))
    areas += cell.areas;
  EXPECT_EQ(areas, 3);
}

TEST_F(DescribeTest, StatusDynamicsFollowTheDevelopmentClass) {
  const auto cells = status_dynamics(panel, nation, {{2012}, {2014}});
  ASSERT_EQ(cells.size(), 3U);
  EXPECT_EQ(cells[0].status, 2);
  EXPECT_EQ(cells[0].dynamics, "declined");
  EXPECT_EQ(cells[0].residents, 500);
  EXPECT_EQ(cells[1].dynamics, "improved");
  EXPECT_EQ(cells[2].dynamics, "unchanged");
}

TEST_F(DescribeTest, NationalSharesAddUpToOne) {
  double areas = 0;
  double residents = 0;
  int mean_classes = 0;
  for (const NationalClass& row : national_classes(panel)) {
    if (row.wave.year != 2012) continue;
    areas += row.share_areas;
    residents += *row.share_residents;
    mean_classes += row.is_class_of_mean ? 1 : 0;
  }
  EXPECT_NEAR(areas, 1, 1e-12);
  EXPECT_NEAR(residents, 1, 1e-12);
  EXPECT_EQ(mean_classes, 1);
}

// Property: whatever the scores, the parts of a decomposition add up to the total, and the groups
// 'lower' and 'not_lower' together are 'all'.
TEST(Decomposition, AddsUpForAnyScores) {
  const base::Seed seed{20170307};
  for (std::uint64_t trial = 0; trial < 200; ++trial) {
    SCOPED_TRACE(fmt::format("seed {}, trial {}", seed.value, trial));
    base::Stream random(seed, 1, trial);
    std::vector<support::TinyArea> areas;
    for (int i = 0; i < 30; ++i) {
      support::TinyArea one{fmt::format("WK9901{:02}", i), "x", 1 + 1e4 * random.uniform()};
      for (int w = 0; w < 2; ++w) {
        one.won.push_back(random.normal());
        one.vei.push_back(random.normal());
        one.scores.emplace_back(3.5 + one.won.back() + one.vei.back() + 0.01 * random.normal());
      }
      areas.push_back(one);
    }
    const instrument::Edition edition = tiny_edition();
    const series::Project project = tiny_project(areas);
    const Panel panel(edition, area::Level::wijk, {2016}, project);
    double total = 0;
    std::int64_t halves = 0;
    for (const auto& row : decomposition(panel, {"nation", panel.all(), false}, {{2012}, {2014}})) {
      if (row.dimension == "total") {
        EXPECT_NEAR(total, 0, 1e-9);
        total = -row.mean_change;
        if (row.group != "all") halves += row.areas;
      } else {
        total += row.mean_change;
      }
    }
    EXPECT_NEAR(total, 0, 1e-9);
    EXPECT_EQ(halves, 30);
  }
}

}  // namespace
}  // namespace wijkbeeld::study
