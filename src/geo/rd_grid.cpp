// SPDX-License-Identifier: EUPL-1.2
#include "geo/rd_grid.hpp"

#include <fmt/format.h>

#include <cmath>

#include "base/ensure.hpp"

namespace wijkbeeld::geo {
namespace {

// Four digits as a number; nothing else counts.
std::optional<int> parse_four(std::string_view text) {
  int number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = 10 * number + (c - '0');
  }
  return number;
}

}  // namespace

Cell cell_of(Point p) {
  base::ensure(is_in_rd(p), "a cell is asked for a point in the RD range");
  return {static_cast<int>(std::floor(p.x / kCellSide)),
          static_cast<int>(std::floor(p.y / kCellSide))};
}

Bounds bounds(Cell cell) {
  const double x = cell.column * kCellSide;
  const double y = cell.row * kCellSide;
  return {x, y, x + kCellSide, y + kCellSide};
}

Point centre(Cell cell) {
  return {(cell.column + 0.5) * kCellSide, (cell.row + 0.5) * kCellSide};
}

MultiPolygon shape_of(Cell cell) {
  const Bounds box = bounds(cell);
  return {{{{{box.x_min, box.y_min},
             {box.x_max, box.y_min},
             {box.x_max, box.y_max},
             {box.x_min, box.y_max},
             {box.x_min, box.y_min}}}}};
}

std::string to_text(Cell cell) {
  base::ensure(cell.column >= 0 && cell.column <= 9999 && cell.row >= 0 && cell.row <= 9999,
               "a cell code has four digits each way");
  return fmt::format("E{:04}N{:04}", cell.column, cell.row);
}

std::optional<Cell> parse_cell(std::string_view text) {
  if (text.size() != 10 || text[0] != 'E' || text[5] != 'N') return std::nullopt;
  const auto column = parse_four(text.substr(1, 4));
  const auto row = parse_four(text.substr(6, 4));
  if (!column || !row) return std::nullopt;
  return Cell{*column, *row};
}

bool is_in_rd(Point p) {
  return p.x >= 0 && p.x <= 300'000 && p.y >= 300'000 && p.y <= 630'000;
}

}  // namespace wijkbeeld::geo
