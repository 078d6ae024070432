// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <span>

namespace wijkbeeld::stats {

/// Sample quantile at probability p in [0, 1], by linear interpolation of the order statistics:
/// definition 7 of Hyndman and Fan (1996, "Sample quantiles in statistical packages", The American
/// Statistician 50, p. 361-365), which is R's default. Absent for no values.
std::optional<double> quantile(std::span<const double> xs, double p);

}  // namespace wijkbeeld::stats
