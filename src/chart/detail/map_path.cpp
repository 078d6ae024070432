// SPDX-License-Identifier: EUPL-1.2
// Shapes to compact path data in whole grid steps.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <compare>
#include <cstdint>
#include <set>
#include <utility>

#include "chart/detail/map_view.hpp"
#include "geo/measure.hpp"

namespace wijkbeeld::chart::detail {
namespace {

struct Step {
  std::int32_t x = 0;
  std::int32_t y = 0;
  auto operator<=>(const Step&) const = default;
};

// Cuts a ring at one side of a rectangle (Sutherland and Hodgman, 1974). `inside` is positive
// for points to keep.
template <class Inside>
geo::Ring cut(const geo::Ring& ring, Inside inside) {
  geo::Ring out;
  for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
    const geo::Point a = ring[i];
    const geo::Point b = ring[i + 1];
    const double da = inside(a);
    const double db = inside(b);
    if (da >= 0) out.push_back(a);
    if ((da >= 0) != (db >= 0)) {
      const double t = da / (da - db);
      out.push_back({a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)});
    }
  }
  if (!out.empty()) out.push_back(out.front());
  return out;
}

geo::Ring cut(geo::Ring ring, const geo::Bounds& box) {
  ring = cut(ring, [&](geo::Point p) { return p.x - box.x_min; });
  ring = cut(ring, [&](geo::Point p) { return box.x_max - p.x; });
  ring = cut(ring, [&](geo::Point p) { return p.y - box.y_min; });
  return cut(ring, [&](geo::Point p) { return box.y_max - p.y; });
}

bool is_straight(Step a, Step b, Step c) {
  const auto dx1 = static_cast<std::int64_t>(b.x) - a.x;
  const auto dy1 = static_cast<std::int64_t>(b.y) - a.y;
  const auto dx2 = static_cast<std::int64_t>(c.x) - b.x;
  const auto dy2 = static_cast<std::int64_t>(c.y) - b.y;
  return dx1 * dy2 == dx2 * dy1;
}

// On the grid, without repeated points and points on a straight line.
std::vector<Step> stepped(const geo::Ring& ring, const View& view) {
  std::vector<Step> out;
  for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
    const Step s = {static_cast<std::int32_t>(std::lround(view.x(ring[i].x) / kGridStep)),
                    static_cast<std::int32_t>(std::lround(view.y(ring[i].y) / kGridStep))};
    if (!out.empty() && out.back() == s) continue;
    while (out.size() >= 2 && is_straight(out[out.size() - 2], out.back(), s))
      out.pop_back();
    if (out.empty() || !(out.back() == s)) out.push_back(s);
  }
  while (out.size() > 1 && out.front() == out.back())
    out.pop_back();
  return out;
}

void append(std::string& out, std::int32_t value, bool is_first) {
  if (!is_first && value >= 0) out.push_back(' ');
  char digits[16];
  const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  out.append(digits, end);
}

// Relative commands: "m" moves from the start of the ring before, pairs behind it are lines.
void append_ring(std::string& out, const std::vector<Step>& ring, Step& from) {
  out.push_back('m');
  Step at = from;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    append(out, ring[i].x - at.x, i == 0);
    append(out, ring[i].y - at.y, false);
    at = ring[i];
  }
  out.push_back('z');
  from = ring.front();
}

bool holds(const geo::Bounds& a, const geo::Bounds& b) {
  return a.x_min <= b.x_min && b.x_max <= a.x_max && a.y_min <= b.y_min && b.y_max <= a.y_max;
}

// A box a little larger than the window, so that the border of a cut cannot be seen.
geo::Bounds cutting_box(const View& view) {
  const double edge = 4 * view.metres_per_pixel;
  return {view.bounds.x_min - edge, view.bounds.y_min - edge, view.bounds.x_max + edge,
          view.bounds.y_max + edge};
}

// The rings of a shape on the grid, cut to the window; rings too small to be one are left out.
std::vector<std::vector<Step>> stepped(const geo::MultiPolygon& shape, const View& view) {
  const geo::Bounds box = cutting_box(view);
  const geo::Bounds around = geo::bounds(shape);
  std::vector<std::vector<Step>> out;
  if (!around.meets(box)) return out;
  const bool is_whole = holds(box, around);
  const auto add = [&](const geo::Ring& ring) {
    std::vector<Step> steps = stepped(is_whole ? ring : cut(ring, box), view);
    if (steps.size() >= 3) out.push_back(std::move(steps));
  };
  for (const geo::Polygon& part : shape.parts) {
    add(part.outer);
    for (const geo::Ring& hole : part.holes)
      add(hole);
  }
  if (!out.empty() || !is_whole) return out;
  // Too small for the grid: one step wide and high, so that nothing disappears.
  const Step s = {static_cast<std::int32_t>(std::lround(view.x(around.x_min) / kGridStep)),
                  static_cast<std::int32_t>(std::lround(view.y(around.y_max) / kGridStep))};
  return {{s, {s.x + 1, s.y}, {s.x + 1, s.y + 1}, {s.x, s.y + 1}}};
}

using Edge = std::pair<Step, Step>;

Edge edge(Step a, Step b) {
  return a < b ? Edge{a, b} : Edge{b, a};
}

}  // namespace

std::string path_data(const geo::MultiPolygon& shape, const View& view) {
  std::string out;
  Step from;
  for (const std::vector<Step>& ring : stepped(shape, view))
    append_ring(out, ring, from);
  return out;
}

std::string border_data(std::span<const geo::MultiPolygon> shapes, const View& view) {
  std::set<Edge> seen;
  std::string out;
  Step pen;
  for (const geo::MultiPolygon& shape : shapes) {
    for (const std::vector<Step>& ring : stepped(shape, view)) {
      bool is_down = false;
      for (std::size_t i = 0; i < ring.size(); ++i) {
        const Step a = ring[i];
        const Step b = ring[(i + 1) % ring.size()];
        if (!seen.insert(edge(a, b)).second) {
          is_down = false;
          continue;
        }
        if (!is_down) {
          out.push_back('m');
          append(out, a.x - pen.x, true);
          append(out, a.y - pen.y, false);
        }
        append(out, b.x - a.x, false);
        append(out, b.y - a.y, false);
        is_down = true;
        pen = b;
      }
    }
  }
  return out;
}

}  // namespace wijkbeeld::chart::detail
