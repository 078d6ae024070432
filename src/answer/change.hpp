// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <vector>

#include "answer/figure.hpp"
#include "study/findings.hpp"

namespace wijkbeeld::answer {

/// A group in one wave.
struct PathPoint {
  series::Wave wave;
  Figure areas;
  Figure residents;
  Figure mean;
  Figure weighted_mean;
  Figure share_low;
  Figure share_weak;  ///< of areas, class 4 or lower
};

/// A group through the waves of one edition. Absent where only classes exist.
struct Path {
  std::string edition;
  std::string group;
  std::vector<PathPoint> points;
  [[nodiscard]] const PathPoint* at(series::Wave wave) const;
};

Path path(const study::Findings& findings, const std::string& edition, const std::string& group);
/// Every group of an edition in the order of the findings.
std::vector<Path> paths(const study::Findings& findings, const std::string& edition);

/// How a group moved between two waves of one edition.
struct Change {
  std::string edition;
  std::string group;
  series::Period period;
  bool is_by_score = false;  ///< otherwise only development classes exist
  Figure areas;
  Figure residents;
  Figure areas_lower;
  Figure share_areas_lower;
  Figure residents_lower;
  Figure share_residents_lower;
  Figure areas_improved;
  Figure share_areas_improved;
  Figure areas_declined;
  Figure share_areas_declined;
  Figure share_residents_improved;
  Figure share_residents_declined;
  Figure mean_change;
  Figure weighted_mean_change;
  Figure per_year;
};

/// Nothing when the findings have no such change.
std::optional<Change> change(const study::Findings& findings, const std::string& edition,
                             const std::string& group, series::Period period);
/// Changes of a group from each wave to the next, in time order.
std::vector<Change> steps(const study::Findings& findings, const std::string& edition,
                          const std::string& group);

}  // namespace wijkbeeld::answer
