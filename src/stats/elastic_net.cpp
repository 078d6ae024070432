// SPDX-License-Identifier: EUPL-1.2
#include "stats/elastic_net.hpp"

#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <utility>

#include "base/ensure.hpp"
#include "stats/detail/cholesky.hpp"

namespace wijkbeeld::stats {
namespace {

// Steps of a path of our own that are walked before it may end early, and the share explained at
// which it ends: glmnet's mnlam and devmax.
constexpr std::size_t kLeastSteps = 5;
constexpr double kEnough = 0.999;
// The mix that stands for ridge when the largest penalty is chosen, as in glmnet.
constexpr double kLeastMix = 1e-3;
// A ridge column with less than this share of its own left is left out.
constexpr double kLeastShare = 1e-12;

// The problem with columns and outcome at standard deviation 1.
struct Standardised {
  std::vector<std::size_t> columns;  // those that vary
  std::vector<double> spreads;
  std::vector<double> factors;
  Matrix gram;
  Eigen::VectorXd right;
  double outcome_spread = 0;
};

std::vector<double> rescaled_factors(std::size_t size, const ElasticNetSettings& settings) {
  std::vector<double> factors = settings.penalty_factors;
  if (factors.empty()) factors.assign(size, 1);
  base::ensure(factors.size() == size, "a penalty factor for every column");
  double sum = 0;
  for (const double factor : factors) {
    base::ensure(factor >= 0, "a penalty factor is not negative");
    sum += factor;
  }
  if (sum > 0)
    for (double& factor : factors)
      factor *= static_cast<double>(size) / sum;
  return factors;
}

Standardised standardised(const Moments& moments, const ElasticNetSettings& settings) {
  const std::size_t size = moments.columns();
  Standardised problem;
  problem.factors = rescaled_factors(size, settings);
  problem.spreads.resize(size);
  problem.gram = Matrix(size, size);
  problem.right = Eigen::VectorXd::Zero(static_cast<Eigen::Index>(size));
  problem.outcome_spread = std::sqrt(moments.covariance(size, size));
  for (std::size_t j = 0; j < size; ++j) {
    if (!moments.varies(j)) continue;
    problem.columns.push_back(j);
    problem.spreads[j] = settings.standardise ? std::sqrt(moments.covariance(j, j)) : 1;
    problem.right[static_cast<Eigen::Index>(j)] =
        moments.covariance(j, size) / (problem.spreads[j] * problem.outcome_spread);
  }
  for (const std::size_t i : problem.columns)
    for (const std::size_t j : problem.columns)
      problem.gram.at(i, j) = moments.covariance(i, j) / (problem.spreads[i] * problem.spreads[j]);
  return problem;
}

// Coordinate descent that goes on from the fit before. The gradient of every column is kept up to
// date, so a round over columns at zero costs nothing: no screening rule is needed.
class Descent {
 public:
  Descent(const Standardised& problem, const ElasticNetSettings& settings)
      : problem_(problem),
        settings_(settings),
        coefficients_(Eigen::VectorXd::Zero(problem.right.size())),
        gradient_(problem.right) {}

  // Fits at a penalty on the standardised scale; false when the rounds ran out.
  bool fit(double lambda) {
    if (settings_.mix <= 0) return fit_ridge(lambda);
    while (rounds_ < settings_.most_rounds) {
      if (round(problem_.columns, lambda) < settings_.tolerance) return true;
      const std::vector<std::size_t> active = nonzero();
      while (rounds_ < settings_.most_rounds && round(active, lambda) >= settings_.tolerance) {
      }
    }
    return false;
  }

  // Fits the columns without a penalty and leaves the others at zero.
  bool fit_controls() {
    std::vector<std::size_t> free;
    for (const std::size_t j : problem_.columns)
      if (problem_.factors[j] <= 0) free.push_back(j);
    while (!free.empty() && round(free, 0) >= settings_.tolerance)
      if (rounds_ >= settings_.most_rounds) return false;
    return true;
  }

  [[nodiscard]] double largest_penalty() const {
    double largest = 0;
    for (const std::size_t j : problem_.columns)
      if (problem_.factors[j] > 0)
        largest = std::max(largest, std::abs(gradient_[index(j)]) / problem_.factors[j]);
    return largest / std::max(settings_.mix, kLeastMix);
  }

  [[nodiscard]] double explained() const { return coefficients_.dot(problem_.right + gradient_); }
  [[nodiscard]] double coefficient(std::size_t column) const {
    return coefficients_[index(column)];
  }
  [[nodiscard]] std::size_t penalised_nonzero() const {
    return static_cast<std::size_t>(std::count_if(
        problem_.columns.begin(), problem_.columns.end(),
        [&](std::size_t j) { return problem_.factors[j] > 0 && coefficient(j) != 0; }));
  }

 private:
  static Eigen::Index index(std::size_t column) { return static_cast<Eigen::Index>(column); }

  [[nodiscard]] std::vector<std::size_t> nonzero() const {
    std::vector<std::size_t> active;
    for (const std::size_t j : problem_.columns)
      if (coefficient(j) != 0) active.push_back(j);
    return active;
  }

  // One round; the most that a step could have lowered the squared error by.
  double round(const std::vector<std::size_t>& columns, double lambda) {
    ++rounds_;
    double largest = 0;
    for (const std::size_t j : columns) {
      const double size = problem_.gram.at(j, j);
      const double before = coefficients_[index(j)];
      const double pull = gradient_[index(j)] + before * size;
      const double penalty = lambda * problem_.factors[j];
      const double beyond = std::abs(pull) - penalty * settings_.mix;
      const double after =
          beyond > 0 ? std::copysign(beyond, pull) / (size + penalty * (1 - settings_.mix)) : 0;
      if (after == before) continue;
      coefficients_[index(j)] = after;
      gradient_ -= (after - before) * column(j);
      largest = std::max(largest, size * (after - before) * (after - before));
    }
    return largest;
  }

  bool fit_ridge(double lambda) {
    Matrix lower = problem_.gram;
    for (const std::size_t j : problem_.columns)
      lower.at(j, j) += lambda * problem_.factors[j];
    const detail::Cholesky factor(std::move(lower), kLeastShare);
    const auto solved = factor.solution({problem_.right.data(), problem_.factors.size()});
    gradient_ = problem_.right;
    for (const std::size_t j : problem_.columns) {
      coefficients_[index(j)] = solved[j];
      gradient_ -= solved[j] * column(j);
    }
    return true;
  }

  [[nodiscard]] Eigen::Map<const Eigen::VectorXd> column(std::size_t j) const {
    return {problem_.gram.column(j).data(), gradient_.size()};
  }

  const Standardised& problem_;
  const ElasticNetSettings& settings_;
  Eigen::VectorXd coefficients_;
  Eigen::VectorXd gradient_;
  std::size_t rounds_ = 0;
};

void check(const ElasticNetSettings& settings) {
  base::ensure(settings.mix >= 0 && settings.mix <= 1, "a mix lies between 0 and 1");
  base::ensure(std::is_sorted(settings.lambdas.rbegin(), settings.lambdas.rend()),
               "penalties come largest first");
  base::ensure(settings.lambdas.empty() || settings.lambdas.back() >= 0,
               "a penalty is not negative");
  base::ensure(!settings.lambdas.empty() || settings.path_length > 0, "a path has a penalty");
}

// The penalties to fit at, on the scale of the outcome.
std::vector<double> path(const Moments& moments, const ElasticNetSettings& settings,
                         double largest) {
  if (!settings.lambdas.empty()) return settings.lambdas;
  if (largest <= 0) return {0};
  const bool is_long = moments.rows() >= static_cast<double>(moments.columns());
  const double ratio = settings.least_ratio.value_or(is_long ? 1e-4 : 0.01);
  base::ensure(ratio > 0 && ratio <= 1, "the least ratio lies between 0 and 1");
  std::vector<double> lambdas;
  const auto steps = static_cast<double>(std::max<std::size_t>(settings.path_length, 2) - 1);
  for (std::size_t m = 0; m < settings.path_length; ++m)
    lambdas.push_back(largest * std::pow(ratio, static_cast<double>(m) / steps));
  return lambdas;
}

void store(const Descent& descent, const Standardised& problem, const Moments& moments,
           ElasticNet& net) {
  const std::size_t m = net.intercepts.size();
  double intercept = moments.mean(moments.columns());
  std::size_t nonzero = 0;
  for (const std::size_t j : problem.columns) {
    const double scaled = descent.coefficient(j) * problem.outcome_spread / problem.spreads[j];
    net.coefficients.at(j, m) = scaled;
    intercept -= scaled * moments.mean(j);
    if (scaled != 0) ++nonzero;
  }
  net.intercepts.push_back(intercept);
  net.deviance_ratios.push_back(descent.explained());
  net.nonzero.push_back(nonzero);
}

bool ends_here(const ElasticNet& net, const ElasticNetSettings& settings) {
  const std::size_t m = net.deviance_ratios.size();
  if (!settings.lambdas.empty() || settings.least_gain <= 0 || m < kLeastSteps) return false;
  const double now = net.deviance_ratios[m - 1];
  return now - net.deviance_ratios[m - 2] < settings.least_gain * now || now > kEnough;
}

// Only the penalties that were reached.
void cut(ElasticNet& net) {
  const std::size_t reached = net.intercepts.size();
  net.lambdas.resize(reached);
  Matrix kept(net.coefficients.rows(), reached);
  std::copy_n(net.coefficients.numbers().begin(), kept.numbers().size(), kept.numbers().begin());
  net.coefficients = std::move(kept);
}

}  // namespace

std::optional<ElasticNet> elastic_net(const Moments& moments, const ElasticNetSettings& settings) {
  check(settings);
  if (moments.weight() <= 0 || !moments.varies(moments.columns())) return std::nullopt;
  const Standardised problem = standardised(moments, settings);
  if (problem.columns.empty()) return std::nullopt;
  Descent descent(problem, settings);
  ElasticNet net;
  net.converged = descent.fit_controls();
  net.lambdas = path(moments, settings, descent.largest_penalty() * problem.outcome_spread);
  net.coefficients = Matrix(moments.columns(), net.lambdas.size());
  for (const double lambda : net.lambdas) {
    net.converged = net.converged && descent.fit(lambda / problem.outcome_spread);
    if (!net.converged) break;
    if (settings.most_nonzero && descent.penalised_nonzero() > *settings.most_nonzero) break;
    store(descent, problem, moments, net);
    if (ends_here(net, settings)) break;
  }
  cut(net);
  return net;
}

std::vector<double> predictions(const ElasticNet& net, std::size_t penalty, const Matrix& x) {
  base::ensure(penalty < net.size(), "the path has that penalty");
  base::ensure(x.columns() == net.coefficients.rows(), "a coefficient for every column");
  std::vector<double> expected(x.rows(), net.intercepts[penalty]);
  for (std::size_t j = 0; j < x.columns(); ++j) {
    const double b = net.coefficients.at(j, penalty);
    if (b == 0) continue;
    const auto column = x.column(j);
    for (std::size_t i = 0; i < expected.size(); ++i)
      expected[i] += b * column[i];
  }
  return expected;
}

}  // namespace wijkbeeld::stats
