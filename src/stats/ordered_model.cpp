// SPDX-License-Identifier: EUPL-1.2
#include "stats/ordered_model.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/ensure.hpp"
#include "stats/detail/clusters.hpp"
#include "stats/detail/ordered_likelihood.hpp"
#include "stats/detail/triangle.hpp"
#include "stats/detail/weights.hpp"
#include "stats/distributions.hpp"
#include "stats/sum.hpp"

namespace wijkbeeld::stats {
namespace {

using detail::OrderedData;
using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

/// Largest step of a parameter, in standard deviations of its (uncorrelated) column, at which the
/// next one is below rounding: Newton's steps square their size.
constexpr double kStill = 1e-7;
/// A row moves against a direction of separation by no more than this part of the largest move.
constexpr double kAgainst = 1e-5;
/// A column takes part in a separation when it moves the rows by at least this part of it.
constexpr double kTakesPart = 1e-3;
constexpr int kMostHalvings = 40;

Index signed_of(std::size_t n) {
  return static_cast<Index>(n);
}

Eigen::Map<const MatrixXd> to_eigen(const Matrix& m) {
  return {m.numbers().data(), signed_of(m.rows()), signed_of(m.columns())};
}

Matrix from_eigen(const MatrixXd& m) {
  Matrix result(static_cast<std::size_t>(m.rows()), static_cast<std::size_t>(m.cols()));
  std::copy(m.data(), m.data() + m.size(), result.numbers().begin());
  return result;
}

struct Problem {
  const Matrix& columns;
  std::span<const std::size_t> answers;
  std::size_t categories;
  std::vector<double> weights;
  const OrderedSettings& settings;
  detail::Clusters clusters;

  [[nodiscard]] OrderedData on(const Matrix& some_columns) const {
    return {some_columns, answers, categories, weights, settings.link, settings.workers};
  }
};

/// The columns made uncorrelated, with mean 0 and variance 1, so that Newton's method meets a
/// well-conditioned problem whatever the units; and the way back.
struct Uncorrelated {
  Matrix columns;
  MatrixXd mixing;      ///< each new column in terms of the old ones
  VectorXd shift;       ///< what is added to each new column
  VectorXd deviations;  ///< standard deviation of the old columns
};

Uncorrelated uncorrelated(const Problem& problem, const Matrix& triangle) {
  if (problem.columns.columns() == 0) return {problem.columns, {}, {}, {}};
  const auto x = to_eigen(problem.columns);
  const double root =
      std::sqrt(std::accumulate(problem.weights.begin(), problem.weights.end(), 0.0));
  const MatrixXd inverse = to_eigen(detail::inverse_triangle(triangle));
  Uncorrelated result;
  result.mixing = root * inverse.bottomRightCorner(x.cols(), x.cols());
  result.shift = root * inverse.row(0).tail(x.cols()).transpose();
  result.deviations =
      to_eigen(triangle).bottomRightCorner(x.cols(), x.cols()).colwise().norm().transpose() / root;
  result.columns = Matrix(problem.columns.rows(), problem.columns.columns());
  Eigen::Map<MatrixXd> z(result.columns.numbers().data(), x.rows(), x.cols());
  constexpr std::size_t kRowsAtOnce = 256;
  base::for_blocks(problem.columns.rows(), kRowsAtOnce, problem.settings.workers,
                   [&](std::size_t begin, std::size_t end) {
                     const MatrixXd rows = x.middleRows(signed_of(begin), signed_of(end - begin));
                     z.middleRows(signed_of(begin), signed_of(end - begin)) =
                         (rows * result.mixing.triangularView<Eigen::Upper>()).rowwise() +
                         result.shift.transpose();
                   });
  return result;
}

/// The weight of each answer.
std::vector<double> answer_weights(const Problem& problem) {
  std::vector<Sum> sums(problem.categories);
  for (std::size_t i = 0; i < problem.answers.size(); ++i)
    sums[problem.answers[i]].add(problem.weights[i]);
  std::vector<double> result;
  for (const Sum& sum : sums)
    result.push_back(sum.value());
  return result;
}

double link_quantile(Link link, double probability) {
  return link == Link::logit ? std::log(probability / (1 - probability))
                             : normal_quantile(probability);
}

/// No effects, and thresholds where the answers together put them.
std::vector<double> start(const Problem& problem) {
  const std::vector<double> weights = answer_weights(problem);
  const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
  std::vector<double> parameters(problem.columns.columns());
  double below = 0;
  for (std::size_t k = 0; k + 1 < weights.size(); ++k) {
    below += weights[k];
    parameters.push_back(link_quantile(problem.settings.link, below / total));
  }
  return parameters;
}

/// How far each column moves the rows along the direction when that never takes the likelihood of
/// a row down: no finite estimate exists. Absent when some row is moved the wrong way.
std::optional<VectorXd> separation(const OrderedData& data, const Uncorrelated& made,
                                   std::span<const double> direction) {
  const std::vector<double> moves = detail::predictors(data, direction);
  const auto thresholds = direction.subspan(data.columns.columns());
  double most = 0;
  double against = 0;
  for (std::size_t i = 0; i < moves.size(); ++i) {
    if (data.weights[i] <= 0) continue;
    const detail::Interval move = data.interval(i, moves[i], thresholds);
    most = std::max({most, std::abs(move.lower), std::abs(move.upper)});
    against = std::max({against, move.lower, -move.upper});
  }
  if (against > kAgainst * most) return std::nullopt;
  const Index p = signed_of(data.columns.columns());
  const VectorXd effects = made.mixing * Eigen::Map<const VectorXd>(direction.data(), p);
  return effects.cwiseProduct(made.deviations).cwiseAbs() / most;
}

struct Newton {
  std::vector<double> parameters;
  double log_likelihood = 0;
  std::size_t iterations = 0;
  bool is_converged = false;
  std::vector<std::size_t> separated = {};
};

std::vector<double> moved(std::span<const double> from, const VectorXd& step, double length) {
  std::vector<double> result(from.begin(), from.end());
  for (std::size_t j = 0; j < result.size(); ++j)
    result[j] += length * step(signed_of(j));
  return result;
}

/// Takes the step, halved until the likelihood does not fall. False when no length will do.
bool take_step(const OrderedData& data, const VectorXd& step, bool is_last, Newton& state) {
  const double slack = is_last ? 1e-9 * std::abs(state.log_likelihood) : 0.0;
  for (int halvings = 0; halvings < kMostHalvings; ++halvings) {
    std::vector<double> next = moved(state.parameters, step, std::ldexp(1.0, -halvings));
    const std::optional<double> value = detail::log_likelihood(data, next);
    if (!value || *value < state.log_likelihood - slack) continue;
    state.parameters = std::move(next);
    state.log_likelihood = *value;
    return true;
  }
  return false;
}

std::vector<std::size_t> taking_part(const VectorXd& moves) {
  std::vector<std::size_t> result;
  for (Index j = 0; j < moves.size(); ++j)
    if (moves(j) > kTakesPart) result.push_back(static_cast<std::size_t>(j));
  return result;
}

/// One step; false when there is no use in another.
bool iterate(const OrderedData& data, const Uncorrelated& made, double total_weight,
             Newton& state) {
  constexpr double kNothingToGain = 1e-3;
  const detail::Derivatives at = detail::derivatives(data, state.parameters);
  const Eigen::LLT<MatrixXd> information(to_eigen(at.information));
  if (information.info() != Eigen::Success) return false;
  const Eigen::Map<const VectorXd> gradient(at.gradient.data(), signed_of(at.gradient.size()));
  const VectorXd step = information.solve(gradient);
  const double largest = step.cwiseAbs().maxCoeff();
  const bool is_last = largest < kStill;
  // Going far for next to nothing is what separation looks like; the rows can tell.
  if (!is_last && gradient.dot(step) < kNothingToGain * total_weight) {
    const std::vector<double> direction(step.begin(), step.end());
    if (const auto moves = separation(data, made, direction)) {
      state.separated = taking_part(*moves);
      return false;
    }
  }
  ++state.iterations;
  if (!take_step(data, step, is_last, state)) return false;
  state.is_converged = is_last;
  return !is_last;
}

Newton maximum(const Problem& problem, const OrderedData& data, const Uncorrelated& made) {
  Newton state{start(problem)};
  state.log_likelihood = *detail::log_likelihood(data, state.parameters);
  const double total = std::accumulate(problem.weights.begin(), problem.weights.end(), 0.0);
  while (state.iterations < problem.settings.max_iterations && iterate(data, made, total, state)) {
  }
  return state;
}

/// The matrix that turns parameters of the uncorrelated columns into those of the caller's.
MatrixXd way_back(const Uncorrelated& made, Index parameters) {
  const Index p = made.mixing.rows();
  MatrixXd back = MatrixXd::Identity(parameters, parameters);
  back.topLeftCorner(p, p) = made.mixing;
  back.bottomLeftCorner(parameters - p, p).rowwise() = -made.shift.transpose();
  return back;
}

/// Sums per cluster of the derivatives of the log-likelihood by every parameter.
Matrix score_sums(const Problem& problem, const OrderedModel& model,
                  const detail::Clusters& clusters) {
  std::vector<double> parameters = model.coefficients;
  parameters.insert(parameters.end(), model.thresholds.begin(), model.thresholds.end());
  const OrderedData data = problem.on(problem.columns);
  const Matrix rows = detail::row_derivatives(data, parameters);
  const Matrix by_column = detail::cluster_sums(problem.columns, rows.column(0), clusters);
  const std::vector<double> ones(rows.rows(), 1.0);
  const Matrix by_threshold = detail::cluster_sums(rows, ones, clusters);
  Matrix result(by_column.rows(), parameters.size());
  std::ranges::copy(by_column.numbers(), result.numbers().begin());
  std::ranges::copy(
      by_threshold.numbers().subspan(by_threshold.rows()),
      result.numbers().begin() + static_cast<std::ptrdiff_t>(by_column.numbers().size()));
  return result;
}

void fill_covariance(const Problem& problem, OrderedModel& model) {
  const Errors errors = problem.settings.errors;
  if (!problem.settings.design.cluster.empty())
    model.scores = score_sums(problem, model, problem.clusters);
  if (errors == Errors::classic) {
    model.covariance = model.inverse_information;
    return;
  }
  const detail::Clusters units =
      errors == Errors::hc1 ? detail::clusters_of({}, problem.answers.size()) : problem.clusters;
  const bool is_known = errors == Errors::cluster && model.scores.rows() > 0;
  model.covariance = detail::sandwich(
      model.inverse_information,
      detail::variance_of_total(is_known ? model.scores : score_sums(problem, model, units), units),
      1);
}

double null_log_likelihood(const Problem& problem) {
  const std::vector<double> weights = answer_weights(problem);
  const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
  Sum sum;
  for (const double w : weights)
    sum.add(w * std::log(w / total));
  return sum.value();
}

OrderedModel model_of(const Problem& problem, const OrderedData& data, const Uncorrelated& made,
                      const Newton& found) {
  const std::size_t p = problem.columns.columns();
  const Index m = signed_of(data.parameters());
  const MatrixXd back = way_back(made, m);
  const VectorXd parameters = back * Eigen::Map<const VectorXd>(found.parameters.data(), m);
  OrderedModel model;
  model.link = problem.settings.link;
  model.coefficients.assign(parameters.begin(), parameters.begin() + signed_of(p));
  model.thresholds.assign(parameters.begin() + signed_of(p), parameters.end());
  model.log_likelihood = found.log_likelihood;
  model.null_log_likelihood = null_log_likelihood(problem);
  model.iterations = found.iterations;
  model.is_converged = found.is_converged;
  model.rows = detail::positive_count(problem.weights);
  model.error_degrees_of_freedom = problem.settings.errors == Errors::cluster
                                       ? problem.clusters.count - problem.clusters.strata
                                       : model.rows - data.parameters();
  model.lone_strata = problem.settings.design.stratum.empty() ? 0 : problem.clusters.lone_strata;
  if (!found.is_converged) return model;
  const detail::Derivatives at = detail::derivatives(data, found.parameters);
  const Eigen::LLT<MatrixXd> information(to_eigen(at.information));
  const MatrixXd half = information.matrixL().solve(back.transpose());
  model.inverse_information = from_eigen(half.transpose() * half);
  fill_covariance(problem, model);
  return model;
}

NoFit no_fit(const Problem& problem, NoFit::Why why) {
  return {why, detail::positive_count(problem.weights),
          problem.columns.columns() + problem.categories - 1, problem.clusters.count,
          problem.clusters.strata};
}

/// What can be said before anything is computed.
std::optional<NoFit> impossible(const Problem& problem) {
  NoFit result = no_fit(problem, NoFit::Why::empty_categories);
  const std::vector<double> weights = answer_weights(problem);
  for (std::size_t k = 0; k < weights.size(); ++k)
    if (weights[k] <= 0) result.categories.push_back(k);
  if (result.rows > 0 && !result.categories.empty()) return result;
  result.categories.clear();
  result.why = NoFit::Why::too_few_rows;
  if (result.rows <= result.parameters) return result;
  result.why = NoFit::Why::too_few_clusters;
  if (problem.settings.errors == Errors::cluster && result.clusters <= result.strata) return result;
  return std::nullopt;
}

/// Without the constant, which stands in front of the columns.
std::vector<Dependence> without_constant(std::vector<Dependence> dependent) {
  for (Dependence& one : dependent) {
    --one.column;
    std::erase(one.on, std::size_t{0});
    for (std::size_t& on : one.on)
      --on;
  }
  return dependent;
}

void ensure_usable(const Matrix& columns, std::span<const std::size_t> answers,
                   std::size_t categories) {
  base::ensure(answers.size() == columns.rows(), "an answer for every row");
  base::ensure(categories >= 2, "an ordered model has two answers at least");
  base::ensure(std::ranges::all_of(answers, [&](std::size_t k) { return k < categories; }),
               "an answer is one of the categories");
  base::ensure(detail::are_finite(columns.numbers()), "a regression is made of finite numbers");
}

}  // namespace

std::vector<double> OrderedModel::standard_errors() const {
  return detail::diagonal_roots(covariance);
}

double OrderedModel::pseudo_r_squared() const {
  return 1 - log_likelihood / null_log_likelihood;
}

std::variant<OrderedModel, NoFit> ordered_model(const Matrix& columns,
                                                std::span<const std::size_t> answers,
                                                std::size_t categories,
                                                std::span<const double> weights,
                                                const OrderedSettings& settings) {
  ensure_usable(columns, answers, categories);
  const Problem problem{columns,    answers,
                        categories, detail::weights_or_ones(weights, columns.rows()),
                        settings,   detail::clusters_of(settings.design, columns.rows())};
  if (auto none = impossible(problem)) return *none;
  const Matrix triangle = detail::triangle(columns, problem.weights, {true, {}}, settings.workers);
  if (auto dependent = detail::dependences(triangle); !dependent.empty()) {
    NoFit none = no_fit(problem, NoFit::Why::dependent_columns);
    none.dependent = without_constant(std::move(dependent));
    return none;
  }
  const Uncorrelated made = uncorrelated(problem, triangle);
  const OrderedData data = problem.on(made.columns);
  const Newton found = maximum(problem, data, made);
  if (found.separated.empty()) return model_of(problem, data, made, found);
  NoFit none = no_fit(problem, NoFit::Why::separation);
  none.separated = found.separated;
  return none;
}

}  // namespace wijkbeeld::stats
