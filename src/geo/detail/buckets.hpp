// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "geo/shape.hpp"

namespace wijkbeeld::geo::detail {

/// Squares of one size over a set of places, and which places lie in each: row by row from the
/// south-west, so that neighbouring squares of a row are one run. Costs four bytes per square, and
/// there are at most some two squares per place.
class Buckets {
 public:
  /// Positions in the sorted order, [begin, end).
  struct Run {
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  Buckets() = default;
  /// Squares that hold about two places each when these are spread evenly, their sides between
  /// `least` and `most` metres; wider where the places lie so far apart that there would be too
  /// many. Places must be finite.
  Buckets(std::span<const Point> places, double least, double most);

  /// The places as positions in what was given: by square, within a square as they were given.
  /// Taken once, for putting in order what belongs to the places.
  [[nodiscard]] std::vector<std::uint32_t> take_order() { return std::move(order_); }

  [[nodiscard]] double side() const { return side_; }
  [[nodiscard]] std::size_t squares() const { return starts_.empty() ? 0 : starts_.size() - 1; }
  [[nodiscard]] Run run(std::size_t square) const { return {starts_[square], starts_[square + 1]}; }
  /// The middle of a square.
  [[nodiscard]] Point middle(std::size_t square) const;

  /// Visits runs of places in rings of squares round `p`, until all that is left lies further away
  /// than `best`, which the visitor lowers. A thing may reach `slack` metres beyond its place.
  template <class Visit>
  void visit_rings(Point p, double slack, const double& best, Visit visit) const;

  /// Visits all squares that may hold a place nearer than `outer` to p: `whole(first, last)` for
  /// squares (first to last, in one row) that lie wholly within `inner`, `edge(run)` for the places
  /// in others. `inner` may be below zero: then nothing is whole.
  template <class Whole, class Edge>
  void visit_disc(Point p, double inner, double outer, Whole whole, Edge edge) const;

 private:
  // Farther than this from the squares nothing is looked up one by one.
  static constexpr double kFar = 1e9;
  // Squares are made slightly smaller (larger) before one is called whole (left out), for a place
  // whose quotient was rounded to the next square. Metres.
  static constexpr double kMargin = 1e-6;

  [[nodiscard]] std::int64_t column_of(double x) const {
    return static_cast<std::int64_t>(std::floor(std::clamp((x - x0_) / side_, -kFar, kFar)));
  }
  [[nodiscard]] std::int64_t row_of(double y) const {
    return static_cast<std::int64_t>(std::floor(std::clamp((y - y0_) / side_, -kFar, kFar)));
  }
  // Metres from p to the nearest border of its own square.
  [[nodiscard]] double gap(Point p, std::int64_t column, std::int64_t row) const;
  // The places in columns [first, last] of a row, as far as these exist.
  [[nodiscard]] Run run(std::int64_t row, std::int64_t first, std::int64_t last) const;

  double x0_ = 0;
  double y0_ = 0;
  double side_ = 1;
  std::int64_t columns_ = 0;
  std::int64_t rows_ = 0;
  std::vector<std::uint32_t> starts_;  // per square, and one more
  std::vector<std::uint32_t> order_;
};

inline double Buckets::gap(Point p, std::int64_t column, std::int64_t row) const {
  const double x = p.x - x0_ - static_cast<double>(column) * side_;
  const double y = p.y - y0_ - static_cast<double>(row) * side_;
  return std::clamp(std::min({x, side_ - x, y, side_ - y}) - kMargin, 0.0, side_);
}

inline Buckets::Run Buckets::run(std::int64_t row, std::int64_t first, std::int64_t last) const {
  first = std::max<std::int64_t>(first, 0);
  last = std::min(last, columns_ - 1);
  if (row < 0 || row >= rows_ || first > last) return {};
  const auto start = static_cast<std::size_t>(row * columns_);
  return {starts_[start + static_cast<std::size_t>(first)],
          starts_[start + static_cast<std::size_t>(last) + 1]};
}

template <class Visit>
void Buckets::visit_rings(Point p, double slack, const double& best, Visit visit) const {
  if (starts_.empty()) return;
  const std::int64_t column = column_of(p.x);
  const std::int64_t row = row_of(p.y);
  const double own = gap(p, column, row) - slack;
  const std::int64_t outside =
      std::max({std::int64_t{0}, -column, column - columns_ + 1, -row, row - rows_ + 1});
  const std::int64_t last = std::max({column, columns_ - 1 - column, row, rows_ - 1 - row});
  for (std::int64_t ring = outside; ring <= last; ++ring) {
    if (ring > 0 && static_cast<double>(ring - 1) * side_ + own > best) return;
    const std::int64_t west = column - ring;
    const std::int64_t east = column + ring;
    visit(run(row - ring, west, east));
    if (ring == 0) continue;
    visit(run(row + ring, west, east));
    const std::int64_t south = std::max<std::int64_t>(row - ring + 1, 0);
    const std::int64_t north = std::min(row + ring - 1, rows_ - 1);
    for (std::int64_t r = south; r <= north; ++r) {
      if (west >= 0) visit(run(r, west, west));
      if (east < columns_) visit(run(r, east, east));
    }
  }
}

template <class Whole, class Edge>
void Buckets::visit_disc(Point p, double inner, double outer, Whole whole, Edge edge) const {
  if (starts_.empty()) return;
  inner -= kMargin;
  outer += kMargin;
  const std::int64_t south = std::max<std::int64_t>(row_of(p.y - outer), 0);
  const std::int64_t north = std::min(row_of(p.y + outer), rows_ - 1);
  for (std::int64_t row = south; row <= north; ++row) {
    const double low = y0_ + static_cast<double>(row) * side_ - p.y;
    const double high = low + side_;
    const double near = std::max({0.0, low - kMargin, -high - kMargin});
    const double far = std::max(std::abs(low), std::abs(high));
    const double reach = std::sqrt(std::max(0.0, outer * outer - near * near));
    const std::int64_t first = std::max<std::int64_t>(column_of(p.x - reach - kMargin), 0);
    const std::int64_t last = std::min(column_of(p.x + reach + kMargin), columns_ - 1);
    if (first > last) continue;
    std::int64_t whole_first = last + 1;
    std::int64_t whole_last = last;
    if (inner > far) {
      const double half = std::sqrt(inner * inner - far * far);
      whole_first = std::max(column_of(p.x - half) + 1, first);
      whole_last = std::min(column_of(p.x + half) - 1, last);
    }
    if (whole_first > whole_last) {
      edge(run(row, first, last));
      continue;
    }
    if (first < whole_first) edge(run(row, first, whole_first - 1));
    const auto start = static_cast<std::size_t>(row * columns_);
    whole(start + static_cast<std::size_t>(whole_first),
          start + static_cast<std::size_t>(whole_last));
    if (whole_last < last) edge(run(row, whole_last + 1, last));
  }
}

}  // namespace wijkbeeld::geo::detail
