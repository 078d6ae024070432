// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "base/message.hpp"
#include "codec/layer.hpp"

namespace wijkbeeld::codec::detail {

/// A shape as GDAL gave it, and what had to be done to it.
struct OgrShape {
  Shape shape;
  std::optional<base::Message> refused = {};  ///< why it could not be taken over at all
  bool is_closed_by_us = false;               ///< a ring was open
};

/// Takes a geometry (an OGRGeometryH, possibly null) over. Heights and measures are left out, arcs
/// become lines. A point or line in a collection of one is that point or line; larger
/// collections of them, and mixed ones, are refused.
OgrShape to_shape(void* geometry);

}  // namespace wijkbeeld::codec::detail
