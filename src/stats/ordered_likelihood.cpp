// SPDX-License-Identifier: EUPL-1.2
#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/ensure.hpp"
#include "stats/detail/ordered_likelihood.hpp"
#include "stats/sum.hpp"

namespace wijkbeeld::stats::detail {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr std::size_t kRowsAtOnce = 256;
constexpr std::size_t kRowsPerBlock = 4096;

Index signed_of(std::size_t n) {
  return static_cast<Index>(n);
}

/// P(X <= x) of the logistic distribution.
double logistic(double x) {
  if (x >= 0) return 1 / (1 + std::exp(-x));
  const double e = std::exp(x);
  return e / (1 + e);
}

double log_logistic(double x) {
  return x >= 0 ? -std::log1p(std::exp(-x)) : x - std::log1p(std::exp(x));
}

// P = F(u) (1 - F(l)) (1 - exp(-(u - l))), a product, so that no digits are lost in the tails.
AnswerTerm logit_term(const Interval& at) {
  AnswerTerm term;
  if (at.has_upper) {
    term.log_p += log_logistic(at.upper);
    term.upper = logistic(-at.upper);
    term.upper_upper = -logistic(at.upper) * term.upper;
  }
  if (at.has_lower) {
    term.log_p += log_logistic(-at.lower);
    term.lower = -logistic(at.lower);
    term.lower_lower = term.lower * logistic(-at.lower);
  }
  if (!at.has_upper || !at.has_lower) return term;
  const double gap = at.upper - at.lower;
  term.is_possible = gap > 0;
  if (!term.is_possible) return term;
  const double odds = 1 / std::expm1(gap);
  term.log_p += std::log(-std::expm1(-gap));
  term.upper += odds;
  term.lower -= odds;
  term.upper_upper -= odds * (1 + odds);
  term.lower_lower -= odds * (1 + odds);
  term.upper_lower = odds * (1 + odds);
  return term;
}

double normal_tail(double x) {
  return std::erfc(x / std::numbers::sqrt2) / 2;
}

double normal_density(double x) {
  return std::exp(-x * x / 2) / std::sqrt(2 * std::numbers::pi);
}

double normal_probability(const Interval& at) {
  if (!at.has_lower) return normal_tail(-at.upper);
  if (!at.has_upper) return normal_tail(at.lower);
  if (at.lower > 0) return normal_tail(at.lower) - normal_tail(at.upper);
  if (at.upper < 0) return normal_tail(-at.upper) - normal_tail(-at.lower);
  return 1 - normal_tail(-at.lower) - normal_tail(at.upper);
}

AnswerTerm probit_term(const Interval& at) {
  constexpr double kSmallest = 1e-290;
  const double p = normal_probability(at);
  AnswerTerm term;
  term.is_possible = p > kSmallest && (!at.has_lower || !at.has_upper || at.upper > at.lower);
  if (!term.is_possible) return term;
  term.log_p = std::log(p);
  const double above = at.has_upper ? normal_density(at.upper) / p : 0.0;
  const double below = at.has_lower ? normal_density(at.lower) / p : 0.0;
  term.upper = above;
  term.lower = -below;
  term.upper_upper = at.has_upper ? -above * (at.upper + above) : 0.0;
  term.lower_lower = at.has_lower ? below * (at.lower - below) : 0.0;
  term.upper_lower = above * below;
  return term;
}

std::span<const double> thresholds_of(const OrderedData& data, std::span<const double> parameters) {
  base::ensure(parameters.size() == data.parameters(), "a value for every parameter");
  return parameters.subspan(data.columns.columns());
}

Eigen::Map<const MatrixXd> to_eigen(const Matrix& m) {
  return {m.numbers().data(), signed_of(m.rows()), signed_of(m.columns())};
}

/// What one row adds: to the derivative by its predictor and by the thresholds around its answer,
/// and to the second derivatives.
class Adding {
 public:
  Adding(const OrderedData& data, std::span<const double> parameters, std::size_t begin,
         std::size_t end)
      : begin_(begin),
        by_predictor_(VectorXd::Zero(signed_of(end - begin))),
        curvature_(VectorXd::Zero(signed_of(end - begin))),
        cross_(MatrixXd::Zero(signed_of(end - begin), signed_of(data.categories - 1))),
        thresholds_(VectorXd::Zero(signed_of(data.categories - 1))),
        squares_(MatrixXd::Zero(signed_of(data.categories - 1), signed_of(data.categories - 1))) {
    const auto rows = to_eigen(data.columns).middleRows(signed_of(begin), signed_of(end - begin));
    VectorXd predictor = VectorXd::Zero(rows.rows());
    if (rows.cols() > 0)
      predictor = rows * Eigen::Map<const VectorXd>(parameters.data(), rows.cols());
    for (std::size_t i = begin; i < end; ++i)
      if (data.weights[i] > 0)
        add(data, i, predictor(signed_of(i - begin)), thresholds_of(data, parameters));
    if (rows.cols() == 0) return;  // Eigen divides by this
    first_ = rows.transpose() * by_predictor_;
    const MatrixXd scaled = curvature_.cwiseSqrt().asDiagonal() * rows;
    second_ = MatrixXd::Zero(rows.cols(), rows.cols());
    second_.selfadjointView<Eigen::Lower>().rankUpdate(scaled.transpose());
    mixed_ = rows.transpose() * cross_;
  }

  void into(VectorXd& gradient, MatrixXd& information) const {
    const Index p = first_.size();
    const Index k = thresholds_.size();
    gradient.tail(k) += thresholds_;
    information.bottomRightCorner(k, k) += squares_;
    if (p == 0) return;
    gradient.head(p) += first_;
    information.topLeftCorner(p, p) += second_;
    information.bottomLeftCorner(k, p) += mixed_.transpose();
  }

 private:
  void add(const OrderedData& data, std::size_t i, double predictor,
           std::span<const double> thresholds) {
    const Interval at = data.interval(i, predictor, thresholds);
    const AnswerTerm term = answer_term(data.link, at);
    const double w = data.weights[i];
    const Index row = signed_of(i - begin_);
    const Index upper = signed_of(data.answers[i]);
    by_predictor_(row) = -w * (term.upper + term.lower);
    curvature_(row) =
        std::max(0.0, -w * (term.upper_upper + 2 * term.upper_lower + term.lower_lower));
    if (at.has_upper) {
      thresholds_(upper) += w * term.upper;
      cross_(row, upper) = w * (term.upper_upper + term.upper_lower);
      squares_(upper, upper) -= w * term.upper_upper;
    }
    if (at.has_lower) {
      thresholds_(upper - 1) += w * term.lower;
      cross_(row, upper - 1) = w * (term.lower_lower + term.upper_lower);
      squares_(upper - 1, upper - 1) -= w * term.lower_lower;
    }
    if (at.has_upper && at.has_lower) squares_(upper, upper - 1) -= w * term.upper_lower;
  }

  std::size_t begin_;
  VectorXd by_predictor_;
  VectorXd curvature_;
  MatrixXd cross_;
  VectorXd thresholds_;
  MatrixXd squares_;
  VectorXd first_;
  MatrixXd second_;
  MatrixXd mixed_;
};

}  // namespace

AnswerTerm answer_term(Link link, const Interval& interval) {
  return link == Link::logit ? logit_term(interval) : probit_term(interval);
}

Interval OrderedData::interval(std::size_t row, double predictor,
                               std::span<const double> thresholds) const {
  const std::size_t answer = answers[row];
  Interval at;
  at.has_lower = answer > 0;
  at.has_upper = answer + 1 < categories;
  if (at.has_lower) at.lower = thresholds[answer - 1] - predictor;
  if (at.has_upper) at.upper = thresholds[answer] - predictor;
  return at;
}

std::vector<double> predictors(const OrderedData& data, std::span<const double> parameters) {
  std::vector<double> result(data.columns.rows());
  for (std::size_t j = 0; j < data.columns.columns(); ++j) {
    const auto x = data.columns.column(j);
    for (std::size_t i = 0; i < x.size(); ++i)
      result[i] += parameters[j] * x[i];
  }
  return result;
}

std::optional<double> log_likelihood(const OrderedData& data, std::span<const double> parameters) {
  const std::vector<double> predictor = predictors(data, parameters);
  const auto thresholds = thresholds_of(data, parameters);
  Sum sum;
  for (std::size_t i = 0; i < predictor.size(); ++i) {
    if (data.weights[i] <= 0) continue;
    const AnswerTerm term = answer_term(data.link, data.interval(i, predictor[i], thresholds));
    if (!term.is_possible) return std::nullopt;
    sum.add(data.weights[i] * term.log_p);
  }
  return sum.value();
}

Derivatives derivatives(const OrderedData& data, std::span<const double> parameters) {
  const std::size_t n = data.columns.rows();
  const Index m = signed_of(data.parameters());
  const std::size_t blocks = (n + kRowsPerBlock - 1) / kRowsPerBlock;
  std::vector<VectorXd> gradients(blocks, VectorXd::Zero(m));
  std::vector<MatrixXd> parts(blocks, MatrixXd::Zero(m, m));
  base::for_blocks(n, kRowsPerBlock, data.workers, [&](std::size_t begin, std::size_t end) {
    const std::size_t block = begin / kRowsPerBlock;
    for (std::size_t i = begin; i < end; i += kRowsAtOnce)
      Adding(data, parameters, i, std::min(end, i + kRowsAtOnce))
          .into(gradients[block], parts[block]);
  });
  Derivatives result{std::vector<double>(data.parameters()),
                     Matrix(data.parameters(), data.parameters())};
  Eigen::Map<VectorXd> gradient(result.gradient.data(), m);
  Eigen::Map<MatrixXd> information(result.information.numbers().data(), m, m);
  for (std::size_t block = 0; block < blocks; ++block) {
    gradient += gradients[block];
    information += parts[block];
  }
  information.triangularView<Eigen::StrictlyUpper>() = information.transpose();
  return result;
}

Matrix row_derivatives(const OrderedData& data, std::span<const double> parameters) {
  const std::vector<double> predictor = predictors(data, parameters);
  const auto thresholds = thresholds_of(data, parameters);
  Matrix result(predictor.size(), data.categories);
  for (std::size_t i = 0; i < predictor.size(); ++i) {
    if (data.weights[i] <= 0) continue;
    const Interval at = data.interval(i, predictor[i], thresholds);
    const AnswerTerm term = answer_term(data.link, at);
    result.at(i, 0) = -data.weights[i] * (term.upper + term.lower);
    if (at.has_upper) result.at(i, data.answers[i] + 1) = data.weights[i] * term.upper;
    if (at.has_lower) result.at(i, data.answers[i]) = data.weights[i] * term.lower;
  }
  return result;
}

}  // namespace wijkbeeld::stats::detail
