// SPDX-License-Identifier: EUPL-1.2
#include "instrument/class_scale.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <utility>

#include "base/ensure.hpp"

namespace wijkbeeld::instrument {

bool is_rising(const std::vector<double>& numbers) {
  return std::adjacent_find(numbers.begin(), numbers.end(), std::greater_equal<>()) ==
         numbers.end();
}

namespace {

double nearest(const std::vector<double>& limits, double value) {
  double best = std::numeric_limits<double>::infinity();
  for (const double limit : limits)
    best = std::min(best, std::abs(value - limit));
  return best;
}

}  // namespace

ClassScale::ClassScale(std::vector<double> limits, std::vector<base::Words> names)
    : limits_(std::move(limits)), names_(std::move(names)) {
  base::ensure(names_.size() == limits_.size() + 1, "one class more than limits");
  base::ensure(is_rising(limits_), "class limits rise");
}

int ClassScale::class_of(double score) const {
  return static_cast<int>(std::upper_bound(limits_.begin(), limits_.end(), score) -
                          limits_.begin()) +
         1;
}

const base::Words& ClassScale::name(int class_number) const {
  return names_.at(static_cast<std::size_t>(class_number) - 1);
}

double ClassScale::distance_to_limit(double score) const {
  return nearest(limits_, score);
}

DevelopmentScale::DevelopmentScale(std::vector<double> limits, std::vector<base::Words> names)
    : limits_(std::move(limits)), names_(std::move(names)) {
  base::ensure(names_.size() == 2 * limits_.size() + 1, "development classes are symmetric");
  base::ensure(is_rising(limits_) && (limits_.empty() || limits_.front() > 0),
               "development limits are positive and rise");
}

int DevelopmentScale::class_of(double change) const {
  const auto steps = static_cast<int>(
      std::lower_bound(limits_.begin(), limits_.end(), std::abs(change)) - limits_.begin());
  return unchanged() + (change < 0 ? -steps : steps);
}

const base::Words& DevelopmentScale::name(int class_number) const {
  return names_.at(static_cast<std::size_t>(class_number) - 1);
}

double DevelopmentScale::distance_to_limit(double change) const {
  return nearest(limits_, std::abs(change));
}

}  // namespace wijkbeeld::instrument
