// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "base/parallel.hpp"
#include "stats/matrix.hpp"
#include "stats/ordered_model.hpp"

namespace wijkbeeld::stats::detail {

/// The logarithm of P = F(upper) - F(lower) and its derivatives; an end that is not there counts as
/// infinitely far away, and its derivatives are 0.
struct AnswerTerm {
  double log_p = 0;
  double upper = 0;
  double lower = 0;
  double upper_upper = 0;
  double lower_lower = 0;
  double upper_lower = 0;
  bool is_possible = true;  ///< false when P is 0 in double precision; the rest then says nothing
};

struct Interval {
  double lower = 0;
  double upper = 0;
  bool has_lower = true;
  bool has_upper = true;
};

AnswerTerm answer_term(Link link, const Interval& interval);

/// What the likelihood is about. The columns are the caller's own or a combination of them.
struct OrderedData {
  const Matrix& columns;
  std::span<const std::size_t> answers;
  std::size_t categories = 2;
  std::span<const double> weights;
  Link link = Link::logit;
  base::Workers workers = {};

  [[nodiscard]] std::size_t parameters() const { return columns.columns() + categories - 1; }
  /// Between which values of threshold - x'b the answer of a row lies, `predictor` being x'b.
  [[nodiscard]] Interval interval(std::size_t row, double predictor,
                                  std::span<const double> thresholds) const;
};

/// x'b of each row.
std::vector<double> predictors(const OrderedData& data, std::span<const double> parameters);

/// The weighted log-likelihood; absent (no number) when an answer is impossible.
std::optional<double> log_likelihood(const OrderedData& data, std::span<const double> parameters);

struct Derivatives {
  std::vector<double> gradient;
  Matrix information;  ///< minus the second derivatives
};

Derivatives derivatives(const OrderedData& data, std::span<const double> parameters);

/// Derivative of each row's weighted log-likelihood by its predictor (column 0) and by each
/// threshold (the other columns).
Matrix row_derivatives(const OrderedData& data, std::span<const double> parameters);

}  // namespace wijkbeeld::stats::detail
