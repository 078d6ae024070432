// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <vector>

#include "geo/shape.hpp"

namespace wijkbeeld::geo {

/// A plainer outline for drawing: vertices go, none move. A vertex goes when the triangle it makes
/// with the vertices beside it is smaller than half the square of `tolerance_m`, smallest triangle
/// first (M. Visvalingam and J.D. Whyatt, "Line generalisation by repeated elimination of points",
/// Cartographic Journal 30(1), 1993), but only while no other vertex lies in that triangle: so
/// lines that did not cross before do not cross after. Rings keep at least three corners. Equal
/// triangles go in order of x, then y: the same shapes give the same result.
///
/// Islands and lakes smaller than the square of `tolerance_m` are left out, but never the largest
/// part of an area. Rings of fewer than three different corners are left out too.
/// Coordinates must be finite.
MultiPolygon simplified(const MultiPolygon& shape, double tolerance_m);

/// The same for areas that lie side by side, without gaps or overlaps coming between them: a border
/// that two areas share, with equal coordinates, is one line and is simplified once; vertices where
/// three lines meet stay. Islands and lakes that touch another area are never left out.
std::vector<MultiPolygon> simplified_together(std::span<const MultiPolygon> areas,
                                              double tolerance_m);

}  // namespace wijkbeeld::geo
