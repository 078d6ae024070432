// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <vector>

#include "answer/figure.hpp"
#include "study/findings.hpp"

namespace wijkbeeld::answer {

/// What one dimension, the total, or the part that belongs to none added to a change.
struct DimensionPart {
  std::string dimension;  ///< its id, "total" or "unallocated"
  Figure mean_change;     ///< each area counting once
  Figure weighted_mean_change;
};

/// The change of the areas that fell, of the others, or of all, divided over the dimensions.
struct DecomposedGroup {
  std::string group;  ///< lower | not_lower | all
  Figure areas;
  std::vector<DimensionPart> parts;  ///< total first
  /// The dimension (not the total) whose mean change is furthest down; nothing without dimensions.
  std::optional<std::string> lowest;
  [[nodiscard]] const DimensionPart* find(const std::string& dimension) const;
};

/// A decomposition of the change of one cohort between two waves.
struct Decomposition {
  std::string edition;
  std::string cohort;
  series::Period period;
  std::vector<DecomposedGroup> groups;
  [[nodiscard]] const DecomposedGroup* find(const std::string& group) const;
};

/// Nothing when the edition has no dimensions for these waves.
std::optional<Decomposition> decomposition(const study::Findings& findings,
                                           const std::string& edition, const std::string& cohort,
                                           series::Period period);
/// The pair of waves to take a change apart in: turn to end where the edition has dimensions
/// there, else the earliest pair that does not begin before the turn, else the last there is.
std::optional<series::Period> decomposed_period(const study::Findings& findings,
                                                const std::string& edition);

}  // namespace wijkbeeld::answer
