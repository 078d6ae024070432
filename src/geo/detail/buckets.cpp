// SPDX-License-Identifier: EUPL-1.2
#include "geo/detail/buckets.hpp"

#include <limits>
#include <numeric>

#include "base/ensure.hpp"

namespace wijkbeeld::geo::detail {
namespace {

// How many squares there may be for `places`, at most.
double most_squares(std::size_t places) {
  return 1024 + 2 * static_cast<double>(places);
}

double squares_of(const Bounds& box, double side) {
  return (std::floor(box.width() / side) + 1) * (std::floor(box.height() / side) + 1);
}

double side_for(const Bounds& box, std::size_t places, double least, double most) {
  const double each = 2 * box.width() * box.height() / static_cast<double>(places);
  double side = std::clamp(std::sqrt(each), least, most);
  while (squares_of(box, side) > most_squares(places))
    side *= 1.25;
  return side;
}

}  // namespace

Buckets::Buckets(std::span<const Point> places, double least, double most) {
  base::ensure(places.size() < std::numeric_limits<std::uint32_t>::max(), "places can be counted");
  if (places.empty()) return;
  Bounds box;
  for (const Point p : places) {
    base::ensure(std::isfinite(p.x) && std::isfinite(p.y), "a place has finite coordinates");
    box.add(p);
  }
  x0_ = box.x_min;
  y0_ = box.y_min;
  side_ = side_for(box, places.size(), least, most);
  columns_ = column_of(box.x_max) + 1;
  rows_ = row_of(box.y_max) + 1;
  std::vector<std::uint32_t> square(places.size());
  starts_.assign(static_cast<std::size_t>(columns_ * rows_) + 1, 0);
  for (std::size_t i = 0; i < places.size(); ++i) {
    square[i] = static_cast<std::uint32_t>(row_of(places[i].y) * columns_ + column_of(places[i].x));
    ++starts_[square[i] + 1];
  }
  std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
  std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
  order_.resize(places.size());
  for (std::size_t i = 0; i < places.size(); ++i)
    order_[next[square[i]]++] = static_cast<std::uint32_t>(i);
}

Point Buckets::middle(std::size_t square) const {
  const auto columns = static_cast<std::size_t>(columns_);
  return {x0_ + side_ * (static_cast<double>(square % columns) + 0.5),
          y0_ + side_ * (static_cast<double>(square / columns) + 0.5)};
}

}  // namespace wijkbeeld::geo::detail
