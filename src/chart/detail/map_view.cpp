// SPDX-License-Identifier: EUPL-1.2
#include "chart/detail/map_view.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "chart/detail/map_cells.hpp"

namespace wijkbeeld::chart::detail {
namespace {

// A stroke of so many pixels, in grid steps.
double stroke(double pixels) {
  return pixels / kGridStep;
}

// The areas of one look that lie in the window, by number.
template <class Wanted>
std::vector<std::size_t> drawn(const Map& map, const std::vector<std::string>& paths,
                               Wanted wanted) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < paths.size(); ++i)
    if (!paths[i].empty() && wanted(map.areas[i])) out.push_back(i);
  return out;
}

void draw_group(Canvas& canvas, const Map& map, const std::vector<std::string>& paths,
                const std::vector<std::size_t>& areas, Attributes look) {
  canvas.body.open("g", look);
  for (const std::size_t i : areas) {
    if (map.areas[i].title.empty()) {
      canvas.body.leaf("path", {{"d", paths[i]}});
    } else {
      canvas.body.open("path", {{"d", paths[i]}});
      canvas.body.text("title", {}, map.areas[i].title).close();
    }
  }
  canvas.body.close();
}

void draw_absent(Canvas& canvas, const Map& map, const std::vector<std::string>& paths) {
  const auto lacking = [&](NoClass reason) {
    return drawn(map, paths,
                 [reason](const MapArea& a) { return !a.class_index && a.reason == reason; });
  };
  if (const auto land = lacking(NoClass::not_applicable); !land.empty())
    draw_group(canvas, map, paths, land, {{"class", "wb-land"}});
  if (const auto withheld = lacking(NoClass::withheld); !withheld.empty())
    draw_group(canvas, map, paths, withheld,
               {{"fill", canvas.paint(Pattern::hatch, 1 / kGridStep)}});
}

// Over the classes, whose white borders would hide the dots.
void draw_not_measured(Canvas& canvas, const Map& map, const std::vector<std::string>& paths) {
  const auto areas = drawn(map, paths, [](const MapArea& a) {
    return !a.class_index && a.reason == NoClass::not_measured;
  });
  if (areas.empty()) return;
  draw_group(canvas, map, paths, areas,
             {{"class", "wb-not-measured"},
              {"stroke-width", stroke(1)},
              {"stroke-dasharray", to_svg(stroke(1.2)) + " " + to_svg(stroke(1.8))}});
}

// Stripes for print use the same paths again, by reference.
void draw_classes(Canvas& canvas, const Map& map, const std::vector<std::string>& paths,
                  const std::string& view_id) {
  for (std::size_t k = 0; k < map.classes.size(); ++k) {
    const std::string css = fill_class(map.palette, k);
    if (const auto pale =
            drawn(map, paths, [k](const MapArea& a) { return a.class_index == k && a.is_unsure; });
        !pale.empty())
      draw_group(canvas, map, paths, pale,
                 {{"class", css + " wb-unsure"},
                  {"stroke-dasharray", to_svg(stroke(1.5)) + " " + to_svg(stroke(1.5))}});
    const auto areas =
        drawn(map, paths, [k](const MapArea& a) { return a.class_index == k && !a.is_unsure; });
    if (areas.empty()) continue;
    const auto pattern = print_pattern(map.palette, k);
    if (!pattern) {
      draw_group(canvas, map, paths, areas, {{"class", css}});
      continue;
    }
    const std::string id = view_id + css.substr(2);
    canvas.body.open("g", {{"class", css}});
    draw_group(canvas, map, paths, areas, {{"id", id}});
    canvas.body.close();
    canvas.body.leaf("use", {{"href", "#" + id},
                             {"class", "wb-print"},
                             {"fill", canvas.paint(*pattern, 1 / kGridStep)}});
  }
}

void draw_water(Canvas& canvas, const Map& map, const View& view) {
  std::string all;
  for (const geo::MultiPolygon& shape : map.water) {
    const std::string path = path_data(shape, view);
    // Every piece starts anew: "m" would move on from the last ring.
    if (!path.empty()) all += "M0 0" + path;
  }
  canvas.body.leaf("path", {{"class", "wb-water"}, {"stroke", "none"}, {"d", all}});
}

void draw_outlines(Canvas& canvas, const Map& map, const View& view) {
  canvas.body.leaf("path", {{"class", "wb-higher"},
                            {"stroke-width", stroke(0.5)},
                            {"d", border_data(map.outlines, view)}});
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
                 "wb-letter " + words_on(map.palette, *area.class_index), kMiddle);
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
                 "wb-letter " + words_on(map.palette, symbol.class_index), kMiddle);
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

void draw_view(Canvas& canvas, const Map& map, const View& view, std::string_view name) {
  std::vector<std::string> paths;
  paths.reserve(map.shapes.size());
  for (const geo::MultiPolygon& shape : map.shapes)
    paths.push_back(path_data(shape, view));

  // An svg inside the svg clips to its window without a clip path.
  canvas.body.open(
      "svg", {{"x", view.left}, {"y", view.top}, {"width", view.width}, {"height", view.height}});
  draw_cells(canvas, map, view);
  canvas.body.open("g", {{"class", "wb-areas"},
                         {"fill-rule", "evenodd"},
                         {"stroke-width", stroke(0.4)},
                         {"transform", "scale(" + to_svg(kGridStep) + ")"}});
  if (!map.water.empty()) draw_water(canvas, map, view);
  draw_absent(canvas, map, paths);
  draw_classes(canvas, map, paths, canvas.id(name));
  draw_not_measured(canvas, map, paths);
  if (!map.outlines.empty()) draw_outlines(canvas, map, view);
  canvas.body.close();
  draw_symbols(canvas, map, view);
  draw_letters(canvas, map, view, paths);
  canvas.body.close();
}

}  // namespace wijkbeeld::chart::detail
