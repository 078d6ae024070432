// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/detail/owners.hpp"
#include "geo/topology.hpp"

namespace wijkbeeld::geo::detail {

/// The borders between faces of different owners as arcs, and the areas that run along them.
Topology borders_of(const Faces& faces, const Owners& owners, std::size_t areas, double grid_m);

/// Numbers arcs in order of first use, leaves out those no area uses, and gives a second area on
/// the same side of an arc a copy of its own.
Topology in_order(Topology topology);

/// Along all arcs of a ring in turn.
Ring ring_of(const Topology& topology, const ArcRing& ring);

}  // namespace wijkbeeld::geo::detail
