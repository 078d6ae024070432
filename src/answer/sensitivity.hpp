// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "answer/figure.hpp"
#include "instrument/scored.hpp"
#include "instrument/sensitivity.hpp"
#include "series/project.hpp"
#include "table/table.hpp"

namespace wijkbeeld::answer {

/// Who changes class when one indicator goes.
struct DroppedIndicator {
  const instrument::Indicator* indicator = nullptr;
  Figure areas_up = {};
  Figure areas_down = {};
  Figure residents_up = {};
  Figure residents_down = {};
  Figure share_residents = {};  ///< who live in an area with another class
  Figure rank_correlation = {};
  Figure mean_rank_shift = {};
  Figure largest_rank_shift = {};
  Figure mean_shift = {};
};

/// One area that gets another class when an indicator goes.
struct ClassChange {
  const instrument::Indicator* indicator = nullptr;
  area::AreaCode code = {};
  std::string name = {};
  Figure residents = {};
  int from = 0;
  int to = 0;
};

/// How far the place of an area depends on choices.
struct RankInterval {
  area::AreaCode code = {};
  std::string name = {};
  Figure residents = {};
  Figure rank = {};  ///< 1 lowest
  Figure low = {};
  Figure median = {};
  Figure high = {};
  int class_number = 0;              ///< 0 without classes
  Figure own_class = {};             ///< share of the runs in its own class
  std::vector<Figure> classes = {};  ///< share of the runs in each, 1 first
};

/// How much of the variance over runs a choice accounts for.
struct FactorShare {
  instrument::Dependence::Outcome outcome = instrument::Dependence::Outcome::rank_shift;
  instrument::Factor factor = instrument::Factor::dropped;
  Figure first = {};
  Figure first_low = {};
  Figure first_high = {};
  Figure total = {};
  Figure total_low = {};
  Figure total_high = {};
};
std::string_view to_text(instrument::Dependence::Outcome outcome);

struct SensitivityAnswer {
  const instrument::Instrument* instrument = nullptr;
  area::Level level = area::Level::own;
  area::Vintage vintage = {};
  series::Wave wave = {};
  double confidence = 0.90;
  Figure areas = {};
  Figure residents = {};
  Figure runs = {};
  Figure mean_rank_shift = {};    ///< over areas and runs, in places
  Figure settled_residents = {};  ///< share, in areas that keep their class in nine of ten runs
  std::vector<DroppedIndicator> dropped = {};  ///< most residents moved first
  std::vector<ClassChange> changes = {};       ///< in the order of the definition, then code
  std::vector<RankInterval> ranks = {};        ///< by code
  std::vector<FactorShare> factors = {};
};

struct SensitivityQuestion {
  std::optional<area::Level> level = {};  ///< the coarsest below gemeente that is scored
  std::optional<series::Wave> wave = {};  ///< the last
  std::size_t runs = 1000;
};

/// Throws Failure for a level or wave that is not scored.
SensitivityAnswer sensitivity(const SensitivityQuestion& question,
                              const instrument::Instrument& instrument,
                              const instrument::Model& model, const instrument::Scored& scored,
                              const series::Project& project, base::Workers workers,
                              base::Progress& progress);

/// Tables "drop_one", "class_changes", "rank_intervals" and "sobol", as they are published.
std::vector<table::Table> sensitivity_tables(const SensitivityAnswer& answer);

}  // namespace wijkbeeld::answer
