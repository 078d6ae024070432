// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <vector>

#include "base/words.hpp"

namespace wijkbeeld::instrument {

/// Whether each number is higher than the one before it.
bool is_rising(const std::vector<double>& numbers);

/// Classes of an absolute score, 1 is lowest. A score on a limit belongs to the class above it.
class ClassScale {
 public:
  /// `limits` rise; there is one name more than limits.
  ClassScale(std::vector<double> limits, std::vector<base::Words> names);

  [[nodiscard]] int class_of(double score) const;
  [[nodiscard]] int count() const { return static_cast<int>(names_.size()); }
  [[nodiscard]] const base::Words& name(int class_number) const;
  [[nodiscard]] const std::vector<double>& limits() const { return limits_; }
  /// Distance to the nearest limit, in score points.
  [[nodiscard]] double distance_to_limit(double score) const;

 private:
  std::vector<double> limits_;
  std::vector<base::Words> names_;
};

/// Classes of a change of the absolute score: 1 (large decline) over the middle (no change) to the
/// highest (large improvement), symmetric. A change on a limit belongs to the class nearer to no
/// change.
class DevelopmentScale {
 public:
  /// `limits` are positive and rise; there are 2 x limits + 1 names.
  DevelopmentScale(std::vector<double> limits, std::vector<base::Words> names);

  [[nodiscard]] int class_of(double change) const;
  [[nodiscard]] int count() const { return static_cast<int>(names_.size()); }
  [[nodiscard]] int unchanged() const { return static_cast<int>(limits_.size()) + 1; }
  [[nodiscard]] const base::Words& name(int class_number) const;
  [[nodiscard]] const std::vector<double>& limits() const { return limits_; }
  [[nodiscard]] double distance_to_limit(double change) const;

 private:
  std::vector<double> limits_;
  std::vector<base::Words> names_;
};

}  // namespace wijkbeeld::instrument
