// SPDX-License-Identifier: EUPL-1.2
#include "geo/line_field.hpp"

#include <cmath>

#include "base/ensure.hpp"
#include "geo/detail/measured.hpp"

namespace wijkbeeld::geo {
namespace {

std::vector<detail::Segment> segments_of(std::span<const Line> lines) {
  std::vector<detail::Segment> segments;
  for (const Line& line : lines) {
    if (line.size() == 1) segments.push_back({line[0], line[0]});
    for (std::size_t i = 1; i < line.size(); ++i)
      segments.push_back({line[i - 1], line[i]});
  }
  return segments;
}

}  // namespace

LineField::LineField(std::span<const Line> lines) : pieces_(segments_of(lines)) {
  const detail::Buckets& squares = pieces_.squares();
  lengths_.resize(squares.squares());
  for (std::size_t square = 0; square < lengths_.size(); ++square)
    for (const detail::Segment& piece : pieces_.in(squares.run(square)))
      lengths_[square] += detail::length(piece);
}

double LineField::nearest(Point p, double reach) const {
  base::ensure(std::isfinite(reach) && reach >= 0, "a reach is finite and not below zero");
  return pieces_.nearest(p, reach);
}

double LineField::length_within(Point p, double radius) const {
  if (!(radius > 0)) return 0;
  double sum = 0;
  pieces_.squares().visit_disc(
      p, radius - pieces_.slack(), radius + pieces_.slack(),
      [&](std::size_t first, std::size_t last) {
        for (std::size_t square = first; square <= last; ++square)
          sum += lengths_[square];
      },
      [&](detail::Buckets::Run run) {
        for (const detail::Segment& piece : pieces_.in(run)) {
          const detail::Inside inside = detail::inside_of(piece, p, radius);
          sum += (inside.to - inside.from) * detail::length(piece);
        }
      });
  return sum;
}

std::vector<double> nearest_distances(std::span<const Point> at, const LineField& field,
                                      double reach, base::Workers workers) {
  return detail::measured<double>(at, workers, [&](Point p) { return field.nearest(p, reach); });
}

std::vector<double> lengths_within(std::span<const Point> at, const LineField& field, double radius,
                                   base::Workers workers) {
  return detail::measured<double>(at, workers,
                                  [&](Point p) { return field.length_within(p, radius); });
}

}  // namespace wijkbeeld::geo
