// SPDX-License-Identifier: EUPL-1.2
#include "stats/influence.hpp"

#include <cmath>

#include "base/ensure.hpp"
#include "stats/detail/weights.hpp"

namespace wijkbeeld::stats {
namespace {

/// A leverage closer to 1 than this is 1 up to rounding: the row is fitted exactly.
constexpr double kRounding = 1e-10;

}  // namespace

Influence influence(const LeastSquares& regression, std::span<const double> weights) {
  const std::size_t n = regression.residuals.size();
  const std::vector<double> w = detail::weights_or_ones(weights, n);
  const auto p = static_cast<double>(regression.coefficients.size());
  const auto degrees = static_cast<double>(regression.degrees_of_freedom);
  const double s2 = regression.residual_variance;
  Influence result{regression.leverage, {}, {}};
  result.studentised.resize(n);
  result.cooks_distance.resize(n);
  for (std::size_t i = 0; i < n; ++i) {
    const double left = 1 - regression.leverage[i];
    if (w[i] <= 0 || left < kRounding || s2 <= 0) continue;
    const double square = w[i] * regression.residuals[i] * regression.residuals[i] / left;
    result.cooks_distance[i] = square * regression.leverage[i] / (left * p * s2);
    // The residual variance without this row.
    const double without = degrees > 1 ? (degrees * s2 - square) / (degrees - 1) : 0.0;
    if (without <= kRounding * s2) continue;
    result.studentised[i] = std::copysign(std::sqrt(square / without), regression.residuals[i]);
  }
  return result;
}

}  // namespace wijkbeeld::stats
