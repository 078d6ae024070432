// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "answer/change.hpp"
#include "study/expert.hpp"

namespace wijkbeeld::answer {

/// Which way a group went over a stretch of time.
enum class Trend : std::uint8_t { up, flat, down, unknown };
/// A cohort against its comparison over a stretch of time.
enum class Standing : std::uint8_t { ahead, level, behind, unknown };

/// Limits of the words. A mean change under `kFlat` score points counts as a standstill, and a
/// difference between two means under `kEqual` as none; where only classes exist, a balance of
/// residents gone up and down (or a difference of two balances) within `kFlatPoints` percentage
/// points.
inline constexpr double kFlat = 0.005;
inline constexpr double kEqual = study::kEqual;
inline constexpr double kFlatPoints = 5;

/// A cohort and its comparison between two waves of one edition.
struct Stretch {
  series::Period period;
  bool is_by_score = false;
  Change cohort;
  Change comparison;
  Figure difference;                  ///< of the weighted mean changes
  Figure difference_areas_lower;      ///< of the shares that fell, percentage points
  Figure difference_residents_lower;  ///< the same of residents
  Figure cohort_balance;              ///< residents up minus down a class, percentage points
  Figure comparison_balance;
  Figure difference_balance;
  Trend cohort_trend = Trend::unknown;
  Trend comparison_trend = Trend::unknown;
  Standing standing = Standing::unknown;
};

std::optional<Stretch> stretch(const study::Findings& findings, const std::string& edition,
                               const std::string& cohort, const std::string& comparison,
                               series::Period period);

/// What the lede of one edition is about.
struct Headline {
  std::string edition;
  std::string cohort;
  std::string comparison;
  std::optional<Stretch> before;  ///< start to turn
  std::optional<Stretch> after;   ///< turn to end
  std::optional<Stretch> next;    ///< end to next
  /// The standing after the turn, set against that of the next wave.
  enum class Next : std::uint8_t { goes_on, ends, reverses, unknown };
  Next continuation = Next::unknown;
};

/// Nothing when the plan has no headline or the cohort no areas in this edition.
std::optional<Headline> headline(const study::Findings& findings, const std::string& edition);

}  // namespace wijkbeeld::answer
