// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "base/issue.hpp"
#include "codec/layer.hpp"

namespace wijkbeeld::codec::detail {

/// Brings shapes from the system the layer declares (an OGRSpatialReferenceH, possibly null) to RD
/// New, in place, as read_layer promises. `layer` is for what is said.
void bring_to_rd(std::vector<Shape>& shapes, void* declared, const base::Place& layer,
                 base::Ledger& ledger);

}  // namespace wijkbeeld::codec::detail
