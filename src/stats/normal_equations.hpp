// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "stats/moments.hpp"

namespace wijkbeeld::stats {

/// Weighted least squares, solved from moments.
struct MomentFit {
  double intercept = 0;
  std::vector<double> coefficients;
  /// Columns left out (coefficient 0): constant, or a combination of earlier columns. Ascending.
  std::vector<std::size_t> dependent;
  /// Weighted sum of squared residuals, and of squares of the outcome about its mean.
  double residual_squares = 0;
  double total_squares = 0;
};

/// The coefficients that minimise the sum of w (y - a - x'b)^2, with an intercept, by a Cholesky
/// factor of the correlation matrix of the columns. A column of which less than 1e-10 of the
/// variance is left beside the columns before it is left out and named; R's lm, which works on the
/// rows themselves, draws that line at 1e-14. With columns less alike than that, coefficients agree
/// with lm to about 1e-16 divided by the smallest such share. Absent when the weights sum to zero.
std::optional<MomentFit> solve(const Moments& moments);

}  // namespace wijkbeeld::stats
