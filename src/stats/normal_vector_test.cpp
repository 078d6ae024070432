// SPDX-License-Identifier: EUPL-1.2
#include "stats/normal_vector.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace wijkbeeld::stats {
namespace {

Matrix matrix(std::size_t n, const std::vector<double>& rows) {
  Matrix m(n, n);
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j)
      m.at(i, j) = rows[i * n + j];
  return m;
}

// Means of products over many draws, against the covariance that was asked for: four standard
// errors, sqrt((s_ii s_jj + s_ij^2) / draws) for normals.
void expect_covariance(const Matrix& wanted) {
  const base::Seed seed{7};
  base::Stream stream(seed, 1);
  const NormalVector vector(wanted);
  constexpr int draws = 20000;
  Matrix products(wanted.rows(), wanted.rows());
  std::vector<double> x(wanted.rows());
  for (int draw = 0; draw < draws; ++draw) {
    vector.draw(stream, x);
    for (std::size_t i = 0; i < x.size(); ++i)
      for (std::size_t j = 0; j < x.size(); ++j)
        products.at(i, j) += x[i] * x[j] / draws;
  }
  for (std::size_t i = 0; i < x.size(); ++i)
    for (std::size_t j = 0; j < x.size(); ++j) {
      const double s = wanted.at(i, j);
      const double error = std::sqrt((wanted.at(i, i) * wanted.at(j, j) + s * s) / draws);
      EXPECT_NEAR(products.at(i, j), s, 4 * error + 1e-15) << i << ' ' << j;
    }
}

TEST(NormalVector, HasTheCovarianceAskedFor) {
  expect_covariance(matrix(3, {4, 1, -0.5, 1, 2, 0.3, -0.5, 0.3, 1}));
}

TEST(NormalVector, TakesAConstantAndACopyAsTheyAre) {
  // The second never varies, the third is twice the first.
  const Matrix wanted = matrix(3, {1, 0, 2, 0, 0, 0, 2, 0, 4});
  EXPECT_EQ(NormalVector(wanted).rank(), 1U);
  expect_covariance(wanted);
  base::Stream stream({3}, 1);
  std::vector<double> x(3);
  NormalVector(wanted).draw(stream, x);
  EXPECT_EQ(x[1], 0);
  EXPECT_NEAR(x[2], 2 * x[0], 1e-12);
}

TEST(NormalVector, IsZeroWithoutAnyVariance) {
  EXPECT_EQ(NormalVector(matrix(2, {0, 0, 0, 0})).rank(), 0U);
  EXPECT_EQ(NormalVector(Matrix()).size(), 0U);
}

}  // namespace
}  // namespace wijkbeeld::stats
