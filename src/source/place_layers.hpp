// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "source/source.hpp"

namespace wijkbeeld::source {

/// Places: a geographic file with a layer that has shapes and a column `soort` (the kind of place),
/// and perhaps `van` and `tot` (the first year a place is there, and the first in which it is
/// gone). What the layers are called does not matter.
bool recognises_places(const Probe& probe);

/// The places of each kind, in the order of layers by name and then as they stand. Refused, each
/// with its place: one without a kind ("place-without-kind") or without a shape
/// ("place-without-shape"), one whose years are none or leave no time
/// ("years-not-plausible"), and one that is a point where most of its kind are lines or surfaces,
/// or the other way round ("shape-of-other-kind"). A layer without the column is noted
/// ("layer-not-used").
Reading read_places(const Probe& probe);

}  // namespace wijkbeeld::source
