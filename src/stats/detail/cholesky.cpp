// SPDX-License-Identifier: EUPL-1.2
#include "stats/detail/cholesky.hpp"

#include <Eigen/Core>
#include <cmath>
#include <utility>

#include "base/ensure.hpp"

namespace wijkbeeld::stats::detail {
namespace {

using Tail = Eigen::Map<Eigen::VectorXd>;

Tail below(Matrix& matrix, std::size_t row, std::size_t column) {
  return {&matrix.at(row, column), static_cast<Eigen::Index>(matrix.rows() - row)};
}

}  // namespace

Cholesky::Cholesky(Matrix lower, double tolerance) : factor_(std::move(lower)) {
  base::ensure(factor_.rows() == factor_.columns(), "a matrix to factorise is square");
  const std::size_t size = factor_.columns();
  for (std::size_t j = 0; j < size; ++j) {
    const double diagonal = factor_.at(j, j);
    Tail column = below(factor_, j, j);
    for (std::size_t k = 0; k < j; ++k)
      if (is_kept(k)) column -= factor_.at(j, k) * below(factor_, j, k);
    const double pivot = factor_.at(j, j);
    if (pivot > tolerance * diagonal && pivot > 0) {
      column /= std::sqrt(pivot);
    } else {
      column.setZero();
      dependent_.push_back(j);
    }
  }
}

std::vector<double> Cholesky::solution(std::span<const double> right) const {
  const std::size_t size = factor_.columns();
  base::ensure(right.size() == size, "a right-hand side for every column");
  std::vector<double> x(right.begin(), right.end());
  for (std::size_t j = 0; j < size; ++j) {
    x[j] = is_kept(j) ? x[j] / factor_.at(j, j) : 0;
    for (std::size_t i = j + 1; i < size; ++i)
      x[i] -= factor_.at(i, j) * x[j];
  }
  for (std::size_t j = size; j-- > 0;) {
    if (!is_kept(j)) continue;
    for (std::size_t i = j + 1; i < size; ++i)
      x[j] -= factor_.at(i, j) * x[i];
    x[j] /= factor_.at(j, j);
  }
  return x;
}

}  // namespace wijkbeeld::stats::detail
