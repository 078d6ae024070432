// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <vector>

#include "stats/matrix.hpp"

namespace wijkbeeld::stats::detail {

/// The Cholesky factor of a symmetric, non-negative matrix, made column after column in the given
/// order. A column whose pivot falls to `tolerance` times its diagonal or lower is, as far as
/// rounding can tell, a combination of those before it: it is left out and named, as R's lm does.
class Cholesky {
 public:
  /// Reads the lower triangle only.
  Cholesky(Matrix lower, double tolerance);

  [[nodiscard]] const std::vector<std::size_t>& dependent() const { return dependent_; }
  /// x with A x = right over the columns kept; 0 for the columns left out.
  [[nodiscard]] std::vector<double> solution(std::span<const double> right) const;

 private:
  [[nodiscard]] bool is_kept(std::size_t column) const { return factor_.at(column, column) > 0; }

  Matrix factor_;
  std::vector<std::size_t> dependent_;
};

}  // namespace wijkbeeld::stats::detail
