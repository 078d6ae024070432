// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <span>

namespace wijkbeeld::stats {

/// What the whole population tells about a later value, given an earlier one: the least-squares
/// line of later on earlier. Its slope below 1 is regression to the mean (Galton 1886,
/// "Regression towards mediocrity in hereditary stature", Journal of the Anthropological Institute
/// 15, p. 246-263): a group chosen for a low earlier value is expected to rise towards the mean
/// without anything having happened to it.
struct RegressionToMean {
  double earlier_mean = 0;
  double later_mean = 0;
  double slope = 0;
  double correlation = 0;

  /// The later value to expect of a group whose earlier mean is `value`.
  [[nodiscard]] double expected(double value) const {
    return later_mean + slope * (value - earlier_mean);
  }
};

/// Fits the line to pairs of the population; absent for fewer than three pairs or when the earlier
/// values do not vary.
std::optional<RegressionToMean> regression_to_mean(std::span<const double> earlier,
                                                   std::span<const double> later);

}  // namespace wijkbeeld::stats
