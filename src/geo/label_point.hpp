// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "geo/shape.hpp"

namespace wijkbeeld::geo {

/// Where a name fits best: the point inside the shape that is farthest from its border, its "pole
/// of inaccessibility". Of several parts the roomiest one gets it. Nothing for a shape without
/// surface.
///
/// `precision_m` is how much nearer to the border than the true pole the point may be; 0 asks for a
/// hundredth of the shorter side of the bounds. A shape so thin or winding that ten thousand
/// squares do not settle it gets the best point found, which always lies inside.
///
/// D. Garcia-Castellanos and U. Lombardo, "Poles of inaccessibility: a calculation algorithm for
/// the remotest places on earth", Scottish Geographical Journal 123(3), 2007; the search by
/// quartering squares, best promise first, is the idea of Mapbox's polylabel (2016).
std::optional<Point> label_point(const MultiPolygon& shape, double precision_m = 0);

}  // namespace wijkbeeld::geo
