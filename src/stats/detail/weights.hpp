// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace wijkbeeld::stats::detail {

/// The weights, or ones when there are none; ensures one per row, finite and not negative.
std::vector<double> weights_or_ones(std::span<const double> weights, std::size_t rows);

/// How many are positive.
std::size_t positive_count(std::span<const double> weights);

bool are_finite(std::span<const double> xs);

}  // namespace wijkbeeld::stats::detail
