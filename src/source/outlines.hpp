// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "source/source.hpp"

namespace wijkbeeld::source {

/// A layer of surfaces with a code column (`bu_code`, `wk_code`, `gm_code`, `pc4`; the finest one
/// counts) in a GeoPackage, GeoJSON, Shapefile or FlatGeobuf.
bool recognises_outlines(const Probe& probe);

/// Outlines and names of each such layer. The vintage is the year in the layer's name or else the
/// file's (`wijk_2022`); a layer with neither is refused ("vintage-unknown"). Areas without a shape
/// keep their name and have no outline.
Reading read_outlines(const Probe& probe);

}  // namespace wijkbeeld::source
