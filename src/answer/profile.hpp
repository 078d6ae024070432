// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "answer/figure.hpp"
#include "answer/standings.hpp"
#include "base/issue.hpp"
#include "instrument/edition.hpp"
#include "series/project.hpp"
#include "study/findings.hpp"

namespace wijkbeeld::answer {

/// One area in one wave of one edition.
struct ProfileWave {
  series::Wave wave = {};
  table::Value<int> situation = table::Absence::not_collected;
  Figure score = {};
  Figure low = {};  ///< 90% interval of the score, where its error is known
  Figure high = {};
  Figure class_probability = {};           ///< that its class is the true one, where known
  Figure national_mean = {};               ///< of the areas with a score, weighted by residents
  Figure gemeente_mean = {};               ///< of those in its gemeente, likewise
  Figure gap_to_nation = {};               ///< score minus national mean
  Figure gap_to_gemeente = {};             ///< score minus the mean of its gemeente's areas
  Figure share_areas_lower = {};           ///< of areas with a score
  Figure share_residents_lower = {};       ///< of their residents
  std::vector<Figure> contributions = {};  ///< per dimension; absent where not published
};

/// Whether any dimension of the wave is known.
bool has_contributions(const ProfileWave& wave);

/// The change of one area from one wave to the next.
struct ProfileChange {
  series::Period period;
  Figure change;
  table::Value<int> development = table::Absence::not_collected;
  Figure national_change;
};

/// What the dimensions added to the score of one area then and now.
struct ProfileDimensions {
  series::Period period;  ///< the first wave and the last with contributions
  std::vector<Figure> before = {};
  std::vector<Figure> after = {};
  std::vector<Figure> change = {};  ///< after minus before
};

/// What a cell lies in, with its own score in the same edition.
struct ProfileAround {
  area::Level level = area::Level::own;
  area::AreaCode code = {};
  std::string name = {};
  std::vector<Figure> scores = {};  ///< parallel to the waves of the profile
};

/// One area in one edition, at one level and vintage.
struct ProfileEdition {
  const instrument::Edition* edition = nullptr;
  area::Level level = area::Level::own;
  area::Vintage vintage;
  std::string name;
  std::string gemeente;
  Figure residents;
  std::string residents_source;
  std::vector<ProfileWave> waves;
  std::vector<ProfileChange> changes;
  /// Nothing when fewer than two waves have contributions.
  std::optional<ProfileDimensions> dimensions = {};
  /// Of a cell: its buurt, wijk and gemeente, those of which the project has a name or scores.
  std::vector<ProfileAround> around = {};
};

/// Everything known about one area.
struct Profile {
  area::AreaCode code;
  std::vector<ProfileEdition> editions;
  std::vector<std::string> cohorts;            ///< ids, when findings are given
  std::vector<const series::AreaList*> lists;  ///< published lists that name it
  std::string cluster;                         ///< when findings have one
  std::vector<const base::Issue*> notes;       ///< of the ledger, that name the code
};

/// The profile of an area: code in canonical form. Throws Failure, with the code perhaps meant,
/// when no edition of the project has it. `project` and `findings` must outlive the answer.
Profile profile(const series::Project& project, std::span<const instrument::Edition> editions,
                const area::AreaCode& code, const study::Findings* findings = nullptr);

/// The same from panels that are at hand, in their order, and a ledger, which must outlive the
/// answer; nothing of findings.
Profile profile(const series::Project& project, std::span<const Standings* const> standings,
                const area::AreaCode& code, const base::Ledger& ledger);

}  // namespace wijkbeeld::answer
