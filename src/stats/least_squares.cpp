// SPDX-License-Identifier: EUPL-1.2
#include "stats/least_squares.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>

#include "base/ensure.hpp"
#include "stats/detail/clusters.hpp"
#include "stats/detail/triangle.hpp"
#include "stats/detail/weights.hpp"
#include "stats/mean.hpp"
#include "stats/sum.hpp"

namespace wijkbeeld::stats {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;

constexpr std::size_t kRowsAtOnce = 256;

Index signed_of(std::size_t n) {
  return static_cast<Index>(n);
}

Eigen::Map<const MatrixXd> to_eigen(const Matrix& m) {
  return {m.numbers().data(), signed_of(m.rows()), signed_of(m.columns())};
}

Eigen::Map<const Eigen::VectorXd> to_eigen(std::span<const double> xs) {
  return {xs.data(), signed_of(xs.size())};
}

struct Problem {
  const Matrix& columns;
  std::span<const double> outcome;
  std::vector<double> weights;
  const LeastSquaresSettings& settings;
  detail::Clusters clusters;
};

void ensure_usable(const Matrix& columns, std::span<const double> outcome) {
  base::ensure(outcome.size() == columns.rows(), "an outcome for every row");
  base::ensure(columns.columns() > 0, "a regression has columns");
  base::ensure(detail::are_finite(columns.numbers()) && detail::are_finite(outcome),
               "a regression is made of finite numbers");
}

NoFit no_fit(const Problem& problem, NoFit::Why why) {
  return {why, detail::positive_count(problem.weights), problem.columns.columns(),
          problem.clusters.count, problem.clusters.strata};
}

/// What can be said before anything is computed.
std::optional<NoFit> too_few(const Problem& problem) {
  NoFit result = no_fit(problem, NoFit::Why::too_few_rows);
  if (result.rows <= result.parameters) return result;
  result.why = NoFit::Why::too_few_clusters;
  if (problem.settings.errors == Errors::cluster && result.clusters <= result.strata) return result;
  return std::nullopt;
}

/// Fitted values and leverage, row by row.
void fill_rows(const Problem& problem, const Matrix& inverse, LeastSquares& fit) {
  const std::size_t n = problem.columns.rows();
  fit.fitted.resize(n);
  fit.leverage.resize(n);
  fit.residuals.resize(n);
  const auto x = to_eigen(problem.columns);
  const auto b = to_eigen(std::span<const double>(fit.coefficients));
  const auto upper = to_eigen(inverse).triangularView<Eigen::Upper>();
  base::for_blocks(
      n, kRowsAtOnce, problem.settings.workers, [&](std::size_t begin, std::size_t end) {
        const MatrixXd rows = x.middleRows(signed_of(begin), signed_of(end - begin));
        const Eigen::VectorXd fitted = rows * b;
        const Eigen::VectorXd lengths = (rows * upper).rowwise().squaredNorm();
        for (std::size_t i = begin; i < end; ++i) {
          fit.fitted[i] = fitted(signed_of(i - begin));
          fit.residuals[i] = problem.outcome[i] - fit.fitted[i];
          fit.leverage[i] = std::min(1.0, problem.weights[i] * lengths(signed_of(i - begin)));
        }
      });
}

bool is_constant(std::span<const double> xs, std::span<const double> weights) {
  std::optional<double> first;
  for (std::size_t i = 0; i < xs.size(); ++i) {
    if (weights[i] <= 0) continue;
    if (first && xs[i] != *first) return false;
    first = xs[i];
  }
  return first && *first != 0;
}

bool has_constant(const Problem& problem) {
  for (std::size_t j = 0; j < problem.columns.columns(); ++j)
    if (is_constant(problem.columns.column(j), problem.weights)) return true;
  return false;
}

double weighted_squares(std::span<const double> xs, std::span<const double> weights, double from) {
  Sum sum;
  for (std::size_t i = 0; i < xs.size(); ++i)
    sum.add(weights[i] * (xs[i] - from) * (xs[i] - from));
  return sum.value();
}

void fill_variation(const Problem& problem, LeastSquares& fit) {
  const double residual = weighted_squares(fit.residuals, problem.weights, 0);
  const auto degrees = static_cast<double>(fit.degrees_of_freedom);
  fit.residual_variance = residual / degrees;
  const bool is_centred = has_constant(problem);
  const double centre = is_centred ? *weighted_mean(problem.outcome, problem.weights) : 0.0;
  const double total = weighted_squares(problem.outcome, problem.weights, centre);
  if (total <= 0 || (is_centred && is_constant(problem.outcome, problem.weights))) return;
  const double total_degrees = static_cast<double>(fit.rows) - (is_centred ? 1 : 0);
  fit.r_squared = 1 - residual / total;
  fit.adjusted_r_squared = 1 - (residual / degrees) / (total / total_degrees);
}

Matrix inverse_information(const Matrix& inverse) {
  const MatrixXd upper = to_eigen(inverse);
  const MatrixXd product = upper * upper.transpose();
  Matrix result(inverse.rows(), inverse.columns());
  std::copy(product.data(), product.data() + product.size(), result.numbers().begin());
  return result;
}

std::vector<double> score_factors(const Problem& problem, const LeastSquares& fit) {
  std::vector<double> factors(fit.residuals.size());
  for (std::size_t i = 0; i < factors.size(); ++i)
    factors[i] = problem.weights[i] * fit.residuals[i];
  return factors;
}

Matrix classic_covariance(const LeastSquares& fit) {
  Matrix result = fit.inverse_information;
  for (double& x : result.numbers())
    x *= fit.residual_variance;
  return result;
}

/// The factor that variance_of_total does not hold yet.
double small_sample_factor(const Problem& problem, const LeastSquares& fit) {
  if (!problem.settings.design.stratum.empty() && problem.settings.errors == Errors::cluster)
    return 1;
  return (static_cast<double>(fit.rows) - 1) / static_cast<double>(fit.degrees_of_freedom);
}

void fill_covariance(const Problem& problem, LeastSquares& fit) {
  const std::vector<double> factors = score_factors(problem, fit);
  if (!problem.settings.design.cluster.empty())
    fit.scores = detail::cluster_sums(problem.columns, factors, problem.clusters);
  if (problem.settings.errors == Errors::classic) {
    fit.covariance = classic_covariance(fit);
    return;
  }
  const bool is_by_row = problem.settings.errors == Errors::hc1;
  const detail::Clusters units =
      is_by_row ? detail::clusters_of({}, fit.residuals.size()) : problem.clusters;
  const bool is_known = !is_by_row && fit.scores.rows() > 0;
  fit.covariance = detail::sandwich(
      fit.inverse_information,
      detail::variance_of_total(
          is_known ? fit.scores : detail::cluster_sums(problem.columns, factors, units), units),
      small_sample_factor(problem, fit));
}

LeastSquares solved(const Problem& problem, const Matrix& triangle) {
  const std::size_t p = problem.columns.columns();
  const Matrix inverse = detail::inverse_triangle(detail::square(triangle, 0, p));
  LeastSquares fit;
  const Eigen::VectorXd b = to_eigen(detail::square(triangle, 0, p))
                                .triangularView<Eigen::Upper>()
                                .solve(to_eigen(triangle.column(p).first(p)));
  fit.coefficients.assign(b.begin(), b.end());
  fit.rows = detail::positive_count(problem.weights);
  fit.degrees_of_freedom = fit.rows - p;
  fit.error_degrees_of_freedom = problem.settings.errors == Errors::cluster
                                     ? problem.clusters.count - problem.clusters.strata
                                     : fit.degrees_of_freedom;
  fit.lone_strata = problem.settings.design.stratum.empty() ? 0 : problem.clusters.lone_strata;
  fill_rows(problem, inverse, fit);
  fill_variation(problem, fit);
  fit.inverse_information = inverse_information(inverse);
  fill_covariance(problem, fit);
  return fit;
}

}  // namespace

std::vector<double> LeastSquares::standard_errors() const {
  return detail::diagonal_roots(covariance);
}

std::variant<LeastSquares, NoFit> least_squares(const Matrix& design_matrix,
                                                std::span<const double> outcome,
                                                std::span<const double> weights,
                                                const LeastSquaresSettings& settings) {
  ensure_usable(design_matrix, outcome);
  const Problem problem{design_matrix, outcome,
                        detail::weights_or_ones(weights, design_matrix.rows()), settings,
                        detail::clusters_of(settings.design, design_matrix.rows())};
  if (auto none = too_few(problem)) return *none;
  const Matrix triangle =
      detail::triangle(design_matrix, problem.weights, {false, outcome}, settings.workers);
  const std::size_t p = design_matrix.columns();
  auto dependent = detail::dependences(detail::square(triangle, 0, p));
  if (dependent.empty()) return solved(problem, triangle);
  NoFit none = no_fit(problem, NoFit::Why::dependent_columns);
  none.dependent = std::move(dependent);
  return none;
}

}  // namespace wijkbeeld::stats
