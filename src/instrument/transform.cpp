// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cmath>
#include <optional>

#include "instrument/standard.hpp"

namespace wijkbeeld::instrument {
namespace {

// Where x stands among 101 percentiles, 0 to 1; values that several percentiles share get the
// middle of theirs.
double rank_among(const std::vector<double>& percentiles, double x) {
  const auto low = std::lower_bound(percentiles.begin(), percentiles.end(), x);
  const auto high = std::upper_bound(percentiles.begin(), percentiles.end(), x);
  const double last = static_cast<double>(percentiles.size() - 1);
  if (low != high)
    return (static_cast<double>(low - percentiles.begin()) +
            static_cast<double>(high - percentiles.begin()) - 1) /
           2 / last;
  if (low == percentiles.begin()) return 0;
  if (low == percentiles.end()) return 1;
  const double below = *(low - 1);
  return (static_cast<double>(low - percentiles.begin()) - 1 + (x - below) / (*low - below)) / last;
}

std::optional<double> step_taken(const FrozenTransform& step, double x) {
  switch (step.kind) {
    case Transform::Kind::log:
      if (step.low > 0) x = std::max(x, step.low);
      return x > 0 ? std::optional(std::log(x)) : std::nullopt;
    case Transform::Kind::log1p:
      return x > -1 ? std::optional(std::log1p(x)) : std::nullopt;
    case Transform::Kind::root:
      return x >= 0 ? std::optional(std::sqrt(x)) : std::nullopt;
    case Transform::Kind::cap:
    case Transform::Kind::winsorise:
      return std::clamp(x, step.low, step.high);
    case Transform::Kind::rank:
      return rank_among(step.numbers, x);
    case Transform::Kind::piecewise:
    case Transform::Kind::dummies:
      return x;
  }
  return x;
}

std::vector<double> parts_of(const FrozenTransform& last, double x) {
  std::vector<double> out;
  if (last.kind == Transform::Kind::piecewise) {
    out.push_back(x);
    for (const double knot : last.numbers)
      out.push_back(std::max(0.0, x - knot));
  } else {
    for (const double value : last.numbers)
      out.push_back(std::abs(x - value) < 0.5 ? 1 : 0);
  }
  return out;
}

}  // namespace

std::vector<double> transformed(const std::vector<FrozenTransform>& steps, double value) {
  for (const FrozenTransform& step : steps) {
    const std::optional<double> next = step_taken(step, value);
    if (!next) return {};
    value = *next;
  }
  const bool has_parts = !steps.empty() && (steps.back().kind == Transform::Kind::piecewise ||
                                            steps.back().kind == Transform::Kind::dummies);
  return has_parts ? parts_of(steps.back(), value) : std::vector<double>{value};
}

}  // namespace wijkbeeld::instrument
