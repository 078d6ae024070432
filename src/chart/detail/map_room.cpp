// SPDX-License-Identifier: EUPL-1.2
// Where a letter fits inside an area.
#include <algorithm>

#include "chart/detail/map_view.hpp"
#include "geo/measure.hpp"

namespace wijkbeeld::chart::detail {
namespace {

struct Span {
  double from = 0;
  double to = 0;
  [[nodiscard]] double width() const { return to - from; }
};

void add_crossings(std::vector<double>& out, const geo::Ring& ring, double y) {
  for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
    const geo::Point a = ring[i];
    const geo::Point b = ring[i + 1];
    if ((a.y > y) == (b.y > y)) continue;
    out.push_back(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
  }
}

// The stretches of a horizontal line inside the shape.
std::vector<Span> inside(const geo::MultiPolygon& shape, double y) {
  std::vector<double> crossings;
  for (const geo::Polygon& part : shape.parts) {
    add_crossings(crossings, part.outer, y);
    for (const geo::Ring& hole : part.holes)
      add_crossings(crossings, hole, y);
  }
  std::sort(crossings.begin(), crossings.end());
  std::vector<Span> out;
  for (std::size_t i = 0; i + 1 < crossings.size(); i += 2)
    out.push_back({crossings[i], crossings[i + 1]});
  return out;
}

std::vector<Span> shared(const std::vector<Span>& a, const std::vector<Span>& b) {
  std::vector<Span> out;
  for (const Span& s : a) {
    for (const Span& t : b) {
      const Span both = {std::max(s.from, t.from), std::min(s.to, t.to)};
      if (both.width() > 0) out.push_back(both);
    }
  }
  return out;
}

}  // namespace

std::optional<geo::Point> room_for(const geo::MultiPolygon& shape, const View& view, double width,
                                   double height) {
  const geo::Bounds around = geo::bounds(shape);
  const double need = width * view.metres_per_pixel;
  const double half = height * view.metres_per_pixel / 2;
  const double low = std::max(around.y_min, view.bounds.y_min) + half;
  const double high = std::min(around.y_max, view.bounds.y_max) - half;
  if (low > high || around.width() < need) return std::nullopt;
  constexpr int kRows = 9;
  std::optional<geo::Point> best;
  double widest = need;
  for (int k = 0; k < kRows; ++k) {
    // From the middle outward: another row must be clearly wider to win.
    const int row = kRows / 2 + (k % 2 == 0 ? k / 2 : -(k + 1) / 2);
    const double y = low + (high - low) * (row + 0.5) / kRows;
    // Three lines through the box stand for the whole of it.
    const std::vector<Span> spans =
        shared(shared(inside(shape, y - half), inside(shape, y)), inside(shape, y + half));
    for (Span s : spans) {
      s = {std::max(s.from, view.bounds.x_min), std::min(s.to, view.bounds.x_max)};
      if (s.width() < widest) continue;
      widest = s.width() * 1.15;
      best = geo::Point{(s.from + s.to) / 2, y};
    }
  }
  return best;
}

}  // namespace wijkbeeld::chart::detail
