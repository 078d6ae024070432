// SPDX-License-Identifier: EUPL-1.2
#include "geo/grid_kernel.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "base/random.hpp"

namespace wijkbeeld::geo {
namespace {

using Values = std::vector<std::optional<double>>;

constexpr base::Seed kSeed{1969};

double apart(Cell a, Cell b) {
  return std::hypot(centre(a).x - centre(b).x, centre(a).y - centre(b).y);
}

// A patchy field: each cell of a square is there with some chance, in no order.
struct Patchy {
  std::vector<Cell> cells;
  Values values;
  std::vector<double> weights;

  Patchy() {
    base::Stream stream(kSeed, 1);
    for (int column = 1200; column < 1260; ++column)
      for (int row = 4870; row < 4920; ++row) {
        if (stream.chance(0.4)) continue;
        cells.push_back({column, row});
        values.push_back(stream.chance(0.1) ? std::nullopt : std::optional(stream.normal()));
        weights.push_back(static_cast<double>(stream.below(6)));
      }
    for (std::size_t i = cells.size(); i > 1; --i) {
      const std::size_t j = stream.below(i);
      std::swap(cells[i - 1], cells[j]);
      std::swap(values[i - 1], values[j]);
      std::swap(weights[i - 1], weights[j]);
    }
  }

  [[nodiscard]] std::optional<double> mean_by_hand(const Kernel& kernel, Cell at) const {
    double weight = 0;
    double product = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (!values[i]) continue;
      const double w = weights[i] * weight_at(kernel, apart(cells[i], at));
      weight += w;
      product += w * *values[i];
    }
    return weight > 0 ? std::optional(product / weight) : std::nullopt;
  }
};

TEST(Kernel, HasItsTextbookWeights) {
  EXPECT_EQ(weight_at({KernelForm::disc, 200}, 200), 1);
  EXPECT_EQ(weight_at({KernelForm::disc, 200}, 200.5), 0);
  EXPECT_DOUBLE_EQ(weight_at({KernelForm::gaussian, 200}, 200), std::exp(-0.5));
  EXPECT_GT(weight_at({KernelForm::gaussian, 200}, 800), 0);
  EXPECT_EQ(weight_at({KernelForm::gaussian, 200}, 801), 0);
  EXPECT_DOUBLE_EQ(weight_at({KernelForm::epanechnikov, 200}, 100), 0.75);
  EXPECT_EQ(weight_at({KernelForm::epanechnikov, 200}, 200), 0);
}

TEST(Kernel, OfBandwidthZeroIsTheCellItself) {
  for (const KernelForm form : {KernelForm::disc, KernelForm::gaussian, KernelForm::epanechnikov}) {
    EXPECT_EQ(weight_at({form, 0}, 0), 1);
    EXPECT_EQ(weight_at({form, 0}, 100), 0);
  }
}

TEST(CellSums, CountCentresOnTheCircle) {
  const std::vector<Cell> cells{{10, 10}, {12, 10}, {10, 8}, {13, 10}, {12, 11}};
  const std::vector<double> ones(cells.size(), 1);
  const CellField field(cells);
  EXPECT_EQ(field.sums(ones, 200, cells, {1})[0], 3) << "at 0, 200 and 200 m, not at 224 and 300";
  EXPECT_EQ(field.sums(ones, 0, cells, {1})[0], 1);
  EXPECT_EQ(field.sums(ones, 99, std::vector<Cell>{{50, 50}}, {1})[0], 0) << "nothing near";
}

// The number of points of a square lattice within radius 0, 1, 2, ... of one of them (Gauss's
// circle problem): OEIS A000328.
TEST(CellSums, OfAFullGridAreTheNumbersOfGauss) {
  std::vector<Cell> cells;
  for (int column = 0; column < 41; ++column)
    for (int row = 0; row < 41; ++row)
      cells.push_back({column, row});
  const std::vector<double> ones(cells.size(), 1);
  const CellField field(cells);
  const std::vector<Cell> middle{{20, 20}};
  const std::vector<double> expected{1, 5, 13, 29, 49, 81, 113, 149, 197, 253, 317};
  for (std::size_t r = 0; r < expected.size(); ++r)
    EXPECT_EQ(field.sums(ones, 100.0 * static_cast<double>(r), middle, {1})[0], expected[r]) << r;
}

TEST(CellSums, AgreeWithLookingAtEveryCell) {
  const Patchy patchy;
  const CellField field(patchy.cells);
  for (const double radius : {0.0, 100.0, 150.0, 500.0, 3000.0}) {
    const std::vector<double> sums = field.sums(patchy.weights, radius, patchy.cells, {2});
    for (std::size_t i = 0; i < patchy.cells.size(); i += 37) {
      double expected = 0;
      for (std::size_t k = 0; k < patchy.cells.size(); ++k)
        if (apart(patchy.cells[i], patchy.cells[k]) <= radius) expected += patchy.weights[k];
      EXPECT_EQ(sums[i], expected) << "seed " << kSeed.value << " radius " << radius;
    }
  }
}

TEST(CellMeans, WeighNeighboursAndSkipAbsentOnes) {
  const std::vector<Cell> cells{{10, 10}, {11, 10}, {10, 11}, {30, 30}};
  const Values values{1, 3, std::nullopt, 7};
  const std::vector<double> residents{10, 30, 1000, 0};
  const CellField field(cells);
  const Values means = field.means(values, residents, {KernelForm::disc, 100}, cells, {1});
  EXPECT_EQ(means[0], 2.5);
  EXPECT_EQ(means[2], 1) << "has no value itself; (11, 10) is 141 m away";
  EXPECT_FALSE(means[3]) << "nobody lives there";
}

TEST(CellMeans, AgreeWithLookingAtEveryCell) {
  const Patchy patchy;
  const CellField field(patchy.cells);
  std::vector<Cell> at(patchy.cells.begin(), patchy.cells.begin() + 60);
  at.push_back({1195, 4865});
  at.push_back({2000, 5000});
  for (const Kernel& kernel :
       {Kernel{KernelForm::disc, 0}, Kernel{KernelForm::disc, 350}, Kernel{KernelForm::disc, 2000},
        Kernel{KernelForm::gaussian, 150}, Kernel{KernelForm::gaussian, 500},
        Kernel{KernelForm::epanechnikov, 100}, Kernel{KernelForm::epanechnikov, 750}}) {
    const Values means = field.means(patchy.values, patchy.weights, kernel, at, {2});
    for (std::size_t i = 0; i < at.size(); ++i) {
      const auto expected = patchy.mean_by_hand(kernel, at[i]);
      ASSERT_EQ(means[i].has_value(), expected.has_value()) << "seed " << kSeed.value;
      EXPECT_NEAR(means[i].value_or(0), expected.value_or(0), 1e-11) << "seed " << kSeed.value;
    }
  }
}

TEST(CellMeans, OfOneValueIsThatValue) {
  const Patchy patchy;
  const CellField field(patchy.cells);
  const Values same(patchy.cells.size(), 4.25);
  for (const KernelForm form : {KernelForm::disc, KernelForm::gaussian, KernelForm::epanechnikov})
    for (const auto& mean : field.means(same, patchy.weights, {form, 400}, patchy.cells, {1}))
      EXPECT_NEAR(mean.value_or(0), 4.25, 1e-12);
}

TEST(CellMeans, AreTheSameForAnyNumberOfWorkers) {
  const Patchy patchy;
  const CellField field(patchy.cells);
  for (const KernelForm form : {KernelForm::disc, KernelForm::gaussian})
    EXPECT_EQ(field.means(patchy.values, patchy.weights, {form, 300}, patchy.cells, {1}),
              field.means(patchy.values, patchy.weights, {form, 300}, patchy.cells, {4}));
  EXPECT_EQ(field.sums(patchy.weights, 300, patchy.cells, {1}),
            field.sums(patchy.weights, 300, patchy.cells, {4}));
}

}  // namespace
}  // namespace wijkbeeld::geo
