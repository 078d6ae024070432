// SPDX-License-Identifier: EUPL-1.2
#include "stats/quantile.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/ensure.hpp"

namespace wijkbeeld::stats {

std::optional<double> quantile(std::span<const double> xs, double p) {
  base::ensure(p >= 0 && p <= 1, "a probability lies between 0 and 1");
  if (xs.empty()) return std::nullopt;
  std::vector<double> sorted(xs.begin(), xs.end());
  std::sort(sorted.begin(), sorted.end());
  const double place = p * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(std::floor(place));
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

}  // namespace wijkbeeld::stats
