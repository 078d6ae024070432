// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cmath>
#include <iterator>

#include "base/ensure.hpp"
#include "base/number.hpp"
#include "chart/detail/map_legend.hpp"
#include "chart/detail/map_view.hpp"
#include "chart/detail/names.hpp"
#include "chart/map.hpp"
#include "geo/measure.hpp"
#include "geo/simplify.hpp"

namespace wijkbeeld::chart {
namespace {

using namespace detail;

constexpr double kMapGap = 16;
// Detail smaller than this many pixels is left out of the main window.
constexpr double kSimplifyPixels = 0.6;

void check(const Map& map) {
  base::ensure(map.areas.size() == map.shapes.size(), "a map has one area per shape");
  base::ensure(map.classes.size() <= colours(map.palette).size(),
               "every class has a colour in the palette");
  for (const MapArea& area : map.areas)
    base::ensure(!area.class_index || *area.class_index < map.classes.size(),
                 "the class of an area is one of the classes of its map");
  for (const MapCell& cell : map.cells)
    base::ensure(!cell.class_index || *cell.class_index < map.classes.size(),
                 "the class of a cell is one of the classes of its map");
  for (const MapSymbol& symbol : map.symbols)
    base::ensure(symbol.class_index < map.classes.size(),
                 "the class of a symbol is one of the classes of its map");
}

geo::Bounds extent_of(const Map& map) {
  if (!map.extent.is_empty()) return map.extent;
  geo::Bounds all;
  for (const geo::MultiPolygon& shape : map.shapes)
    all.add(geo::bounds(shape));
  for (const MapCell& cell : map.cells)
    all.add(geo::bounds(cell.at));
  for (const MapSymbol& symbol : map.symbols)
    all.add(symbol.at);
  if (all.is_empty()) all = {0, 0, 1000, 1000};
  return all;
}

// Insets have one scale, so that their areas can be compared by eye.
std::vector<View> inset_views(const Map& map, double top, double width) {
  constexpr std::size_t kPerRow = 4;
  constexpr double kHeading = 20;
  const std::size_t columns = std::min(kPerRow, std::max<std::size_t>(1, map.insets.size()));
  const double side = std::min(
      220.0, (width - kMapGap * static_cast<double>(columns - 1)) / static_cast<double>(columns));
  double metres = 1;
  for (const Inset& inset : map.insets)
    metres = std::max({metres, inset.bounds.width() / side, inset.bounds.height() / side});
  std::vector<View> out;
  for (std::size_t i = 0; i < map.insets.size(); ++i) {
    const geo::Bounds& b = map.insets[i].bounds;
    const double x = (b.x_min + b.x_max) / 2;
    const double y = (b.y_min + b.y_max) / 2;
    const double half = side * metres / 2;
    View view{{x - half, y - half, x + half, y + half}, 0, 0, side, side, metres};
    view.left = static_cast<double>(i % columns) * (side + kMapGap);
    view.top = top + kHeading + static_cast<double>(i / columns) * (side + kHeading + kMapGap);
    out.push_back(view);
  }
  return out;
}

// The longest round distance that fits.
double round_metres(double most) {
  const double power = std::pow(10.0, std::floor(std::log10(most)));
  for (const double multiple : {5.0, 2.0})
    if (multiple * power <= most) return multiple * power;
  return power;
}

double draw_scale_bar(Canvas& canvas, const View& view, double x, double y, double most) {
  const double metres = round_metres(most * view.metres_per_pixel);
  const double width = metres / view.metres_per_pixel;
  const std::string words =
      metres >= 1000 ? base::to_text(metres / 1000) + " km" : base::to_text(metres) + " m";
  canvas.body.leaf(
      "path",
      {{"class", "wb-axis"},
       {"d", Path().move(x, y - 4).line(x, y).line(x + width, y).line(x + width, y - 4).str()}});
  canvas.words(x + width + 6, y + 3, words, "wb-q wb-halo");
  return x + width + 6 + text_width(words, kTextSize);
}

void draw_north(Canvas& canvas, const std::string& letter, double x, double y) {
  canvas.body.leaf("path", {{"class", "wb-axis"},
                            {"d", Path()
                                      .move(x, y)
                                      .line(x, y - 16)
                                      .move(x - 4, y - 11)
                                      .line(x, y - 16)
                                      .line(x + 4, y - 11)
                                      .str()}});
  canvas.words(x + 7, y, letter, "wb-q wb-halo");
}

// A name without a free spot is left out, its dot too.
void draw_places(Canvas& canvas, const Map& map, const View& view) {
  NamePlacer placer({view.left, view.top, view.left + view.width, view.top + view.height});
  for (const PlaceName& place : map.places) {
    const double x = view.left + view.x(place.at.x);
    const double y = view.top + view.y(place.at.y);
    const auto spot = placer.place(x, y, 2, place.name);
    if (!spot) continue;
    placer.keep_free({x - 4, y - 4, x + 4, y + 4});
    canvas.body.leaf("circle", {{"class", "wb-place"}, {"cx", x}, {"cy", y}, {"r", 2}});
    canvas.words(spot->x, spot->y, place.name, "wb-halo", spot->anchor);
  }
}

// What the main window draws: shapes plain enough for its scale, areas and their higher outlines
// simplified together so that their lines stay the same lines. Those outside become empty.
struct Drawn {
  std::vector<geo::MultiPolygon> shapes;
  std::vector<geo::MultiPolygon> outlines;
};

Drawn plain_enough(const Map& map, const View& view) {
  std::vector<geo::MultiPolygon> all(map.shapes.begin(), map.shapes.end());
  all.insert(all.end(), map.outlines.begin(), map.outlines.end());
  const geo::Bounds& b = view.bounds;
  for (geo::MultiPolygon& shape : all) {
    const geo::Bounds s = geo::bounds(shape);
    if (s.x_min > b.x_max || s.x_max < b.x_min || s.y_min > b.y_max || s.y_max < b.y_min)
      shape.parts.clear();
  }
  all = geo::simplified_together(all, kSimplifyPixels * view.metres_per_pixel);
  const auto middle = all.begin() + static_cast<std::ptrdiff_t>(map.shapes.size());
  return {{std::make_move_iterator(all.begin()), std::make_move_iterator(middle)},
          {std::make_move_iterator(middle), std::make_move_iterator(all.end())}};
}

double draw_insets(Canvas& canvas, const Map& map, const View& main, double top) {
  if (map.insets.empty()) return top;
  const std::vector<View> views = inset_views(map, top + kMapGap, canvas.width());
  for (std::size_t i = 0; i < views.size(); ++i) {
    const View& view = views[i];
    canvas.words(view.left, view.top - 6,
                 shortened(map.insets[i].name, view.width, kTextSize, Weight::semibold), "wb-b");
    draw_view(canvas, map, view, "inset-" + std::to_string(i + 1));
    canvas.rect(view.left, view.top, view.width, view.height, "wb-frame");
    // Where the inset lies on the map itself.
    const double x = main.left + main.x(view.bounds.x_min);
    const double y = main.top + main.y(view.bounds.y_max);
    const double side = view.width * view.metres_per_pixel / main.metres_per_pixel;
    canvas.rect(x, y, side, side, "wb-inset");
  }
  const double bottom = views.back().top + views.back().height;
  draw_scale_bar(canvas, views.front(), 1, bottom + 14, views.front().width * 0.6);
  return bottom + 22;
}

}  // namespace

Drawing class_map(const Map& map) {
  check(map);
  Canvas canvas(map.frame);
  const bool is_beside = canvas.width() >= 560;
  const double legend = is_beside ? legend_width(map, canvas.width()) : canvas.width();
  const double width = is_beside ? canvas.width() - legend - 1.5 * kMapGap : canvas.width();
  const View view = fitted_view(extent_of(map), 0, 0, width, width * 1.25);
  const Drawn drawn = plain_enough(map, view);
  Map plain = map;
  plain.shapes = drawn.shapes;
  plain.outlines = drawn.outlines;
  draw_view(canvas, plain, view, "view");
  draw_places(canvas, map, view);
  const double foot = view.height + 16;
  const double end = draw_scale_bar(canvas, view, 1, foot, std::min(120.0, width * 0.3));
  draw_north(canvas, map.north, end + 24, foot + 3);
  const double below = foot + 8;
  const double legend_end =
      is_beside ? draw_legend_beside(canvas, map, canvas.width() - legend, 4, legend)
                : draw_legend_below(canvas, map, below + 8);
  const double bottom = draw_insets(canvas, map, view, std::max(below, legend_end));
  return canvas.finish(bottom + 2);
}

}  // namespace wijkbeeld::chart
