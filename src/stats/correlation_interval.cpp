// SPDX-License-Identifier: EUPL-1.2
#include "stats/correlation_interval.hpp"

#include <cmath>

#include "stats/distributions.hpp"

namespace wijkbeeld::stats {

std::optional<CorrelationInterval> rank_correlation_interval(double correlation, std::size_t pairs,
                                                             double confidence) {
  if (pairs < 4 || !(std::abs(correlation) < 1)) return std::nullopt;
  const double middle = std::atanh(correlation);
  const double error =
      std::sqrt((1 + correlation * correlation / 2) / (static_cast<double>(pairs) - 3));
  const double reach = normal_quantile(0.5 + confidence / 2) * error;
  return CorrelationInterval{std::tanh(middle - reach), std::tanh(middle + reach)};
}

}  // namespace wijkbeeld::stats
