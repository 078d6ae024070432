// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "answer/atlas_areas.hpp"
#include "answer/figure.hpp"
#include "instrument/scored.hpp"
#include "instrument/what_if.hpp"
#include "series/project.hpp"

namespace wijkbeeld::answer {

/// A class before and after.
struct ClassAfter {
  int class_number = 0;
  Figure areas_before = {};
  Figure areas_after = {};
  Figure residents_before = {};  ///< share of the residents
  Figure residents_after = {};
};

/// An area that gets another class.
struct AreaAfter {
  area::AreaCode code;
  std::string name = {};
  Figure residents = {};
  Figure score_before = {};
  Figure score_after = {};
  int class_before = 0;
  int class_after = 0;
};

/// Where an area stood and stands; class 0 when it is not scored or there are no class limits.
struct AreaStanding {
  area::AreaCode code;
  std::uint8_t class_before = 0;
  std::uint8_t class_after = 0;
  double score_after = 0;
  bool is_scored = false;
};

/// What other weights do to one level in one wave.
struct WhatIfLevel {
  area::Level level = area::Level::own;
  area::Vintage vintage = {};
  series::Wave wave = {};
  Figure areas = {};  ///< with a score
  Figure residents = {};
  Figure areas_up = {};  ///< in a higher class than before
  Figure areas_down = {};
  Figure residents_up = {};
  Figure residents_down = {};
  Figure share_residents_moved = {};
  Figure low_before = {};  ///< share of residents in areas that are low
  Figure low_after = {};
  Figure mean_before = {};
  Figure mean_after = {};
  Figure mean_rank_shift = {};     ///< in places, over areas
  Figure largest_rank_shift = {};  ///< in places
  std::vector<ClassAfter> classes = {};
  std::vector<AreaAfter> moved = {};           ///< by code
  std::vector<AreaStanding> areas_after = {};  ///< all that are known there, by code
};

struct WhatIfAnswer {
  const instrument::Instrument* instrument = nullptr;
  std::vector<instrument::Change> changes = {};
  std::vector<WhatIfLevel> levels = {};
};

/// What is asked: other weights, and where to look.
struct WhatIfQuestion {
  std::vector<instrument::Change> changes;
  std::optional<area::Level> level = {};  ///< all that are scored
  std::optional<series::Wave> wave = {};  ///< the last
};

/// What a person may turn: one indicator that counts.
struct WeightKnob {
  const instrument::Indicator* indicator = nullptr;
  int sign = 0;  ///< of its weight; 0 when its terms differ
  bool is_contested = false;
};

/// The indicators that count in the model, in the order of the definition.
std::vector<WeightKnob> weight_knobs(const instrument::Instrument& instrument,
                                     const instrument::Model& model);

/// The same model without any contested indicator; one that is in `changes` already stays as asked.
std::vector<instrument::Change> without_contested(const instrument::Instrument& instrument,
                                                  const instrument::Model& model,
                                                  std::vector<instrument::Change> changes);

/// Who is where on a map of the level: per ordinal of the atlas areas.
struct WhatIfMap {
  std::vector<table::Value<int>> class_after = {};
  std::vector<table::Value<double>> score_after = {};
  std::vector<table::Value<int>> moved = {};  ///< 1 a lower class, 2 the same, 3 a higher one
};
WhatIfMap what_if_map(const WhatIfLevel& level, const AtlasAreas& areas);

/// Throws Failures for changes that cannot be made, Failure for a level or wave that is not scored.
WhatIfAnswer what_if(const WhatIfQuestion& question, const instrument::Instrument& instrument,
                     const instrument::Model& model, const instrument::Scored& scored,
                     const series::Project& project);

}  // namespace wijkbeeld::answer
