// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "chart/detail/canvas.hpp"
#include "chart/map.hpp"

namespace wijkbeeld::chart::detail {

/// The room a legend beside the map asks for.
double legend_width(const Map& map, double total);

/// Classes as a column, high on top (clusters in their order), then what else occurs, then the
/// notes. Gives the y below.
double draw_legend_beside(Canvas& canvas, const Map& map, double left, double top, double width);

/// The same in rows over the whole width.
double draw_legend_below(Canvas& canvas, const Map& map, double top);

}  // namespace wijkbeeld::chart::detail
