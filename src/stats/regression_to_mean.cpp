// SPDX-License-Identifier: EUPL-1.2
#include "stats/regression_to_mean.hpp"

#include "base/ensure.hpp"
#include "stats/mean.hpp"

namespace wijkbeeld::stats {

std::optional<RegressionToMean> regression_to_mean(std::span<const double> earlier,
                                                   std::span<const double> later) {
  base::ensure(earlier.size() == later.size(), "regression needs pairs");
  if (earlier.size() < 3) return std::nullopt;
  const auto r = correlation(earlier, later);
  if (!r) return std::nullopt;
  const double slope = *r * *standard_deviation(later) / *standard_deviation(earlier);
  return RegressionToMean{*mean(earlier), *mean(later), slope, *r};
}

}  // namespace wijkbeeld::stats
