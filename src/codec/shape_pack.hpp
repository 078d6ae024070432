// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

#include "geo/topology.hpp"

namespace wijkbeeld::codec {

/// A topology as few bytes, for the map in a browser: format WBS1 (docs/reference/shapes.md).
/// Places are rounded to multiples of `step_m` metres, counted from the middle of the whole; points
/// that fall together become one, arcs of which one point is left go, and so do rings without arcs:
/// an area smaller than the step may lose its outline. `step_m` must be above zero, coordinates
/// finite and less than 2^50 steps from each other. The same topology gives the same bytes.
std::string to_shape_pack(const geo::Topology& topology, double step_m);

/// What is in a pack, in metres. Throws Failure ("the shapes are damaged") on anything that is not
/// WBS1: never more memory than some hundred bytes for each byte given. What it gives has closed
/// rings along arcs that exist, each arc at most once in each direction.
geo::Topology topology_from_pack(std::string_view bytes);

}  // namespace wijkbeeld::codec
