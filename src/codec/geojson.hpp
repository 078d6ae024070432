// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "codec/layer.hpp"

namespace wijkbeeld::codec {

/// A layer as GeoJSON (RFC 7946): longitude and latitude in WGS 84 with six decimals (about 0.1 m),
/// outer rings counter-clockwise, absent values and shapes as null. From RD New by one written-out
/// transformation (the seven parameters of EPSG:15934, within a metre anywhere in the Netherlands),
/// so that the grids a machine happens to have cannot change a digit.
std::string to_geojson(const LayerOut& layer);

}  // namespace wijkbeeld::codec
