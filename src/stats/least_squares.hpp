// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <span>
#include <variant>
#include <vector>

#include "base/parallel.hpp"
#include "stats/design.hpp"
#include "stats/matrix.hpp"
#include "stats/no_fit.hpp"

namespace wijkbeeld::stats {

/// A weighted least-squares regression of an outcome on columns: docs/method/regression.md.
struct LeastSquares {
  std::vector<double> coefficients;  ///< one per column, unit of the outcome per unit of the column
  Matrix covariance;                 ///< of the coefficients, by the errors asked for
  Matrix inverse_information;        ///< (X'WX)^-1, without any variance in it
  Matrix scores;                     ///< per cluster the sum of w e x; no rows without clusters
  std::vector<double> fitted;        ///< per row, those of weight 0 included
  std::vector<double> residuals;     ///< outcome minus fitted
  std::vector<double> leverage;      ///< in [0, 1], diagonal of the hat matrix; 0 for weight 0
  double residual_variance = 0;      ///< weighted squared residuals over the degrees of freedom
  /// 1 minus residual over total variation; the total is taken around the weighted mean when one
  /// of the columns is constant, else around 0. Absent when the outcome has no variation.
  std::optional<double> r_squared;
  std::optional<double> adjusted_r_squared;
  std::size_t rows = 0;                ///< with a positive weight
  std::size_t degrees_of_freedom = 0;  ///< rows minus columns
  /// For t intervals: rows minus columns, or clusters minus strata when errors are by cluster.
  std::size_t error_degrees_of_freedom = 0;
  std::size_t lone_strata = 0;  ///< strata of one cluster

  /// Square root of the diagonal of the covariance.
  [[nodiscard]] std::vector<double> standard_errors() const;
};

struct LeastSquaresSettings {
  Errors errors = Errors::classic;
  Design design = {};
  base::Workers workers = {};
};

/// Regresses `outcome` on the columns of `design_matrix` (the intercept is a column of ones, given
/// by the caller) with non-negative `weights`; no weights means all 1. Every number is finite.
///
/// Solved by Householder QR in fixed blocks of rows, then with column pivoting on the triangle
/// that is left (Golub and Van Loan 2013, "Matrix Computations", 4th ed., 5.2 and 5.4): as accurate
/// as QR of the whole, and the same on any number of workers. A column counts as dependent when
/// less than 1e-7 of its length is left beside the others, the limit of R's lm.
///
/// Errors: `classic` s2 (X'WX)^-1, s2 the residual variance. `hc1` White's (1980, Econometrica 48,
/// p. 817-838) times n / (n - p). `cluster` without strata: CR1, Liang and Zeger (1986, Biometrika
/// 73, p. 13-22) times G / (G - 1) x (n - 1) / (n - p), which is the default of sandwich::vcovCL.
/// `cluster` with strata: linearisation for clusters drawn within strata with replacement, Binder
/// (1983, International Statistical Review 51, p. 279-292), as survey::svyglm gives it. A stratum
/// of one cluster adds its squared distance from the mean of all (survey.lonely.psu = "adjust").
///
/// Rows of weight 0 are not counted, but their clusters are, so that a part of a sample can be
/// taken by weight. NoFit: too few rows, too few clusters, dependent columns.
std::variant<LeastSquares, NoFit> least_squares(const Matrix& design_matrix,
                                                std::span<const double> outcome,
                                                std::span<const double> weights = {},
                                                const LeastSquaresSettings& settings = {});

}  // namespace wijkbeeld::stats
