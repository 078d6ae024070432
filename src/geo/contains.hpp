// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/shape.hpp"

namespace wijkbeeld::geo {

/// True when the point lies in the shape: by the even-odd rule over all rings, so that holes and
/// islands need no order or direction.
///
/// On a border: a point on a western or southern border is in, on an eastern or northern one out.
/// Where areas share their borders vertex for vertex, every point of their union therefore lies in
/// exactly one of them, to the last bit.
bool contains(const MultiPolygon& shape, Point p);

}  // namespace wijkbeeld::geo
