// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <span>

namespace wijkbeeld::stats {

/// Arithmetic mean; absent for no values.
std::optional<double> mean(std::span<const double> xs);

/// Mean weighted by non-negative weights (same length); absent when the weights sum to zero.
std::optional<double> weighted_mean(std::span<const double> xs, std::span<const double> weights);

/// Sample standard deviation, denominator n - 1; absent for fewer than two values. Two passes, so
/// that a large mean does not spoil it.
std::optional<double> standard_deviation(std::span<const double> xs);

/// Pearson correlation of pairs; absent for fewer than two pairs or when either does not vary.
std::optional<double> correlation(std::span<const double> xs, std::span<const double> ys);

}  // namespace wijkbeeld::stats
