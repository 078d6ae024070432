// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <vector>

#include "geo/detail/faces.hpp"

namespace wijkbeeld::geo::detail {

/// Per face the areas it belongs to, sorted: one for most, none for sea, more where areas overlap
/// on purpose.
using Owners = std::vector<std::vector<std::uint32_t>>;

/// Gives narrow gaps and overlaps (less than `seam` units wide) to one of the areas beside them, as
/// described at geo::topology_of. No area loses all it has.
Owners owners_of(const Faces& faces, double seam);

}  // namespace wijkbeeld::geo::detail
