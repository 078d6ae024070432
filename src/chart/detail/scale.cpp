// SPDX-License-Identifier: EUPL-1.2
#include "chart/detail/scale.hpp"

#include <algorithm>
#include <cmath>

#include "base/ensure.hpp"

namespace wijkbeeld::chart::detail {

double Scale::operator()(double value) const {
  if (high == low) return (at_low + at_high) / 2;
  return at_low + (value - low) / (high - low) * (at_high - at_low);
}

void Extent::add(double value) {
  base::ensure(std::isfinite(value), "a drawn value is finite; absent values have no number");
  low_ = empty_ ? value : std::min(low_, value);
  high_ = empty_ ? value : std::max(high_, value);
  empty_ = false;
}

void Extent::add(const std::optional<double>& value) {
  if (value) add(*value);
}

void Extent::add(const std::optional<Interval>& interval) {
  if (!interval) return;
  add(interval->low);
  add(interval->high);
}

Ticks round_ticks(double low, double high, int about) {
  if (high - low < 1e-9 * std::max({1.0, std::abs(low), std::abs(high)})) {
    // One value only: give it room, a little of its own size.
    const double room = low == 0 ? 1 : std::abs(low) * 0.1;
    low -= room;
    high += room;
  }
  const double raw = (high - low) / std::max(1, about - 1);
  const int exponent = static_cast<int>(std::floor(std::log10(raw)));
  const double power = std::pow(10.0, exponent);
  double step = 10 * power;
  int digits = std::max(0, -exponent - 1);
  for (const double multiple : {1.0, 2.0, 5.0}) {
    if (multiple * power < raw * (1 - 1e-9)) continue;
    step = multiple * power;
    digits = std::max(0, -exponent);
    break;
  }
  const auto first = std::llround(std::floor(low / step + 1e-9));
  const auto last = std::llround(std::ceil(high / step - 1e-9));
  Ticks out{{}, digits};
  for (auto i = first; i <= last; ++i)
    out.values.push_back(static_cast<double>(i) * step);
  return out;
}

std::string tick_text(double value, const Ticks& ticks, NumberFormat format) {
  format.digits = format.percent ? std::max(0, ticks.digits - 2) : ticks.digits;
  return to_text(value, format);
}

}  // namespace wijkbeeld::chart::detail
