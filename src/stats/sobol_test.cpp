// SPDX-License-Identifier: EUPL-1.2
#include "stats/sobol.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>
#include <set>
#include <vector>

namespace wijkbeeld::stats {
namespace {

using Model = std::function<std::vector<double>(const std::vector<double>&)>;

Matrix run(const SobolDesign& design, std::size_t outcomes, const Model& model) {
  Matrix all(design.rows(), outcomes);
  base::for_blocks(design.rows(), 500, {2}, [&](std::size_t begin, std::size_t end) {
    for (std::size_t row = begin; row < end; ++row) {
      const auto values = model(design.row(row));
      for (std::size_t o = 0; o < outcomes; ++o)
        all.at(row, o) = values[o];
    }
  });
  return all;
}

SobolSettings settings(std::size_t replicates) {
  SobolSettings result;
  result.replicates = replicates;
  result.seed = base::Seed{3};
  return result;
}

// Ishigami and Homma (1990), with a = 7 and b = 0.1.
double ishigami(const std::vector<double>& u) {
  const auto x = [&](std::size_t i) { return std::numbers::pi * (2 * u[i] - 1); };
  const double second = std::sin(x(1));
  return std::sin(x(0)) + 7 * second * second + 0.1 * std::pow(x(2), 4) * std::sin(x(0));
}

// Saltelli and Sobol (1995): a product of (|4 u - 2| + a) / (1 + a).
const std::vector<double> kA{0, 1, 4.5, 9, 99, 99, 99, 99};
double g_function(const std::vector<double>& u) {
  double product = 1;
  for (std::size_t i = 0; i < kA.size(); ++i)
    product *= (std::abs(4 * u[i] - 2) + kA[i]) / (1 + kA[i]);
  return product;
}

TEST(SobolIndices, OfIshigamiAreTheAnalyticOnes) {
  const SobolDesign design(3, 4096, base::Seed{1});
  const auto found =
      sobol_indices(design, run(design, 1, [](const auto& u) { return std::vector{ishigami(u)}; }),
                    settings(200));
  ASSERT_TRUE(found[0].has_value());
  const double pi4 = std::pow(std::numbers::pi, 4);
  const double first = 0.5 * (1 + 0.1 * pi4 / 5) * (1 + 0.1 * pi4 / 5);
  const double second = 49.0 / 8;
  const double mixed = 8 * 0.01 * pi4 * pi4 / 225;
  const double variance = first + second + mixed;
  EXPECT_NEAR(found[0]->mean, 3.5, 0.01);
  EXPECT_NEAR(found[0]->variance, variance, 0.01 * variance);
  const std::vector<double> firsts{first / variance, second / variance, 0};
  const std::vector<double> totals{(first + mixed) / variance, second / variance, mixed / variance};
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_NEAR(found[0]->inputs[i].first.value, firsts[i], 0.01) << i;
    EXPECT_NEAR(found[0]->inputs[i].total.value, totals[i], 0.01) << i;
    EXPECT_LE(found[0]->inputs[i].total.low, totals[i]) << i;
    EXPECT_GE(found[0]->inputs[i].total.high, totals[i]) << i;
  }
}

TEST(SobolIndices, OfTheGFunctionAreTheAnalyticOnes) {
  const SobolDesign design(8, 4096, base::Seed{2});
  const auto found = sobol_indices(
      design, run(design, 1, [](const auto& u) { return std::vector{g_function(u)}; }),
      settings(0));
  double product = 1;
  std::vector<double> own;
  for (const double a : kA) {
    own.push_back(1 / (3 * (1 + a) * (1 + a)));
    product *= 1 + own.back();
  }
  for (std::size_t i = 0; i < kA.size(); ++i) {
    const SobolIndex& index = found[0]->inputs[i];
    EXPECT_NEAR(index.first.value, own[i] / (product - 1), 0.01) << i;
    EXPECT_NEAR(index.total.value, own[i] * product / (1 + own[i]) / (product - 1), 0.01) << i;
    EXPECT_EQ(index.first.low, index.first.value) << "no replicates, no interval";
  }
}

TEST(SobolIndices, OfManyInputsComeFromRandomPoints) {
  constexpr std::size_t inputs = 20;
  const SobolDesign design(inputs, 4000, base::Seed{4});
  EXPECT_FALSE(design.has_sequence());
  const auto sum = [](const std::vector<double>& u) {
    double y = 0;
    for (std::size_t i = 0; i < inputs; ++i)
      y += static_cast<double>(i) * u[i];
    return std::vector{y};
  };
  const auto found = sobol_indices(design, run(design, 1, sum), settings(300));
  double squares = 0;
  for (std::size_t i = 0; i < inputs; ++i)
    squares += static_cast<double>(i * i);
  for (std::size_t i = 0; i < inputs; ++i) {
    const double share = static_cast<double>(i * i) / squares;
    const SobolIndex& index = found[0]->inputs[i];
    // Half the interval is two standard errors; within five.
    EXPECT_NEAR(index.first.value, share, 2.5 * (index.first.high - index.first.low) / 2 + 1e-12);
    EXPECT_NEAR(index.total.value, share, 2.5 * (index.total.high - index.total.low) / 2 + 1e-12);
    EXPECT_LT(index.total.high - index.total.low, 0.05);
  }
}

TEST(SobolIndices, OfASumAreExactInTotal) {
  // For y = u_0 the other input does nothing at all.
  const SobolDesign design(2, 64, base::Seed{4});
  const auto found = sobol_indices(
      design, run(design, 1, [](const auto& u) { return std::vector{u[0]}; }), settings(50));
  EXPECT_EQ(found[0]->inputs[1].first.value, 0);
  EXPECT_EQ(found[0]->inputs[1].total.high, 0);
}

TEST(SobolIndices, AnswerPerOutcomeAndAreAbsentForAConstant) {
  const SobolDesign design(2, 256, base::Seed{4});
  const auto found = sobol_indices(design,
                                   run(design, 3,
                                       [](const auto& u) {
                                         return std::vector{u[1], 0.1, 1e6 + u[0]};
                                       }),
                                   settings(20));
  ASSERT_EQ(found.size(), 3U);
  EXPECT_NEAR(found[0]->inputs[1].total.value, 1, 0.05);
  EXPECT_FALSE(found[1].has_value());
  EXPECT_NEAR(found[2]->inputs[0].total.value, 1, 0.05);
  EXPECT_NEAR(found[2]->variance, 1.0 / 12, 0.005);
}

TEST(SobolIndices, AreTheSameForAnyNumberOfWorkers) {
  const SobolDesign design(3, 128, base::Seed{1});
  const Matrix outcomes = run(design, 1, [](const auto& u) { return std::vector{ishigami(u)}; });
  const auto one = sobol_indices(design, outcomes, settings(100), {1});
  const auto three = sobol_indices(design, outcomes, settings(100), {3});
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(one[0]->inputs[i].first.low, three[0]->inputs[i].first.low);
    EXPECT_EQ(one[0]->inputs[i].total.high, three[0]->inputs[i].total.high);
  }
}

TEST(SobolDesign, TakesOneInputFromTheOtherSample) {
  for (const std::size_t inputs : {3U, 17U}) {
    const SobolDesign design(inputs, 8, base::Seed{9});
    EXPECT_EQ(design.rows(), 8 * (inputs + 2));
    for (std::size_t s = 0; s < 8; ++s) {
      const auto a = design.row(s * (inputs + 2));
      const auto b = design.row(s * (inputs + 2) + 1);
      for (std::size_t i = 0; i < inputs; ++i) {
        auto expected = a;
        expected[i] = b[i];
        EXPECT_NE(a[i], b[i]);
        EXPECT_EQ(design.row(s * (inputs + 2) + 2 + i), expected);
      }
    }
  }
}

TEST(SobolDesign, DependsOnTheSeed) {
  EXPECT_EQ(SobolDesign(3, 8, base::Seed{1}).row(7), SobolDesign(3, 8, base::Seed{1}).row(7));
  EXPECT_NE(SobolDesign(3, 8, base::Seed{1}).row(7), SobolDesign(3, 8, base::Seed{2}).row(7));
}

// What makes it a low-discrepancy sequence: of 2^m points, one falls in each of 2^m equal
// intervals, in every dimension, and the first two dimensions are a (0, m, 2)-net.
TEST(SobolDesign, FillsEveryIntervalOnce) {
  constexpr std::size_t points = 1024;
  const SobolDesign design(16, points, base::Seed{5});
  std::vector<std::set<int>> cells(32);
  std::vector<std::set<int>> boxes(11);
  for (std::size_t s = 0; s < points; ++s) {
    const auto a = design.row(s * 18);
    const auto b = design.row(s * 18 + 1);
    for (std::size_t i = 0; i < 16; ++i) {
      ASSERT_TRUE(a[i] > 0 && a[i] < 1 && b[i] > 0 && b[i] < 1);
      cells[i].insert(static_cast<int>(a[i] * points));
      cells[16 + i].insert(static_cast<int>(b[i] * points));
    }
    for (std::size_t k = 0; k <= 10; ++k) {
      const double wide = std::pow(2, k);
      const double high = points / wide;
      boxes[k].insert(static_cast<int>(a[0] * wide) * static_cast<int>(high) +
                      static_cast<int>(a[1] * high));
    }
  }
  for (const auto& cell : cells)
    EXPECT_EQ(cell.size(), points);
  for (const auto& box : boxes)
    EXPECT_EQ(box.size(), points);
}

}  // namespace
}  // namespace wijkbeeld::stats
