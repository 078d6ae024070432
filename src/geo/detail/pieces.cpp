// SPDX-License-Identifier: EUPL-1.2
#include "geo/detail/pieces.hpp"

#include <algorithm>
#include <cmath>

#include "base/ensure.hpp"

namespace wijkbeeld::geo::detail {
namespace {

// Metres. Squares narrower than this would cut ordinary segments to crumbs.
constexpr double kLeastSide = 50;
constexpr double kMostSide = 1000;

Point between(const Segment& s, double share) {
  return {s.a.x + share * (s.b.x - s.a.x), s.a.y + share * (s.b.y - s.a.y)};
}

Point middle(const Segment& s) {
  return between(s, 0.5);
}

// How long a piece may be: as wide as the squares that the segments themselves would ask for.
double longest_piece(std::span<const Segment> segments) {
  Bounds box;
  double sum = 0;
  for (const Segment& s : segments) {
    box.add(s.a);
    box.add(s.b);
    sum += length(s);
  }
  const auto count = static_cast<double>(segments.size());
  const double by_space = std::sqrt(2 * box.width() * box.height() / count);
  return std::clamp(std::max(by_space, sum / count), kLeastSide, kMostSide);
}

// Neighbouring pieces share their ends to the last bit.
void cut(const Segment& s, double longest, std::vector<Segment>& pieces) {
  const double wanted = std::max(1.0, std::ceil(length(s) / longest));
  base::ensure(wanted < 1e7, "a segment is no longer than a country");
  Point from = s.a;
  for (double i = 1; i <= wanted; ++i) {
    const Point to = i == wanted ? s.b : between(s, i / wanted);
    pieces.push_back({from, to});
    from = to;
  }
}

}  // namespace

double length(const Segment& s) {
  return std::hypot(s.b.x - s.a.x, s.b.y - s.a.y);
}

double squared_distance(Point p, const Segment& s) {
  const double dx = s.b.x - s.a.x;
  const double dy = s.b.y - s.a.y;
  const double squared = dx * dx + dy * dy;
  const double along = (p.x - s.a.x) * dx + (p.y - s.a.y) * dy;
  const double share = squared > 0 ? std::clamp(along / squared, 0.0, 1.0) : 0;
  const double x = s.a.x + share * dx - p.x;
  const double y = s.a.y + share * dy - p.y;
  return x * x + y * y;
}

// |a + t d| = r, seen from the centre: t = (-m +- sqrt(m^2 - dd k)) / dd with m = a.d and
// k = |a|^2 - r^2.
Inside inside_of(const Segment& s, Point centre, double radius) {
  const double ax = s.a.x - centre.x;
  const double ay = s.a.y - centre.y;
  const double bx = s.b.x - centre.x;
  const double by = s.b.y - centre.y;
  const double limit = radius * radius;
  const double k = ax * ax + ay * ay - limit;
  const bool has_a = k <= 0;
  const bool has_b = bx * bx + by * by - limit <= 0;
  if (has_a && has_b) return {0, 1, false, false};
  const double dx = bx - ax;
  const double dy = by - ay;
  const double dd = dx * dx + dy * dy;
  const double m = ax * dx + ay * dy;
  const double root = m * m - dd * k;
  if (!has_a && !has_b && (root <= 0 || m >= 0 || -m >= dd)) return {};
  const double half = std::sqrt(std::max(0.0, root));
  const double from = has_a ? 0 : std::clamp((-m - half) / dd, 0.0, 1.0);
  const double to = has_b ? 1 : std::clamp((-m + half) / dd, 0.0, 1.0);
  return {from, std::max(from, to), !has_a, !has_b};
}

Pieces::Pieces(std::span<const Segment> segments) {
  if (segments.empty()) return;
  const double longest = longest_piece(segments);
  std::vector<Segment> pieces;
  pieces.reserve(segments.size());
  for (const Segment& s : segments)
    cut(s, longest, pieces);
  std::vector<Point> middles;
  middles.reserve(pieces.size());
  for (const Segment& piece : pieces) {
    middles.push_back(middle(piece));
    slack_ = std::max(slack_, length(piece) / 2);
  }
  squares_ = Buckets(middles, longest, kMostSide);
  pieces_.reserve(pieces.size());
  for (const std::uint32_t i : squares_.take_order())
    pieces_.push_back(pieces[i]);
}

double Pieces::nearest(Point p, double reach) const {
  double best = reach;
  double best_squared = reach * reach;
  squares_.visit_rings(p, slack_, best, [&](Buckets::Run run) {
    for (const Segment& piece : in(run)) {
      const double squared = squared_distance(p, piece);
      if (squared >= best_squared) continue;
      best_squared = squared;
      best = std::sqrt(squared);
    }
  });
  return best;
}

}  // namespace wijkbeeld::geo::detail
