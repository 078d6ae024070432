// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <limits>
#include <string>
#include <vector>

#include "answer/detail/row_figures.hpp"
#include "answer/theme.hpp"
#include "stats/sum.hpp"

namespace wijkbeeld::answer::detail {

/// Steps of a map for which nobody published limits.
inline constexpr int kSteps = 7;
inline constexpr int kMiddleStep = 4;

/// Mean and standard deviation over residents; areas without residents on record count as one.
class Spread {
 public:
  void add(double value, const table::Value<double>& residents) {
    const double weight = residents.value_or(1);
    people_.add(weight);
    total_.add(weight * value);
    squares_.add(weight * value * value);
    lowest_ = std::min(lowest_, value);
  }
  [[nodiscard]] double mean() const {
    return people_.value() > 0 ? total_.value() / people_.value() : 0;
  }
  [[nodiscard]] double deviation() const {
    if (people_.value() <= 0) return 0;
    return std::sqrt(std::max(0.0, squares_.value() / people_.value() - mean() * mean()));
  }
  [[nodiscard]] double lowest() const { return lowest_; }

 private:
  stats::Sum people_ = {};
  stats::Sum total_ = {};
  stats::Sum squares_ = {};
  double lowest_ = std::numeric_limits<double>::infinity();
};

/// 1, 2 or 5 times a power of ten, not above the given width; 1 for no width.
double round_below(double width);

/// Limits between the steps around `middle`, each `width` wide.
std::vector<double> limits_around(double middle, double width);

/// Limits of amounts, which have no middle of their own: round numbers around the mean, each step
/// as wide as eight tenths of the standard deviation at most; from zero up where they would begin
/// below zero and no value does.
std::vector<double> limits_of_amounts(const Spread& spread);

/// The class of a value, 1 first. On a limit it belongs to the class above.
int class_by(const std::vector<double>& limits, double value);

/// Absent when there is no whole.
table::Value<double> part_of(double part, double whole);

/// The ids of what stands in a row of a map.
RowFigures map_row(const ThemeView& view, const AtlasAreas& areas, const std::string& key);

/// Adds classes between limits, from below the first to above the last.
void add_steps(ThemeView& view, const AtlasAreas& areas, const std::vector<double>& limits);

/// Areas and residents per class, and areas without one.
void count_classes(ThemeView& view, const AtlasAreas& areas);
/// What the edition calls low, of the areas that have a class.
void count_low(ThemeView& view, const AtlasAreas& areas);

}  // namespace wijkbeeld::answer::detail
