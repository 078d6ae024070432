// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "geo/shape.hpp"

namespace wijkbeeld::geo {

/// For each area the positions of its neighbours, smallest first, itself not among them. Neighbours
/// share at least one vertex ("queen" contiguity), with coordinates equal to the last bit: nothing
/// is snapped. Areas whose outlines were simplified apart, or where one has a vertex halfway along
/// the other's edge and no end in common, are therefore no neighbours; use outlines that came from
/// one topology.
std::vector<std::vector<std::size_t>> neighbours(std::span<const MultiPolygon> areas);

}  // namespace wijkbeeld::geo
