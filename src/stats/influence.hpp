// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "stats/least_squares.hpp"

namespace wijkbeeld::stats {

/// What single rows do to a least-squares regression.
struct Influence {
  /// In [0, 1]; the mean over rows is columns / rows.
  std::vector<double> leverage;
  /// Residual over its own standard error, the residual variance taken without the row; Student t
  /// with rows - columns - 1 degrees of freedom when the model holds.
  std::vector<std::optional<double>> studentised;
  /// How far all fitted values move when the row is left out, in units of p x residual variance
  /// (Cook 1977, "Detection of influential observation in linear regression", Technometrics 19,
  /// p. 15-18). At least 0; remarkable above 4 / rows, serious above 1.
  std::vector<std::optional<double>> cooks_distance;
};

/// From a regression and the weights it was made with (none means all 1), as R's rstudent and
/// cooks.distance. Absent for a row of weight 0, a row that alone decides a coefficient (leverage
/// 1), and everywhere when the fit is exact; a studentised residual also when without the row no
/// degree of freedom or no residual is left.
Influence influence(const LeastSquares& regression, std::span<const double> weights = {});

}  // namespace wijkbeeld::stats
