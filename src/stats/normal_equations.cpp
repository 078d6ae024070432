// SPDX-License-Identifier: EUPL-1.2
#include "stats/normal_equations.hpp"

#include <algorithm>
#include <cmath>

#include "stats/detail/cholesky.hpp"

namespace wijkbeeld::stats {
namespace {

constexpr double kLeastShare = 1e-10;

// The lower triangle of the correlations; a column that does not vary becomes zeros.
Matrix correlations(const Moments& moments, const std::vector<double>& spreads) {
  const std::size_t size = spreads.size();
  Matrix lower(size, size);
  for (std::size_t j = 0; j < size; ++j)
    for (std::size_t i = j; i < size; ++i)
      if (spreads[i] > 0 && spreads[j] > 0)
        lower.at(i, j) = moments.cross(i, j) / (spreads[i] * spreads[j]);
  return lower;
}

}  // namespace

std::optional<MomentFit> solve(const Moments& moments) {
  if (moments.weight() <= 0) return std::nullopt;
  const std::size_t size = moments.columns();
  std::vector<double> spreads(size);
  std::vector<double> right(size);
  for (std::size_t j = 0; j < size; ++j) {
    if (!moments.varies(j)) continue;
    spreads[j] = std::sqrt(moments.cross(j, j));
    right[j] = moments.cross(j, size) / spreads[j];
  }
  const detail::Cholesky factor(correlations(moments, spreads), kLeastShare);
  MomentFit fit;
  fit.coefficients = factor.solution(right);
  fit.dependent = factor.dependent();
  fit.intercept = moments.mean(size);
  fit.total_squares = std::max(moments.cross(size, size), 0.0);
  fit.residual_squares = fit.total_squares;
  for (std::size_t j = 0; j < size; ++j) {
    fit.residual_squares -= fit.coefficients[j] * right[j];
    if (spreads[j] > 0) fit.coefficients[j] /= spreads[j];
    fit.intercept -= fit.coefficients[j] * moments.mean(j);
  }
  fit.residual_squares = std::max(fit.residual_squares, 0.0);
  return fit;
}

}  // namespace wijkbeeld::stats
