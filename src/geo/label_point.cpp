// SPDX-License-Identifier: EUPL-1.2
#include "geo/label_point.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <queue>
#include <tuple>

#include "geo/contains.hpp"
#include "geo/measure.hpp"

namespace wijkbeeld::geo {
namespace {

// Along the middle of a canal every point is as good as the next: at some time it is enough.
constexpr int kEnough = 10'000;

double squared_distance(Point p, Point a, Point b) {
  const double dx = b.x - a.x;
  const double dy = b.y - a.y;
  const double length = dx * dx + dy * dy;
  const double along =
      length > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0.0, 1.0) : 0;
  const double ex = p.x - (a.x + along * dx);
  const double ey = p.y - (a.y + along * dy);
  return ex * ex + ey * ey;
}

double squared_distance(Point p, const Ring& ring) {
  double nearest = std::numeric_limits<double>::infinity();
  for (std::size_t i = 1; i < ring.size(); ++i)
    nearest = std::min(nearest, squared_distance(p, ring[i - 1], ring[i]));
  return nearest;
}

// Metres to the border: above zero inside, below zero outside.
double depth(const MultiPolygon& shape, Point p) {
  double nearest = std::numeric_limits<double>::infinity();
  for (const Polygon& part : shape.parts) {
    nearest = std::min(nearest, squared_distance(p, part.outer));
    for (const Ring& hole : part.holes)
      nearest = std::min(nearest, squared_distance(p, hole));
  }
  return contains(shape, p) ? std::sqrt(nearest) : -std::sqrt(nearest);
}

// A square of the search, and the most that a point in it can be away from the border.
struct Square {
  Point centre;
  double half = 0;
  double depth = 0;
  [[nodiscard]] double promise() const { return depth + half * std::numbers::sqrt2; }
  // Equal promises go by place, so that the answer never depends on the order of the queue.
  bool operator<(const Square& other) const {
    return std::tuple(promise(), -centre.x, -centre.y) <
           std::tuple(other.promise(), -other.centre.x, -other.centre.y);
  }
};

Square square_at(const MultiPolygon& shape, Point centre, double half) {
  return {centre, half, depth(shape, centre)};
}

// Squares of the shorter side over the whole of the bounds.
std::priority_queue<Square> first_squares(const MultiPolygon& shape, const Bounds& box) {
  constexpr double kMost = 64;  // along a very long thin shape
  const double side =
      std::max(std::min(box.width(), box.height()), std::max(box.width(), box.height()) / kMost);
  std::priority_queue<Square> queue;
  for (double x = box.x_min; x < box.x_max; x += side)
    for (double y = box.y_min; y < box.y_max; y += side)
      queue.push(square_at(shape, {x + side / 2, y + side / 2}, side / 2));
  return queue;
}

}  // namespace

std::optional<Point> label_point(const MultiPolygon& shape, double precision_m) {
  const auto balance = centroid(shape);
  if (!balance) return std::nullopt;
  const Bounds box = bounds(shape);
  const double precision =
      precision_m > 0 ? precision_m : std::min(box.width(), box.height()) / 100;
  std::priority_queue<Square> queue = first_squares(shape, box);
  Square best = square_at(shape, *balance, 0);
  for (int tried = 0; !queue.empty() && (tried < kEnough || best.depth <= 0); ++tried) {
    const Square square = queue.top();
    queue.pop();
    if (square.depth > best.depth) best = square;
    if (best.depth > 0 && square.promise() - best.depth <= precision) break;
    const double half = square.half / 2;
    for (const double dx : {-half, half})
      for (const double dy : {-half, half})
        queue.push(square_at(shape, {square.centre.x + dx, square.centre.y + dy}, half));
  }
  return best.centre;
}

}  // namespace wijkbeeld::geo
