// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "answer/figure.hpp"
#include "instrument/scored.hpp"
#include "series/project.hpp"

namespace wijkbeeld::answer {

/// What one indicator adds to the score of an area, or to its change.
struct ExplainedIndicator {
  const instrument::Indicator* indicator = nullptr;
  Figure contribution = {};  ///< score points: weight times standardised value, over all its terms
  Figure value = {};         ///< as measured, mean over the residents of the area, in its own unit
  Figure before = {};        ///< the same in the earlier wave; of a change only
  Figure national = {};      ///< the mean over all residents in the base wave: adds nothing
  Figure filled_in = {};     ///< share of residents of the area whose unit has no value of its own
};

struct ExplainedDimension {
  const instrument::Dimension* dimension = nullptr;
  Figure contribution = {};                         ///< exactly the sum of its indicators
  std::vector<ExplainedIndicator> indicators = {};  ///< largest first, whatever their sign
};

struct ExplainedChange {
  series::Period period = {};
  Figure change = {};  ///< exactly the sum of the dimensions
  Figure error = {};
  Figure low = {};
  Figure high = {};
  Figure probability = {};  ///< that it has the sign it shows
  /// Expected share of false ones among all changes of the level at least as sure as this one.
  Figure false_discovery = {};
  table::Value<int> development = table::Absence::not_applicable;
  std::vector<ExplainedDimension> dimensions = {};
};

/// How the score of one area comes about. Points into the instrument, which must outlive it.
struct Explanation {
  const instrument::Instrument* instrument = nullptr;
  area::AreaCode code = {};
  std::string name = {};
  std::string gemeente = {};
  area::Level level = area::Level::own;
  area::Vintage vintage = {};
  series::Wave wave = {};
  double confidence = 0.90;
  Figure residents = {};
  Figure score = {};
  Figure reference = {};
  Figure deviation = {};  ///< score minus reference: exactly the sum of the dimensions
  Figure error = {};
  Figure low = {};
  Figure high = {};
  table::Value<int> situation = table::Absence::not_applicable;
  std::vector<Figure> probabilities = {};  ///< of each class, 1 first
  std::vector<ExplainedDimension> dimensions = {};
  std::optional<ExplainedChange> change = {};
};

/// What is asked: an area of a level that was scored, in a wave (the last), and since when.
struct ExplainQuestion {
  area::AreaCode code;
  std::optional<series::Wave> wave = {};
  std::optional<series::Wave> since = {};
};

/// An area from the first wave in which it has a score to the last; without a wave where it never
/// has one, or is not known.
ExplainQuestion whole_question(std::span<const instrument::AreaMeans> levels,
                               const area::AreaCode& code);

/// Not owned: what was measured, kept per area where the units are not: enough to take scores
/// apart.
struct MeasuredLevels {
  std::span<const instrument::AreaMeans> levels = {};           ///< Scored::levels
  std::span<const instrument::IndicatorMeans> indicators = {};  ///< of the same levels
  /// Per indicator of the definition: its mean over all residents in the base wave.
  std::span<const std::optional<double>> national = {};
};

/// Those means over the residents of all units.
std::vector<std::optional<double>> national_means(const instrument::Instrument& instrument,
                                                  const instrument::Measured& measured);

/// Throws Failure when no level has the area, the instrument has no such wave, `since` is not
/// before it, or the area has too few residents in a wave to have a score.
Explanation explain(const ExplainQuestion& question, const instrument::Instrument& instrument,
                    const instrument::Model& model, const instrument::Scored& scored,
                    const series::Project& project, base::Workers workers);

/// The same from what is kept per area. The share of residents with a filled-in value is not known
/// then: not collected.
Explanation explain(const ExplainQuestion& question, const instrument::Instrument& instrument,
                    const instrument::Model& model, const MeasuredLevels& measured,
                    const series::Project& project, base::Workers workers);

}  // namespace wijkbeeld::answer
