// SPDX-License-Identifier: EUPL-1.2
#include "stats/mean.hpp"

#include <cmath>

#include "base/ensure.hpp"
#include "stats/sum.hpp"

namespace wijkbeeld::stats {

std::optional<double> mean(std::span<const double> xs) {
  if (xs.empty()) return std::nullopt;
  return sum(xs) / static_cast<double>(xs.size());
}

std::optional<double> weighted_mean(std::span<const double> xs, std::span<const double> weights) {
  base::ensure(xs.size() == weights.size(), "a weight for every value");
  Sum top;
  Sum bottom;
  for (std::size_t i = 0; i < xs.size(); ++i) {
    base::ensure(weights[i] >= 0, "weights are not negative");
    top.add(weights[i] * xs[i]);
    bottom.add(weights[i]);
  }
  if (bottom.value() <= 0) return std::nullopt;
  return top.value() / bottom.value();
}

std::optional<double> standard_deviation(std::span<const double> xs) {
  if (xs.size() < 2) return std::nullopt;
  const double centre = *mean(xs);
  Sum squares;
  for (const double x : xs)
    squares.add((x - centre) * (x - centre));
  return std::sqrt(squares.value() / static_cast<double>(xs.size() - 1));
}

std::optional<double> correlation(std::span<const double> xs, std::span<const double> ys) {
  base::ensure(xs.size() == ys.size(), "correlation needs pairs");
  if (xs.size() < 2) return std::nullopt;
  const double x_mean = *mean(xs);
  const double y_mean = *mean(ys);
  Sum xy;
  Sum xx;
  Sum yy;
  for (std::size_t i = 0; i < xs.size(); ++i) {
    const double dx = xs[i] - x_mean;
    const double dy = ys[i] - y_mean;
    xy.add(dx * dy);
    xx.add(dx * dx);
    yy.add(dy * dy);
  }
  if (xx.value() <= 0 || yy.value() <= 0) return std::nullopt;
  return xy.value() / std::sqrt(xx.value() * yy.value());
}

}  // namespace wijkbeeld::stats
