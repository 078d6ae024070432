// SPDX-License-Identifier: EUPL-1.2
#include "geo/surface_field.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "base/ensure.hpp"
#include "geo/detail/measured.hpp"

namespace wijkbeeld::geo {
namespace {

using detail::Segment;

constexpr double kTurn = 2 * std::numbers::pi;

void add_edges(const Ring& ring, std::vector<Segment>& edges) {
  for (std::size_t i = 1; i < ring.size(); ++i)
    edges.push_back({ring[i - 1], ring[i]});
}

std::vector<Segment> edges_of(const MultiPolygon& surfaces) {
  std::vector<Segment> edges;
  for (const Polygon& part : surfaces.parts) {
    add_edges(part.outer, edges);
    for (const Ring& hole : part.holes)
      add_edges(hole, edges);
  }
  return edges;
}

double cross(Point a, Point b) {
  return a.x * b.y - a.y * b.x;
}

// Where outlines cross the circle, as angles from its middle.
struct Crossing {
  double angle;
  double sign;  // 1 where an outline enters the disc, -1 where it leaves
};

// A direction well away from all crossings: in the widest gap between them. Not its middle, which
// in drawings that are symmetrical is where an outline touches the circle.
double cut_direction(std::vector<Crossing>& crossings) {
  if (crossings.empty()) return 1;
  std::sort(crossings.begin(), crossings.end(), [](const Crossing& a, const Crossing& b) {
    return std::pair(a.angle, a.sign) < std::pair(b.angle, b.sign);
  });
  double from = crossings.back().angle;
  double widest = crossings.front().angle + kTurn - from;
  for (std::size_t i = 1; i < crossings.size(); ++i) {
    const double gap = crossings[i].angle - crossings[i - 1].angle;
    if (gap <= widest) continue;
    widest = gap;
    from = crossings[i - 1].angle;
  }
  return from + 0.382 * widest;
}

// The sum of a x b of what lies inside the disc of a piece; notes where it crosses the circle.
double add_inside(const Segment& piece, Point p, double radius, std::vector<Crossing>& crossings) {
  const detail::Inside inside = detail::inside_of(piece, p, radius);
  if (!inside.enters && !inside.leaves && inside.from >= inside.to) return 0;
  const Point a{piece.a.x - p.x, piece.a.y - p.y};
  const Point step{piece.b.x - piece.a.x, piece.b.y - piece.a.y};
  const Point from{a.x + inside.from * step.x, a.y + inside.from * step.y};
  const Point to{a.x + inside.to * step.x, a.y + inside.to * step.y};
  if (inside.enters) crossings.push_back({std::atan2(from.y, from.x), 1});
  if (inside.leaves) crossings.push_back({std::atan2(to.y, to.x), -1});
  return cross(from, to);
}

std::vector<MultiPolygon> shapes_of(std::vector<Mended> all) {
  std::vector<MultiPolygon> shapes;
  shapes.reserve(all.size());
  for (Mended& one : all)
    shapes.push_back(std::move(one.shape));
  return shapes;
}

std::size_t invalid_of(const std::vector<Mended>& all) {
  return static_cast<std::size_t>(
      std::count_if(all.begin(), all.end(), [](const Mended& one) { return one.was_invalid; }));
}

}  // namespace

SurfaceField::SurfaceField(std::span<const MultiPolygon> surfaces, base::Workers workers)
    : SurfaceField(geo::mended(surfaces, workers), workers) {}

SurfaceField::SurfaceField(std::vector<Mended> surfaces, base::Workers workers)
    : SurfaceField(geo::united(shapes_of(surfaces), workers), invalid_of(surfaces)) {}

SurfaceField::SurfaceField(const MultiPolygon& united, std::size_t mended)
    : interior_(united.parts), pieces_(edges_of(united)), mended_(mended) {
  const detail::Buckets& squares = pieces_.squares();
  moments_.resize(squares.squares());
  for (std::size_t square = 0; square < moments_.size(); ++square) {
    const Point o = squares.middle(square);
    Moments& sum = moments_[square];
    for (const Segment& piece : pieces_.in(squares.run(square))) {
      sum.cross += cross({piece.a.x - o.x, piece.a.y - o.y}, {piece.b.x - o.x, piece.b.y - o.y});
      sum.step.x += piece.b.x - piece.a.x;
      sum.step.y += piece.b.y - piece.a.y;
    }
  }
}

double SurfaceField::nearest(Point p, double reach) const {
  base::ensure(std::isfinite(reach) && reach >= 0, "a reach is finite and not below zero");
  return covers(p) ? 0 : pieces_.nearest(p, reach);
}

double SurfaceField::covered_area(Point p, double radius) const {
  base::ensure(radius > 0 && std::isfinite(radius), "a disc has a radius above zero");
  const detail::Buckets& squares = pieces_.squares();
  std::vector<Crossing> crossings;
  double twice = 0;
  squares.visit_disc(
      p, radius - pieces_.slack(), radius + pieces_.slack(),
      [&](std::size_t first, std::size_t last) {
        for (std::size_t square = first; square <= last; ++square) {
          const Moments& sum = moments_[square];
          const Point o = squares.middle(square);
          twice += sum.cross + cross({o.x - p.x, o.y - p.y}, sum.step);
        }
      },
      [&](detail::Buckets::Run run) {
        for (const Segment& piece : pieces_.in(run))
          twice += add_inside(piece, p, radius, crossings);
      });
  const double cut = cut_direction(crossings);
  const bool is_covered = covers({p.x + radius * std::cos(cut), p.y + radius * std::sin(cut)});
  double turns = is_covered ? kTurn : 0;
  for (const Crossing& crossing : crossings) {
    const double angle = crossing.angle - cut;
    turns += crossing.sign * (angle < 0 ? angle + kTurn : angle);
  }
  const double disc = std::numbers::pi * radius * radius;
  return std::clamp((twice + radius * radius * turns) / 2, 0.0, disc);
}

double SurfaceField::covered_share(Point p, double radius) const {
  return covered_area(p, radius) / (std::numbers::pi * radius * radius);
}

std::vector<double> nearest_distances(std::span<const Point> at, const SurfaceField& field,
                                      double reach, base::Workers workers) {
  return detail::measured<double>(at, workers, [&](Point p) { return field.nearest(p, reach); });
}

std::vector<double> covered_shares(std::span<const Point> at, const SurfaceField& field,
                                   double radius, base::Workers workers) {
  return detail::measured<double>(at, workers,
                                  [&](Point p) { return field.covered_share(p, radius); });
}

}  // namespace wijkbeeld::geo
