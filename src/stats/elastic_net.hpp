// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "stats/matrix.hpp"
#include "stats/moments.hpp"

namespace wijkbeeld::stats {

/// How a Gaussian elastic net is fitted. The defaults are those of R's glmnet.
struct ElasticNetSettings {
  /// 1 is the lasso, 0 is ridge regression (glmnet: alpha); from 0 to 1.
  double mix = 1;
  /// Whether columns are divided by their weighted standard deviation (denominator W) before the
  /// penalty. Coefficients are always reported on the original scale.
  bool standardise = true;
  /// Multiplies the penalty of each column; 0 for a control that is never penalised. Not negative;
  /// rescaled to add up to the number of columns, as glmnet does. Empty: 1 for each.
  std::vector<double> penalty_factors;
  /// Penalties to fit at, largest first. Empty: a path of `path_length` values, equal steps on a
  /// log scale, from the smallest penalty at which nothing penalised is in, down to `least_ratio`
  /// times that.
  std::vector<double> lambdas;
  std::size_t path_length = 100;
  /// Absent: 1e-4 with at least as many rows as columns, else 0.01.
  std::optional<double> least_ratio;
  /// A path of our own ends when a step explains less than this share of what is explained already,
  /// or when more than 0.999 is explained; 0 walks the whole path. Not used with given lambdas.
  double least_gain = 1e-5;
  /// The path ends before the first penalty at which more than so many columns that have a penalty
  /// are not zero.
  std::optional<std::size_t> most_nonzero;
  /// Coordinate descent stops when no step of a whole round could lower the mean squared error by
  /// more than this share of the variance of the outcome.
  double tolerance = 1e-7;
  /// Rounds over the columns for all penalties together, after which the path ends unfinished.
  std::size_t most_rounds = 100000;
};

/// Fits along a path of penalties: minimisers of
///
///   sum of w (y - a - x'b)^2 / (2W) + lambda sum of f_j (mix s_j |b_j| + (1 - mix) (s_j b_j)^2 /
///   (2 s_y))
///
/// with s_j and s_y the weighted standard deviations of column j (1 when not standardised) and of
/// the outcome, f_j the penalty factor and W the sum of the weights. The s_y comes from glmnet,
/// which divides the outcome by it before fitting. A column that does not vary keeps coefficient 0.
struct ElasticNet {
  std::vector<double> lambdas;
  std::vector<double> intercepts;
  /// One column per penalty.
  Matrix coefficients;
  /// Share of the weighted variance that is explained, in the rows fitted on.
  std::vector<double> deviance_ratios;
  /// Coefficients that are not zero, controls included.
  std::vector<std::size_t> nonzero;
  /// False when the path ended early because `most_rounds` was reached.
  bool converged = true;

  [[nodiscard]] std::size_t size() const { return lambdas.size(); }
};

/// Friedman, Hastie and Tibshirani (2010), "Regularization paths for generalized linear models via
/// coordinate descent", Journal of Statistical Software 33(1): cyclic coordinate descent in
/// covariance mode with warm starts and active sets. Mix 0 is solved exactly. Absent when the
/// weights sum to zero, the outcome does not vary, or no column does.
std::optional<ElasticNet> elastic_net(const Moments& moments, const ElasticNetSettings& settings);

/// What the fit at `penalty` (its place in the path) expects for each row of x.
std::vector<double> predictions(const ElasticNet& net, std::size_t penalty, const Matrix& x);

}  // namespace wijkbeeld::stats
