// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <vector>

#include "answer/figure.hpp"
#include "answer/headline.hpp"
#include "study/findings.hpp"

namespace wijkbeeld::answer {

/// The gap between areas that fell and the others, in one dimension.
struct DimensionGap {
  std::string dimension;
  Figure gap;
  Figure share_of_gap;
  bool is_largest = false;
};

/// Check 1, specificity: is the dimension that sets the areas that fell apart in the cohort the
/// same one that does so in the comparison?
struct SpecificityAnswer {
  enum class Verdict : std::uint8_t { same, differs, unknown };
  std::string edition;
  series::Period period;
  std::string cohort;
  std::string comparison;
  std::vector<DimensionGap> cohort_gaps;  ///< dimensions only, in the order of the edition
  std::vector<DimensionGap> comparison_gaps;
  Figure cohort_total;  ///< the gap in the score itself
  Figure comparison_total;
  std::string largest_in_cohort;
  std::string largest_in_comparison;
  Figure cohort_share;  ///< of the gap, the largest dimension's
  Figure comparison_share;
  Verdict verdict = Verdict::unknown;
};
std::optional<SpecificityAnswer> specificity(const study::Findings& findings,
                                             const std::string& edition);

/// Check 2, version and time: does the finding (where the cohort stood after the turn) hold in
/// every edition, and in the next wave?
struct VersionAnswer {
  enum class Verdict : std::uint8_t {
    holds,           ///< one standing in every edition and the next wave
    only_then,       ///< every edition agrees, the next wave does not
    by_edition,      ///< the editions disagree
    single_edition,  ///< one edition only, and no next wave to compare
    unknown
  };
  std::vector<Headline> headlines;  ///< one per edition
  Verdict verdict = Verdict::unknown;
  Standing standing = Standing::unknown;       ///< after the turn, in the first edition
  Standing next_standing = Standing::unknown;  ///< in the next wave, in the first edition
};
std::optional<VersionAnswer> versions(const study::Findings& findings);

/// The areas chosen for a low score in one wave, in all waves.
struct SelectionPath {
  series::Wave chosen_in;
  struct Point {
    series::Wave wave;
    Figure mean;
    Figure national_mean;
    Figure gap;
    Figure expected_mean;
    Figure expected_gap;  ///< expected mean minus national mean
    Figure observed_minus_expected;
  };
  std::vector<Point> points;
  bool is_lowest_when_chosen = false;  ///< the gap is widest in the wave of choosing
};

/// Check 3, selection: does choosing on one wave alone make a dip in that wave?
struct SelectionAnswer {
  enum class Verdict : std::uint8_t {
    dips_when_chosen,  ///< every choice is furthest behind in its own wave
    partly,
    no_dip,
    unknown
  };
  std::string edition;
  Figure areas;  ///< chosen in each wave
  std::vector<SelectionPath> paths;
  Figure choices;           ///< how many waves were chosen on
  Figure choices_with_dip;  ///< of those, how many dip in their own wave
  Verdict verdict = Verdict::unknown;
  /// Of the areas chosen in the turn (or the last wave before the end): the end against what
  /// regression to the mean alone would give.
  std::optional<series::Period> judged;
  Figure beyond_expected;
  Standing against_expected = Standing::unknown;
};
std::optional<SelectionAnswer> selection(const study::Findings& findings,
                                         const std::string& edition);

}  // namespace wijkbeeld::answer
