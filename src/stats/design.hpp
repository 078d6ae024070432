// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <span>

namespace wijkbeeld::stats {

/// How the rows of a regression came about. `cluster` numbers the units that were drawn
/// independently (say: the municipality or address block of a respondent), `stratum` the groups
/// within which they were drawn; numbers from 0. An empty span means every row is a cluster of its
/// own, and one stratum. A number that no row bears does not count.
struct Design {
  std::span<const std::size_t> cluster = {};
  std::span<const std::size_t> stratum = {};
};

/// True when no cluster has rows in two strata. Everything here that takes a design needs that;
/// number clusters anew within strata where it does not hold.
bool is_nested(const Design& design);

/// From what the uncertainty of coefficients is computed.
enum class Errors {
  classic,  ///< the model holds: independent rows, equal spread (least squares), or the likelihood
  hc1,      ///< independent rows of unequal spread
  cluster,  ///< independent clusters, within strata when the design has those
};

}  // namespace wijkbeeld::stats
