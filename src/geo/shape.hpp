// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

namespace wijkbeeld::geo {

/// A place in RD New (EPSG:28992), metres east and north.
struct Point {
  double x = 0;
  double y = 0;
  bool operator==(const Point&) const = default;
};

/// A closed line: the last point equals the first. Fewer than four points is no ring.
using Ring = std::vector<Point>;
/// An open line.
using Line = std::vector<Point>;

/// A surface: one outer ring and any number of holes.
struct Polygon {
  Ring outer;
  std::vector<Ring> holes = {};
  bool operator==(const Polygon&) const = default;
};

/// Any number of surfaces that together are one thing, such as an area with islands.
struct MultiPolygon {
  std::vector<Polygon> parts;
  bool operator==(const MultiPolygon&) const = default;
};

/// An upright rectangle. A default one is empty and grows by `add`.
struct Bounds {
  double x_min = 1;
  double y_min = 1;
  double x_max = -1;
  double y_max = -1;
  [[nodiscard]] bool is_empty() const { return x_max < x_min; }
  [[nodiscard]] double width() const { return is_empty() ? 0 : x_max - x_min; }
  [[nodiscard]] double height() const { return is_empty() ? 0 : y_max - y_min; }
  void add(Point p);
  void add(const Bounds& other);
  /// Whether they share a point, an edge included. An empty one meets nothing.
  [[nodiscard]] bool meets(const Bounds& other) const;
  bool operator==(const Bounds&) const = default;
};

}  // namespace wijkbeeld::geo
