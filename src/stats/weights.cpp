// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cmath>

#include "base/ensure.hpp"
#include "stats/detail/weights.hpp"

namespace wijkbeeld::stats::detail {

std::vector<double> weights_or_ones(std::span<const double> weights, std::size_t rows) {
  if (weights.empty()) return std::vector<double>(rows, 1.0);
  base::ensure(weights.size() == rows, "a weight for every row");
  base::ensure(are_finite(weights) && std::ranges::all_of(weights, [](double w) { return w >= 0; }),
               "weights are finite and not negative");
  return {weights.begin(), weights.end()};
}

std::size_t positive_count(std::span<const double> weights) {
  return static_cast<std::size_t>(std::ranges::count_if(weights, [](double w) { return w > 0; }));
}

bool are_finite(std::span<const double> xs) {
  return std::ranges::all_of(xs, [](double x) { return std::isfinite(x); });
}

}  // namespace wijkbeeld::stats::detail
