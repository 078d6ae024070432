// SPDX-License-Identifier: EUPL-1.2
#include "chart/detail/map_view.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace wijkbeeld::chart::detail {
namespace {

// A stroke of so many pixels, in grid steps.
double stroke(double pixels) {
  return pixels / kGridStep;
}

// Areas of one look as a group; nothing when there are none in the window.
template <class Wanted>
void draw_group(Canvas& canvas, const Map& map, const std::vector<std::string>& paths,
                Attributes look, Wanted wanted) {
  bool is_open = false;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    if (paths[i].empty() || !wanted(map.areas[i])) continue;
    if (!is_open) canvas.body.open("g", look);
    is_open = true;
    if (map.areas[i].title.empty()) {
      canvas.body.leaf("path", {{"d", paths[i]}});
    } else {
      canvas.body.open("path", {{"d", paths[i]}});
      canvas.body.text("title", {}, map.areas[i].title).close();
    }
  }
  if (is_open) canvas.body.close();
}

void draw_absent(Canvas& canvas, const Map& map, const std::vector<std::string>& paths) {
  const auto lacks = [](NoClass reason) {
    return [reason](const MapArea& a) { return !a.class_index && a.reason == reason; };
  };
  draw_group(canvas, map, paths, {{"class", "wb-land"}}, lacks(NoClass::not_applicable));
  draw_group(canvas, map, paths, {{"fill", canvas.hatch_at(1 / kGridStep)}},
             lacks(NoClass::withheld));
}

// Over the classes, whose white borders would hide the dots.
void draw_not_measured(Canvas& canvas, const Map& map, const std::vector<std::string>& paths) {
  draw_group(canvas, map, paths,
             {{"class", "wb-not-measured"},
              {"stroke-width", stroke(0.8)},
              {"stroke-dasharray", to_svg(stroke(1.2)) + " " + to_svg(stroke(1.8))}},
             [](const MapArea& a) { return !a.class_index && a.reason == NoClass::not_measured; });
}

void draw_classes(Canvas& canvas, const Map& map, const std::vector<std::string>& paths) {
  for (std::size_t k = 0; k < map.classes.size(); ++k) {
    const auto of_class = [k](const MapArea& a) { return a.class_index == k; };
    draw_group(canvas, map, paths, {{"class", fill_class(map.palette, k)}}, of_class);
    if (map.palette != Palette::development || k >= 3) continue;
    draw_group(canvas, map, paths,
               {{"class", "wb-print"}, {"fill", canvas.decline_at(1 / kGridStep)}}, of_class);
  }
}

void draw_borders(Canvas& canvas, std::span<const geo::MultiPolygon> shapes, const View& view,
                  std::string_view css, double width) {
  std::string all;
  for (const geo::MultiPolygon& shape : shapes) {
    const std::string path = path_data(shape, view);
    // Every piece starts anew: "m" would move on from the last ring.
    if (!path.empty()) all += "M0 0" + path;
  }
  canvas.body.leaf("path", {{"class", css}, {"stroke-width", stroke(width)}, {"d", all}});
}

void draw_letters(Canvas& canvas, const Map& map, const View& view,
                  const std::vector<std::string>& paths) {
  for (std::size_t i = 0; i < paths.size(); ++i) {
    const MapArea& area = map.areas[i];
    if (paths[i].empty() || area.letter.empty() || !area.class_index) continue;
    const double width = text_width(area.letter, 10, Weight::semibold) + 3;
    const auto at = room_for(map.shapes[i], view, width, 10);
    if (!at) continue;
    canvas.words(view.x(at->x), view.y(at->y) + 3.6, area.letter,
                 "wb-letter " + std::string(on_fill(colours(map.palette)[*area.class_index])),
                 kMiddle);
  }
}

void draw_symbol(Canvas& canvas, const Map& map, const MapSymbol& symbol, double x, double y) {
  const double r = symbol_radius(map, symbol.size);
  canvas.body.open("circle", {{"class", "wb-symbol " + fill_class(map.palette, symbol.class_index)},
                              {"cx", x},
                              {"cy", y},
                              {"r", r}});
  if (!symbol.title.empty()) canvas.body.text("title", {}, symbol.title);
  canvas.body.close();
  if (r >= 5.5)
    canvas.words(x, y + 3.6, symbol.letter,
                 "wb-letter " + std::string(on_fill(colours(map.palette)[symbol.class_index])),
                 kMiddle);
}

// Large ones first, so that small ones lie on top.
void draw_symbols(Canvas& canvas, const Map& map, const View& view) {
  std::vector<std::size_t> order(map.symbols.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return map.symbols[a].size > map.symbols[b].size;
  });
  for (const std::size_t i : order) {
    const double x = view.x(map.symbols[i].at.x);
    const double y = view.y(map.symbols[i].at.y);
    if (x >= 0 && x <= view.width && y >= 0 && y <= view.height)
      draw_symbol(canvas, map, map.symbols[i], x, y);
  }
}

}  // namespace

View fitted_view(const geo::Bounds& bounds, double left, double top, double width,
                 double most_height) {
  View view{bounds, left, top, width, most_height, 1};
  view.metres_per_pixel = std::max({bounds.width() / width, bounds.height() / most_height, 1e-3});
  view.height = std::min(most_height, std::max(1.0, bounds.height() / view.metres_per_pixel));
  // What is left over goes to both sides.
  const double spare_x = width * view.metres_per_pixel - bounds.width();
  const double spare_y = view.height * view.metres_per_pixel - bounds.height();
  view.bounds = {bounds.x_min - spare_x / 2, bounds.y_min - spare_y / 2, bounds.x_max + spare_x / 2,
                 bounds.y_max + spare_y / 2};
  return view;
}

double symbol_radius(const Map& map, double size) {
  double unit = map.symbol_radius;
  if (unit <= 0) {
    double largest = 0;
    for (const MapSymbol& s : map.symbols)
      largest = std::max(largest, s.size);
    unit = largest > 0 ? 14 / std::sqrt(largest) : 0;
  }
  return std::max(1.5, unit * std::sqrt(std::max(0.0, size)));
}

void draw_view(Canvas& canvas, const Map& map, const View& view) {
  std::vector<std::string> paths;
  paths.reserve(map.shapes.size());
  for (const geo::MultiPolygon& shape : map.shapes)
    paths.push_back(path_data(shape, view));

  // An svg inside the svg clips to its window without a clip path.
  canvas.body.open(
      "svg", {{"x", view.left}, {"y", view.top}, {"width", view.width}, {"height", view.height}});
  canvas.body.open("g", {{"class", "wb-areas"},
                         {"fill-rule", "evenodd"},
                         {"stroke-width", stroke(0.4)},
                         {"transform", "scale(" + to_svg(kGridStep) + ")"}});
  if (!map.water.empty()) draw_borders(canvas, map.water, view, "wb-water", 0);
  draw_absent(canvas, map, paths);
  draw_classes(canvas, map, paths);
  draw_not_measured(canvas, map, paths);
  if (!map.outlines.empty()) draw_borders(canvas, map.outlines, view, "wb-higher", 0.5);
  canvas.body.close();
  draw_symbols(canvas, map, view);
  draw_letters(canvas, map, view, paths);
  canvas.body.close();
}

}  // namespace wijkbeeld::chart::detail
