// SPDX-License-Identifier: EUPL-1.2
#include "source/example_crossings.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace wijkbeeld::source {
namespace {

double cross(geo::Point o, geo::Point a, geo::Point b) {
  return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
}

bool is_on(geo::Point p, geo::Point a, geo::Point b) {
  return cross(a, b, p) == 0 && p.x >= std::min(a.x, b.x) && p.x <= std::max(a.x, b.x) &&
         p.y >= std::min(a.y, b.y) && p.y <= std::max(a.y, b.y);
}

struct Segment {
  geo::Point a;
  geo::Point b;
  std::size_t border;
};

bool is_sign_change(double a, double b) {
  return (a > 0 && b < 0) || (a < 0 && b > 0);
}

// True when two segments have more in common than one shared end.
bool is_clash(const Segment& s, const Segment& t) {
  const bool aa = s.a == t.a;
  const bool ab = s.a == t.b;
  const bool ba = s.b == t.a;
  const bool bb = s.b == t.b;
  const int shared = aa + ab + ba + bb;
  if (shared > 1) return true;
  if (shared == 1) {
    const geo::Point s_other = aa || ab ? s.b : s.a;
    const geo::Point t_other = aa || ba ? t.b : t.a;
    return is_on(s_other, t.a, t.b) || is_on(t_other, s.a, s.b);
  }
  if (is_on(s.a, t.a, t.b) || is_on(s.b, t.a, t.b) || is_on(t.a, s.a, s.b) || is_on(t.b, s.a, s.b))
    return true;
  return is_sign_change(cross(t.a, t.b, s.a), cross(t.a, t.b, s.b)) &&
         is_sign_change(cross(s.a, s.b, t.a), cross(s.a, s.b, t.b));
}

std::vector<Segment> segments_of(const std::vector<Border>& borders) {
  std::vector<Segment> segments;
  for (std::size_t i = 0; i < borders.size(); ++i)
    for (std::size_t k = 1; k < borders[i].points.size(); ++k)
      segments.push_back({borders[i].points[k - 1], borders[i].points[k], i});
  return segments;
}

// Segments per square of 250 m they may touch.
std::map<std::pair<long, long>, std::vector<std::size_t>> squares_of(
    const std::vector<Segment>& segments) {
  std::vector<std::pair<std::pair<long, long>, std::size_t>> entries;
  std::map<std::pair<long, long>, std::vector<std::size_t>> squares;
  const auto square = [](double v) { return static_cast<long>(std::floor(v / 250)); };
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const Segment& s = segments[i];
    for (long x = square(std::min(s.a.x, s.b.x)); x <= square(std::max(s.a.x, s.b.x)); ++x)
      for (long y = square(std::min(s.a.y, s.b.y)); y <= square(std::max(s.a.y, s.b.y)); ++y)
        squares[{x, y}].push_back(i);
  }
  return squares;
}

}  // namespace

std::vector<std::pair<std::size_t, std::size_t>> crossings_of(const std::vector<Border>& borders) {
  const std::vector<Segment> segments = segments_of(borders);
  std::vector<std::pair<std::size_t, std::size_t>> found;
  for (std::size_t i = 0; i < borders.size(); ++i)
    if (borders[i].points.size() <
        (borders[i].points.front() == borders[i].points.back() ? 4U : 2U))
      found.emplace_back(i, i);
  for (const auto& [square, members] : squares_of(segments))
    for (std::size_t i = 0; i < members.size(); ++i)
      for (std::size_t k = i + 1; k < members.size(); ++k)
        if (is_clash(segments[members[i]], segments[members[k]]))
          found.emplace_back(segments[members[i]].border, segments[members[k]].border);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace wijkbeeld::source
