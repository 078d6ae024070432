// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace wijkbeeld::instrument {

// The choices behind a composite index, named after the steps of the Handbook on Constructing
// Composite Indicators (OECD and JRC, 2008). docs/method/sensitivity.md has the formulas.

/// What is done about outliers, per term over the scored areas of a level and wave.
enum class Treatment : std::uint8_t {
  none,
  /// Kept within the 2.5th and 97.5th percentile (Hyndman and Fan's definition 7), as in the
  /// Environmental Sustainability Index of 2005.
  winsorise,
  /// A column with skewness beyond 2 either way and excess kurtosis above 3.5 becomes ln(x - lowest
  /// + range / 100), mirrored when the long tail is on the left; other columns stay.
  log,
};

/// How columns are made comparable. All are turned so that more is better by the model's weights.
enum class Normalisation : std::uint8_t {
  z,        ///< (x - mean) / standard deviation, both over residents
  min_max,  ///< 1 (lowest) to 100 (highest)
  rank,     ///< 1 to 100 by midrank
};

enum class Weighting : std::uint8_t {
  model,  ///< weight x standard deviation over residents: score points per standard deviation here
  equal_within_dimension,  ///< dimensions count the same, and indicators within a dimension
  equal,                   ///< indicators count the same
};

/// How indicators become dimensions, and dimensions an index. A geometric mean lets less of a low
/// value be made good by a high one. It needs positive numbers: with z it takes min_max.
enum class Aggregation : std::uint8_t {
  arithmetic,  ///< both weighted sums
  mixed,       ///< sums within dimensions, a geometric mean over them, as the HDI since 2010
  geometric,   ///< both geometric means
};

std::string_view to_text(Treatment treatment);
std::string_view to_text(Normalisation normalisation);
std::string_view to_text(Weighting weighting);
std::string_view to_text(Aggregation aggregation);

/// One set of choices. The default is the instrument itself: its index is the score.
struct IndexPlan {
  Treatment treatment = Treatment::none;
  Normalisation normalisation = Normalisation::z;
  Weighting weighting = Weighting::model;
  Aggregation aggregation = Aggregation::arithmetic;
  std::vector<double> weights = {};       ///< per term; empty: those of the model
  std::vector<double> multipliers = {};   ///< per indicator of the definition; empty: all 1
  std::vector<std::size_t> dropped = {};  ///< positions of indicators in the definition
};

}  // namespace wijkbeeld::instrument
