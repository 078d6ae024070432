// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "geo/shape.hpp"

namespace wijkbeeld::geo {

/// A square of 100 by 100 m of the national grid: counted in hundreds of metres east and north from
/// the origin of RD New (EPSG:28992). Statistics Netherlands and the Leefbaarometer publish on it.
struct Cell {
  int column = 0;
  int row = 0;
  auto operator<=>(const Cell&) const = default;
};

inline constexpr double kCellSide = 100;  ///< metres

/// The cell a point lies in. A point on a border belongs to the cell east or north of it. Only for
/// points in the RD range.
Cell cell_of(Point p);
Bounds bounds(Cell cell);
Point centre(Cell cell);
/// The cell as a shape, counter-clockwise from its south-west corner.
MultiPolygon shape_of(Cell cell);

/// "E1213N4879": the south-west corner in hundreds of metres, four digits each, as the
/// Leefbaarometer 3.0 names its cells.
std::string to_text(Cell cell);
/// Nothing when the text is not of that form.
std::optional<Cell> parse_cell(std::string_view text);

/// True when the coordinates can be RD New: 0 <= x <= 300,000 and 300,000 <= y <= 630,000 m. The
/// outlines of CBS lie in x 13,500 to 278,100 and y 306,800 to 619,400; the area of use that the
/// EPSG register gives for 28992 (3.2 to 7.22 degrees east, 50.75 to 53.7 north, coastal waters
/// included) goes a little beyond on some sides. In this range no x can be a y.
bool is_in_rd(Point p);

}  // namespace wijkbeeld::geo
