// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "geo/shape.hpp"

namespace wijkbeeld::geo {

/// The area inside a ring in m2, above zero when it runs counter-clockwise (shoelace formula, taken
/// from the first point so that large coordinates cost no digits). Zero for what is no ring.
double signed_area(const Ring& ring);

/// Surface in m2: outer rings less their holes, whichever way they run. Meant for valid shapes: of
/// a ring that crosses itself the loops cancel.
double area(const Polygon& polygon);
double area(const MultiPolygon& shape);

/// The smallest upright rectangle around it; empty for nothing.
Bounds bounds(const Ring& ring);
Bounds bounds(const Polygon& polygon);
Bounds bounds(const MultiPolygon& shape);

/// The point of balance. It may lie outside the shape (see label_point for one inside). Nothing for
/// a shape without surface.
std::optional<Point> centroid(const MultiPolygon& shape);

}  // namespace wijkbeeld::geo
