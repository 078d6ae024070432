// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <variant>
#include <vector>

#include "base/parallel.hpp"
#include "stats/design.hpp"
#include "stats/matrix.hpp"
#include "stats/no_fit.hpp"

namespace wijkbeeld::stats {

/// The distribution behind the answers: logit gives proportional odds, probit a normal latent
/// judgement.
enum class Link { logit, probit };

/// A regression of ordered answers 0, 1, ..., K - 1 (McCullagh 1980, "Regression models for ordinal
/// data", JRSS B 42, p. 109-142): P(answer <= k) = F(threshold k - x'b), so that a positive
/// coefficient means higher answers. The parametrisation of MASS::polr and ordinal::clm.
/// See docs/method/regression.md.
///
/// Matrices over parameters have the coefficients first, in the order of the columns, then the
/// thresholds.
struct OrderedModel {
  Link link = Link::logit;
  std::vector<double> coefficients;  ///< per column
  std::vector<double> thresholds;    ///< K - 1, rising
  Matrix covariance;                 ///< by the errors asked for
  Matrix inverse_information;        ///< inverse of minus the Hessian at the estimate
  /// Per cluster the sum of the derivatives of its log-likelihood (no rows without clusters). With
  /// it b + inverse_information x sum over c of m_c scores_c is the one-step estimate for a
  /// bootstrap sample in which cluster c stands 1 + m_c times (Moulton and Zeger 1991,
  /// "Bootstrapping generalized linear models", Computational Statistics and Data Analysis 11,
  /// p. 53-63); the scores of all clusters add up to zero.
  Matrix scores;
  double log_likelihood = 0;
  double null_log_likelihood = 0;  ///< of the thresholds alone
  std::size_t iterations = 0;
  bool is_converged = false;  ///< when false, no number here may be used
  std::size_t rows = 0;       ///< with a positive weight
  /// For t intervals: clusters minus strata when errors are by cluster, else rows minus parameters.
  std::size_t error_degrees_of_freedom = 0;
  std::size_t lone_strata = 0;  ///< strata of one cluster

  /// Square root of the diagonal of the covariance, of all parameters.
  [[nodiscard]] std::vector<double> standard_errors() const;
  /// McFadden (1974): 1 minus log-likelihood over that of the thresholds alone; in [0, 1).
  [[nodiscard]] double pseudo_r_squared() const;
};

struct OrderedSettings {
  Link link = Link::logit;
  Errors errors = Errors::classic;
  Design design = {};
  std::size_t max_iterations = 50;
  base::Workers workers = {};
};

/// Fits the model to `answers`, each below `categories` (at least 2), on `columns`, which hold no
/// constant: the thresholds are one. Non-negative `weights`; none means all 1. Every number is
/// finite. Newton's method with step halving; the log-likelihood is concave for both links (Pratt
/// 1981, JASA 76, p. 103-106), so that what it finds is the maximum.
///
/// Errors: `classic` the inverse information. `hc1` and `cluster` the sandwich around it, with each
/// row or each cluster a unit; factor G / (G - 1) without strata, as sandwich::vcovCL gives it for
/// polr, and with strata as survey::svyolr does (see least_squares.hpp about strata of one cluster
/// and rows of weight 0).
///
/// NoFit: too few rows, too few clusters, dependent columns (`on` is empty for a constant one),
/// empty categories, and separation: a combination of columns puts the answers in order without
/// exception, so that the likelihood keeps rising while a coefficient runs away (Albert and
/// Anderson 1984, Biometrika 71, p. 1-10). It is named only when the direction was checked on every
/// row.
std::variant<OrderedModel, NoFit> ordered_model(const Matrix& columns,
                                                std::span<const std::size_t> answers,
                                                std::size_t categories,
                                                std::span<const double> weights = {},
                                                const OrderedSettings& settings = {});

}  // namespace wijkbeeld::stats
