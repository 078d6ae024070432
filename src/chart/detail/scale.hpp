// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <vector>

#include "chart/drawing.hpp"

namespace wijkbeeld::chart::detail {

/// A straight scale from values to pixels. Values that do not differ all land in the middle.
struct Scale {
  double low = 0;
  double high = 1;
  double at_low = 0;
  double at_high = 1;
  [[nodiscard]] double operator()(double value) const;
};

/// The smallest and largest of some values; empty until the first one.
class Extent {
 public:
  void add(double value);
  void add(const std::optional<double>& value);
  void add(const std::optional<Interval>& interval);
  [[nodiscard]] bool empty() const { return empty_; }
  [[nodiscard]] double low() const { return low_; }
  [[nodiscard]] double high() const { return high_; }

 private:
  bool empty_ = true;
  double low_ = 0;
  double high_ = 0;
};

/// Round numbers (1, 2 or 5 times a power of ten apart) that enclose low..high, 2 to about
/// `about` of them.
struct Ticks {
  std::vector<double> values;
  /// Decimals that tell them apart.
  int digits = 0;
};
Ticks round_ticks(double low, double high, int about);

/// A tick in words: the number format with as many decimals as the ticks need.
std::string tick_text(double value, const Ticks& ticks, NumberFormat format);

}  // namespace wijkbeeld::chart::detail
