// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "codec/layer.hpp"
#include "series/project.hpp"

namespace wijkbeeld::store {

/// The layers and tables of a project meant for people: one per level and vintage ("wijk_2022"),
/// with shapes where there are outlines, and "bronnen", the files everything came from. Columns:
/// code, name, gemeente, residents, and of each edition its class, development class, score or
/// deviation and contributions in the latest wave that has them (`class_2016_lbm2_2016`).
std::vector<codec::LayerOut> plain_layers(const series::Project& project);

}  // namespace wijkbeeld::store
