// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <vector>

#include "answer/figure.hpp"
#include "answer/national.hpp"
#include "instrument/instrument.hpp"
#include "series/project.hpp"

namespace wijkbeeld::answer {

/// The scores of all areas of a level in one wave, taken together.
struct ScoredWave {
  area::Level level = area::Level::own;
  area::Vintage vintage = {};
  series::Wave wave = {};
  Figure areas = {};       ///< with a score
  Figure withheld = {};    ///< without: too few residents
  Figure residents = {};   ///< of the areas with a score
  Figure mean = {};        ///< score, weighted by residents
  Figure mean_error = {};  ///< mean of the standard errors, weighted by residents
  Figure share_sure = {};  ///< of the areas, whose class is at least 90% sure
  Figure share_low = {};   ///< of the residents, at or below what the instrument calls low
  std::vector<ClassShare> classes = {};  ///< low to high; all of the scale, also empty ones
};

/// How sure a class must be to count as sure.
inline constexpr double kSure = 0.9;

struct ScoreSummary {
  const instrument::Instrument* instrument = nullptr;
  std::vector<ScoredWave> waves = {};  ///< by level, fine to coarse, then wave
};

/// Sums up the series that scoring put into the project. Throws Failure when it has none of this
/// instrument.
ScoreSummary score_summary(const instrument::Instrument& instrument, const series::Project& project,
                           std::optional<area::Level> level = {},
                           std::optional<series::Wave> wave = {});

}  // namespace wijkbeeld::answer
