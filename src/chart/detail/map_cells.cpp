// SPDX-License-Identifier: EUPL-1.2
#include "chart/detail/map_cells.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <vector>

namespace wijkbeeld::chart::detail {
namespace {

// How a square looks: first the reasons for absence, then per class sure and unsure.
constexpr int kReasons = 3;

int look_of_cell(const MapCell& cell) {
  if (!cell.class_index) return static_cast<int>(cell.reason);
  return kReasons + 2 * static_cast<int>(*cell.class_index) + (cell.is_unsure ? 1 : 0);
}

int block_of(int position, int side) {
  return position >= 0 ? position / side : -((side - 1 - position) / side);
}

struct Square {
  int row = 0;
  int column = 0;
  int look = 0;
};

// Cells by square, row by row, each square with the look of most of its cells.
std::vector<Square> squares_of(const Map& map, const View& view, int side) {
  std::vector<Square> all;
  for (const MapCell& cell : map.cells) {
    const geo::Bounds b = geo::bounds(cell.at);
    if (b.x_min > view.bounds.x_max || b.x_max < view.bounds.x_min || b.y_min > view.bounds.y_max ||
        b.y_max < view.bounds.y_min)
      continue;
    all.push_back(
        {block_of(cell.at.row, side), block_of(cell.at.column, side), look_of_cell(cell)});
  }
  std::sort(all.begin(), all.end(), [](const Square& a, const Square& b) {
    return std::tie(b.row, a.column, a.look) < std::tie(a.row, b.column, b.look);
  });
  std::vector<Square> out;
  std::size_t most = 0;
  for (std::size_t i = 0; i < all.size();) {
    std::size_t end = i;
    while (end < all.size() && all[end].row == all[i].row && all[end].column == all[i].column &&
           all[end].look == all[i].look)
      ++end;
    const bool is_new =
        out.empty() || out.back().row != all[i].row || out.back().column != all[i].column;
    if (is_new) out.push_back(all[i]);
    if (is_new || end - i > most) {
      out.back().look = all[i].look;
      most = end - i;
    }
    i = end;
  }
  return out;
}

// Strokes one square high, with moves counted from the end of the last.
class Strokes {
 public:
  void add(int column, int row, int length) {
    const auto number = [](int value) { return std::to_string(value); };
    // Rows are drawn through their middle.
    if (path_.empty())
      path_ = "M" + number(column) + " " + number(row) + ".5h" + number(length);
    else
      path_ += "m" + number(column - x_) + " " + number(row - y_) + "h" + number(length);
    x_ = column + length;
    y_ = row;
  }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
  int x_ = 0;
  int y_ = 0;
};

std::map<int, Strokes> strokes_of(const std::vector<Square>& squares, int left, int top) {
  std::map<int, Strokes> out;
  for (std::size_t i = 0; i < squares.size();) {
    std::size_t end = i + 1;
    while (end < squares.size() && squares[end].row == squares[i].row &&
           squares[end].look == squares[i].look &&
           squares[end].column == squares[end - 1].column + 1)
      ++end;
    out[squares[i].look].add(squares[i].column - left, top - squares[i].row,
                             static_cast<int>(end - i));
    i = end;
  }
  return out;
}

std::string colour_of_look(Canvas& canvas, const Map& map, int look, double scale) {
  if (look == static_cast<int>(NoClass::withheld)) return canvas.paint(Pattern::hatch, 1 / scale);
  if (look < kReasons) return std::string(kLand);
  return std::string(colours(map.palette)[static_cast<std::size_t>((look - kReasons) / 2)]);
}

}  // namespace

void draw_cells(Canvas& canvas, const Map& map, const View& view) {
  if (map.cells.empty()) return;
  const int side = std::max(1, static_cast<int>(std::ceil(view.metres_per_pixel / geo::kCellSide)));
  const double metres = side * geo::kCellSide;
  const int left = block_of(static_cast<int>(std::floor(view.bounds.x_min / geo::kCellSide)), side);
  const int top = block_of(static_cast<int>(std::floor(view.bounds.y_max / geo::kCellSide)), side);
  const double scale = metres / view.metres_per_pixel;
  const std::string x = to_svg(view.x(left * metres));
  const std::string y = to_svg(view.y((top + 1) * metres));
  canvas.body.open("g", {{"fill", "none"},
                         {"shape-rendering", "crispEdges"},
                         {"transform", "translate(" + x + " " + y + ") scale(" +
                                           fmt::format("{:.5f}", scale) + ")"}});
  for (const auto& [look, strokes] : strokes_of(squares_of(map, view, side), left, top)) {
    const bool is_unsure = look >= kReasons && (look - kReasons) % 2 == 1;
    canvas.body.leaf("path", {{"stroke", colour_of_look(canvas, map, look, scale)},
                              {"stroke-opacity", is_unsure ? ".4" : ""},
                              {"d", strokes.path()}});
  }
  canvas.body.close();
}

}  // namespace wijkbeeld::chart::detail
