// SPDX-License-Identifier: EUPL-1.2
#include "source/example_regions.hpp"

#include <gtest/gtest.h>

#include <numeric>
#include <set>

namespace wijkbeeld::source {
namespace {

const ExampleGrid kGrid{30, 20, 20000, 552000};

StepCost even() {
  return StepCost(std::vector<double>(kGrid.size(), 1));
}

TEST(GrowRegions, GivesEachCellToTheNearestSeedling) {
  const std::vector<Label> all(kGrid.size(), 0);
  const std::vector<Seedling> two = {{10 * 30 + 5, 0}, {10 * 30 + 24, 1}};
  const std::vector<Label> labels = grow_regions(kGrid, all, two, even());
  EXPECT_EQ(labels[3 * 30 + 2], 0U);
  EXPECT_EQ(labels[17 * 30 + 27], 1U);
}

TEST(GrowRegions, StopsAtABarrier) {
  const std::vector<Label> all(kGrid.size(), 0);
  StepCost cost = even();
  const geo::Line line = {{20000 + 900, 552000 - 500}, {20000 + 900, 552000 + 2500}};
  cost.add_barrier(cells_beside(kGrid, line, 250), 50);
  const std::vector<Seedling> two = {{10 * 30 + 2, 0}, {10 * 30 + 28, 1}};
  const std::vector<Label> labels = grow_regions(kGrid, all, two, cost);
  for (std::size_t row = 0; row < kGrid.rows; ++row) {
    EXPECT_EQ(labels[row * 30 + 8], 0U);
    EXPECT_EQ(labels[row * 30 + 9], 1U);  // although the first is nearer here
  }
}

TEST(GrowRegions, LeavesTheSeaAlone) {
  std::vector<Label> parents(kGrid.size(), 0);
  for (std::size_t cell = 0; cell < 30; ++cell)
    parents[cell] = kNoLabel;
  const std::vector<Seedling> one = {{400, 0}};
  const std::vector<Label> labels = grow_regions(kGrid, parents, one, even());
  EXPECT_EQ(labels[12], kNoLabel);
  EXPECT_EQ(labels[42], 0U);
}

TEST(DivideRegions, MakesConnectedRegionsInsideTheirParents) {
  std::vector<Label> parents(kGrid.size());
  for (std::size_t cell = 0; cell < parents.size(); ++cell)
    parents[cell] = kGrid.column(cell) < 12 ? 0 : 1;
  const std::vector<double> weights(kGrid.size(), 1);
  const auto labels = divide_regions(kGrid, parents, {4, 7}, weights, even(), {5}, 1, 2);
  std::size_t pieces = 0;
  pieces_of(kGrid, labels, pieces);
  EXPECT_EQ(pieces, 11U);
  for (std::size_t cell = 0; cell < labels.size(); ++cell)
    EXPECT_EQ(labels[cell] < 4, parents[cell] == 0);
}

TEST(ShareOut, GivesAllAndAtLeastTheLeast) {
  const std::vector<double> weights = {5, 1, 0};
  const std::vector<std::size_t> shares = share_out(10, weights, 1);
  EXPECT_EQ(shares, (std::vector<std::size_t>{7, 2, 1}));
  EXPECT_DEATH(share_out(2, weights, 1), "least share");
}

TEST(AdjacentLabels, ShareASide) {
  const ExampleGrid small{2, 2, 0, 0};
  const auto adjacent = adjacent_labels(small, {0, 1, 2, kNoLabel}, 3);
  EXPECT_EQ(adjacent[0], (std::vector<Label>{1, 2}));
  EXPECT_EQ(adjacent[1], (std::vector<Label>{0}));
}

TEST(CellsBeside, TellTheSideOfALine) {
  const auto beside = cells_beside(kGrid, {{20000, 553000}, {23000, 553000}}, 120);
  std::set<std::int8_t> north;
  for (const Beside& one : beside)
    if (kGrid.centre(one.cell).y > 553000) north.insert(one.side);
  EXPECT_EQ(beside.size(), 60U);
  EXPECT_EQ(north, (std::set<std::int8_t>{1}));
}

}  // namespace
}  // namespace wijkbeeld::source
