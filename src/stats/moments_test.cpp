// SPDX-License-Identifier: EUPL-1.2
// Expected numbers: tests/reference/penalised.R (R 4.2.2).
#include "stats/moments.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "base/random.hpp"
#include "support/made_rows.hpp"

namespace wijkbeeld::stats {
namespace {

void expect_near(const Moments& a, const Moments& b, double tolerance) {
  ASSERT_EQ(a.columns(), b.columns());
  EXPECT_DOUBLE_EQ(a.rows(), b.rows());
  EXPECT_NEAR(a.weight(), b.weight(), tolerance);
  for (std::size_t i = 0; i <= a.columns(); ++i) {
    EXPECT_NEAR(a.mean(i), b.mean(i), tolerance);
    for (std::size_t j = 0; j <= a.columns(); ++j)
      EXPECT_NEAR(a.cross(i, j), b.cross(i, j), tolerance) << i << ' ' << j;
  }
}

// Many rows, so that blocks and workers matter.
support::MadeRows many_rows(std::size_t n, std::size_t p) {
  base::Stream stream(base::Seed{5}, 1);
  support::MadeRows rows;
  rows.x = Matrix(n, p);
  for (double& number : rows.x.numbers())
    number = stream.normal();
  for (std::size_t i = 0; i < n; ++i) {
    rows.y.push_back(stream.normal());
    rows.weights.push_back(stream.uniform());
    rows.folds.push_back(static_cast<std::size_t>(stream.below(7)));
  }
  return rows;
}

TEST(Moments, MatchR) {
  const auto rows = support::made_rows();
  const Moments m = moments(rows.weighted());
  EXPECT_EQ(m.rows(), 60);
  EXPECT_NEAR(m.mean(1), 21.6446287546, 1e-9);
  EXPECT_NEAR(m.mean(6), 13.5476276629, 1e-9);
  EXPECT_NEAR(m.covariance(0, 2), 0.141662494236, 1e-11);
  EXPECT_NEAR(m.covariance(1, 6), -0.0403301809424, 1e-11);
  EXPECT_NEAR(m.covariance(6, 6), 0.335657829935, 1e-11);
}

TEST(Moments, CountEveryRowOnceWithoutWeights) {
  const Matrix x(3, 0);
  const std::vector<double> y{1, 2, 6};
  const Moments m = moments({x, y, {}});
  EXPECT_EQ(m.weight(), 3);
  EXPECT_DOUBLE_EQ(m.mean(0), 3);
  EXPECT_DOUBLE_EQ(m.cross(0, 0), 14);
}

TEST(Moments, KeepTheirDigitsBesideALargeLevel) {
  Matrix x(4, 1);
  std::vector<double> y;
  for (std::size_t i = 0; i < 4; ++i) {
    x.at(i, 0) = 1e9 + static_cast<double>(i);
    y.push_back(1e9 - static_cast<double>(i));
  }
  const Moments m = moments({x, y, {}});
  EXPECT_DOUBLE_EQ(m.cross(0, 0), 5);
  EXPECT_DOUBLE_EQ(m.cross(0, 1), -5);
}

TEST(Moments, OfPartsAddUpToThoseOfTheWhole) {
  const auto rows = support::made_rows();
  const ClusterMoments parts(rows.weighted(), rows.folds, 5);
  expect_near(parts.total(), moments(rows.weighted(), parts.centre()), 1e-10);
}

TEST(Moments, TimesAFactorAreThoseOfRowsThatOccurSoOften) {
  const auto rows = support::made_rows();
  const ClusterMoments parts(rows.weighted(), rows.folds, 5);
  const std::vector<double> times{2, 0, 1, 0.5, 3};
  auto weights = rows.weights;
  double count = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    weights[i] *= times[rows.folds[i]];
    count += times[rows.folds[i]];
  }
  const Moments sum = parts.combined(times);
  const Moments whole = moments({rows.x, rows.y, weights}, parts.centre());
  EXPECT_DOUBLE_EQ(sum.rows(), count);
  EXPECT_NEAR(sum.weight(), whole.weight(), 1e-12);
  EXPECT_NEAR(sum.mean(2), whole.mean(2), 1e-12);
  EXPECT_NEAR(sum.cross(2, 6), whole.cross(2, 6), 1e-11);
}

TEST(Moments, CanBeTakenOutAgain) {
  const auto rows = support::made_rows();
  const ClusterMoments parts(rows.weighted(), rows.folds, 5);
  Moments left = parts.total();
  left.add(parts.part(3), -1);
  expect_near(left, parts.combined(std::vector<double>{1, 1, 1, 0, 1}), 1e-10);
}

TEST(Moments, OfAnEmptyClusterAreZero) {
  const auto rows = support::made_rows();
  const ClusterMoments parts(rows.weighted(), rows.folds, 9);
  EXPECT_EQ(parts.part(8).weight(), 0);
  EXPECT_EQ(parts.part(8).rows(), 0);
  expect_near(parts.total(), moments(rows.weighted(), parts.centre()), 1e-10);
}

TEST(Moments, OfNothingTakeTheShapeOfWhatIsAdded) {
  const auto rows = support::made_rows();
  const Moments m = moments(rows.weighted());
  Moments sum;
  EXPECT_EQ(sum.weight(), 0);
  sum.add(Moments{}).add(m);
  EXPECT_TRUE(std::equal(sum.numbers().begin(), sum.numbers().end(), m.numbers().begin()));
}

TEST(Moments, OfSomeColumnsAreThoseOfAMatrixWithOnlyThese) {
  const auto rows = support::made_rows();
  Matrix two(60, 2);
  for (std::size_t i = 0; i < 60; ++i) {
    two.at(i, 0) = rows.x.at(i, 4);
    two.at(i, 1) = rows.x.at(i, 1);
  }
  const Moments part = moments(rows.weighted()).subset(std::vector<std::size_t>{4, 1});
  expect_near(part, moments({two, rows.y, rows.weights}), 1e-10);
}

TEST(Moments, SayWhichColumnsDoNotVary) {
  auto rows = support::made_rows();
  for (double& number : rows.x.column(2))
    number = 0.1;
  const ClusterMoments parts(rows.weighted(), rows.folds, 5);
  EXPECT_FALSE(parts.total().varies(2));
  EXPECT_TRUE(parts.total().varies(1));
  for (std::size_t i = 0; i < 60; ++i)
    rows.x.at(i, 2) = rows.folds[i] == 0 ? 0.3 : 0.1;
  const ClusterMoments again(rows.weighted(), rows.folds, 5);
  EXPECT_TRUE(again.total().varies(2));
  EXPECT_FALSE(again.part(0).varies(2));
}

TEST(Moments, AreTheSameBytesForAnyNumberOfWorkers) {
  const auto rows = many_rows(9001, 5);
  const Moments one = moments(rows.weighted(), base::Workers{1});
  const Moments three = moments(rows.weighted(), base::Workers{3});
  EXPECT_TRUE(std::equal(one.numbers().begin(), one.numbers().end(), three.numbers().begin()));
  const ClusterMoments parts(rows.weighted(), rows.folds, 7, base::Workers{1});
  const ClusterMoments again(rows.weighted(), rows.folds, 7, base::Workers{3});
  for (std::size_t c = 0; c < 7; ++c) {
    const Moments a = parts.part(c);
    const Moments b = again.part(c);
    EXPECT_TRUE(std::equal(a.numbers().begin(), a.numbers().end(), b.numbers().begin()));
  }
}

TEST(Moments, OfManyRowsAgreeWithSumsRowByRow) {
  const auto rows = many_rows(1000, 3);
  const Moments m = moments(rows.weighted());
  double weight = 0;
  double mean = 0;
  double cross = 0;
  for (std::size_t i = 0; i < 1000; ++i) {
    weight += rows.weights[i];
    mean += rows.weights[i] * rows.x.at(i, 1);
  }
  mean /= weight;
  for (std::size_t i = 0; i < 1000; ++i)
    cross += rows.weights[i] * (rows.x.at(i, 1) - mean) * (rows.y[i] - m.mean(3));
  EXPECT_NEAR(m.weight(), weight, 1e-10);
  EXPECT_NEAR(m.mean(1), mean, 1e-13);
  EXPECT_NEAR(m.cross(1, 3), cross, 1e-10);
}

}  // namespace
}  // namespace wijkbeeld::stats
