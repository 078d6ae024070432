// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "chart/detail/canvas.hpp"
#include "chart/map.hpp"
#include "geo/shape.hpp"

namespace wijkbeeld::chart::detail {

/// The side of the drawing grid in pixels: points of a map are whole steps of it, which keeps
/// files small and shared borders shared.
inline constexpr double kGridStep = 0.4;

/// A window on the land: where it stands on the canvas and how metres become pixels.
struct View {
  geo::Bounds bounds;
  double left = 0;
  double top = 0;
  double width = 0;
  double height = 0;
  double metres_per_pixel = 1;
  /// Pixels from the left and top of the window.
  [[nodiscard]] double x(double east) const { return (east - bounds.x_min) / metres_per_pixel; }
  [[nodiscard]] double y(double north) const { return (bounds.y_max - north) / metres_per_pixel; }
};

/// A window of this width and at most this height that holds the bounds, as large as possible.
View fitted_view(const geo::Bounds& bounds, double left, double top, double width,
                 double most_height);

/// The rings as path data in grid steps of the window, relative commands; what lies far outside
/// is cut off. Empty when the shape does not touch the window; a shape too small for the grid
/// becomes one step wide and high, so that nothing disappears.
std::string path_data(const geo::MultiPolygon& shape, const View& view);

/// The middle of a box of this size in pixels that lies inside the shape and the window.
std::optional<geo::Point> room_for(const geo::MultiPolygon& shape, const View& view, double width,
                                   double height);

/// The outlines of shapes as lines, the ones neighbours share drawn once.
std::string border_data(std::span<const geo::MultiPolygon> shapes, const View& view);

/// Everything inside the window: areas, borders, symbols, letters. Clipped to the window. The
/// name tells the ids of one window from those of another.
void draw_view(Canvas& canvas, const Map& map, const View& view, std::string_view name);

/// The radius of a symbol in pixels.
double symbol_radius(const Map& map, double size);

}  // namespace wijkbeeld::chart::detail
