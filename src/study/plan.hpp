// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/words.hpp"
#include "instrument/edition.hpp"
#include "study/rule.hpp"

namespace wijkbeeld::study {

/// An edition a plan studies, at which level and in which waves.
struct EditionPlan {
  series::EditionId id;
  area::Level level = area::Level::wijk;
  area::Vintage vintage;
  std::vector<series::Wave> waves = {};  ///< empty: all that have values
};

/// A named set of areas: by rule, by selection, from a list, or a union of cohorts.
struct CohortPlan {
  std::string id;
  base::Words title;
  /// The edition that decides a rule or selection; that of the first [[edition]] unless named.
  series::EditionId edition;
  std::optional<Rule> rule = {};
  std::optional<Selection> selection = {};
  std::string list = {};                   ///< id of an AreaList
  std::vector<std::string> union_of = {};  ///< ids of cohorts
  base::Place place = {};
};

/// One line of a typology: the first line whose condition holds gives an area its cluster.
struct TypologyLine {
  std::string cluster;
  Rule when;
};

/// The rule by which areas get their cluster.
struct TypologyPlan {
  std::vector<std::string> cohorts = {};
  series::Wave since;  ///< start of the long trend (2008)
  series::Wave stall;  ///< start of the recent trend (2012)
  series::Wave last;   ///< the wave that is judged (2014)
  double threshold = 0;
  std::vector<double> thresholds = {};  ///< the other thresholds to try
  std::vector<TypologyLine> lines = {};
};

/// What the lede is about: a trend before and after a turning point, and the wave after that.
struct HeadlinePlan {
  std::string cohort;
  std::string comparison;  ///< another cohort, or "nation"
  series::Wave start;
  series::Wave turn;
  series::Wave end;
  std::optional<series::Wave> next = {};  ///< does it hold in the next wave?
};

/// Boundaries to draw a level with, in order of preference.
struct OutlinePlan {
  area::Level level = area::Level::wijk;
  area::Vintage vintage;
};

/// What a study does: the content of a plan file.
struct Plan {
  std::string id;
  base::Words title;
  base::Words summary;
  base::Language language = base::Language::nl;
  std::vector<EditionPlan> editions = {};
  std::vector<CohortPlan> cohorts = {};
  bool compare_with_nation = true;
  bool compare_with_rest = true;
  bool compare_with_gemeente = false;
  /// Areas with fewer residents are left out of every figure and of the map; 0 leaves it to the
  /// publisher, who withheld already.
  double minimum_residents = 0;
  std::optional<HeadlinePlan> headline = {};
  std::optional<TypologyPlan> typology = {};
  std::vector<OutlinePlan> outlines = {};
  std::string text;    ///< the file itself
  std::string sha256;  ///< of the file: part of the identity of the findings
};

/// Reads a plan. Throws Failures with every mistake, each with line and column, before anything
/// else is read. `editions` are those a plan may name.
Plan parse_plan(std::string_view toml, const std::string& file,
                std::span<const instrument::Edition> editions);

/// The five clusters, in the order in which they are shown; the last is for areas that no line of
/// the typology takes.
std::span<const std::string_view> cluster_names();

}  // namespace wijkbeeld::study
