// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/parallel.hpp"
#include "stats/matrix.hpp"
#include "stats/no_fit.hpp"

namespace wijkbeeld::stats {

/// How much wider the error of each coefficient is than it would be if its column were
/// uncorrelated with the others: 1 / (1 - R2), R2 of the weighted regression of the column on a
/// constant and all others (Marquardt 1970, "Generalized inverses, ridge regression, biased linear
/// estimation, and nonlinear estimation", Technometrics 12, p. 591-612).
struct VarianceInflation {
  /// At least 1. Absent for a constant column, and for each column of a dependence.
  std::vector<std::optional<double>> factors;
  /// Columns that follow from others and a constant, by the limit of least_squares. Constant
  /// columns are not among these.
  std::vector<Dependence> dependent;
};

/// Of all columns; a constant is always part of the regressions, whether or not a column holds it.
/// Non-negative weights; none means all 1.
VarianceInflation variance_inflation(const Matrix& columns, std::span<const double> weights = {},
                                     base::Workers workers = {});

}  // namespace wijkbeeld::stats
