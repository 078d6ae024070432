// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "base/parallel.hpp"
#include "stats/elastic_net.hpp"
#include "stats/matrix.hpp"
#include "stats/moments.hpp"

namespace wijkbeeld::stats {

/// How well each penalty of a path predicts rows that were left out of the fit.
struct CrossValidation {
  /// On all rows.
  ElasticNet fit;
  /// without[f] is fitted on all rows but those of fold f, at the penalties of `fit`.
  std::vector<ElasticNet> without;
  /// Per penalty: the weighted mean squared error over all rows, each predicted without its fold.
  std::vector<double> errors;
  /// Per penalty: the standard error of that mean, from its spread over the folds.
  std::vector<double> standard_errors;
  /// Per penalty: 1 - error / variance of the outcome. Below 0 when worse than the mean.
  std::vector<double> r_squared;
  /// The penalty with the least error; of equals, the largest.
  std::size_t best = 0;
  /// The largest penalty whose error is within one standard error of the least.
  std::size_t sparest = 0;
};

/// Cross-validation of the path of `elastic_net` from the moments of the folds alone: each fold in
/// turn is left out. Means, standard errors and both choices are those of R's cv.glmnet for a given
/// lambda sequence (folds count by the sum of their weights). Folds without weight are passed over.
/// Absent when fewer than two folds have weight, or a fit is absent.
///
/// Rows that resemble their neighbours must share a fold, or the error comes out too small: see
/// spatial_folds.
std::optional<CrossValidation> cross_validate(const ClusterMoments& folds,
                                              const ElasticNetSettings& settings,
                                              base::Workers workers = {1});

/// For each row of x what is expected at `penalty` by the fit without its fold.
std::vector<double> out_of_fold(const CrossValidation& validation, std::size_t penalty,
                                const Matrix& x, std::span<const std::size_t> fold_of_row);

}  // namespace wijkbeeld::stats
