// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string>
#include <vector>

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
  std::vector<AreaAfter> moved = {};  ///< by code
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

/// Throws Failures for changes that cannot be made, Failure for a level or wave that is not scored.
WhatIfAnswer what_if(const WhatIfQuestion& question, const instrument::Instrument& instrument,
                     const instrument::Model& model, const instrument::Scored& scored,
                     const series::Project& project);

}  // namespace wijkbeeld::answer
