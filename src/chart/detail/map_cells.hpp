// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "chart/detail/canvas.hpp"
#include "chart/detail/map_view.hpp"
#include "chart/map.hpp"

namespace wijkbeeld::chart::detail {

/// The cells of a map in a window. Where cells are smaller than a pixel a square of several is
/// drawn as one, in the look that most of its cells have (of as many the first: absent, then
/// classes low to high). Squares of one look in a row are one stroke, so that the file stays small.
void draw_cells(Canvas& canvas, const Map& map, const View& view);

}  // namespace wijkbeeld::chart::detail
