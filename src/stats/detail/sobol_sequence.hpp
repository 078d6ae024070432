// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace wijkbeeld::stats::detail {

/// The 32 direction numbers of a dimension (from 0, below 32) of the Sobol sequence, as fractions
/// of 2^32: point n is the exclusive or of those at the bits of n.
std::array<std::uint32_t, 32> sobol_directions(std::size_t dimension);

}  // namespace wijkbeeld::stats::detail
