// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "source/example_borders.hpp"

namespace wijkbeeld::source {

/// Pairs of borders that cross, overlap or touch anywhere but at common ends; a border that folds
/// onto itself is a pair with itself.
std::vector<std::pair<std::size_t, std::size_t>> crossings_of(const std::vector<Border>& borders);

}  // namespace wijkbeeld::source
