// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/words.hpp"
#include "instrument/class_scale.hpp"
#include "series/series.hpp"

namespace wijkbeeld::instrument {

/// A group of indicators whose weighted sum is a contribution to the score.
struct Dimension {
  std::string id;  ///< "won": the tail of its quantity names
  base::Words name;
  /// What must be added to a published contribution of a wave to make contributions of different
  /// waves comparable: the movement of the national mean of this dimension since the first wave.
  /// Empty when the edition does not tell.
  std::map<series::Wave, double> reference = {};
};

/// What deviations are measured from.
struct Reference {
  /// Either one mean for every wave, or one per wave.
  std::optional<double> constant = {};
  std::map<series::Wave, double> per_wave = {};
  [[nodiscard]] std::optional<double> mean(series::Wave wave) const;
};

/// A warning that belongs beside figures of this edition.
struct Caveat {
  std::string id;
  base::Words text;
};

/// One published calculation of an instrument: the meaning of its values. Never mixed with another
/// edition: levels of two editions have different references and cannot be subtracted.
struct Edition {
  series::EditionId id;
  base::Words title;
  base::Words publisher;
  std::string licence;
  std::vector<series::Wave> waves;
  /// Waves with scores; earlier ones may have classes only.
  std::vector<series::Wave> score_waves;
  Reference reference;
  std::optional<ClassScale> classes = {};  ///< absent when the limits are not published
  std::optional<DevelopmentScale> development = {};
  /// "Low": at or below this class, or at or below this score where no class limits are known.
  std::optional<int> low_class = {};
  std::optional<double> low_score = {};
  base::Words low_name;
  std::vector<Dimension> dimensions;
  double additivity_tolerance = 1e-9;  ///< rounding in the published dimensions
  double rounding = 0;                 ///< rounding of the published scores, in score points
  std::vector<Caveat> caveats;
  std::string definition_sha256;  ///< of the definition file: part of every result's identity

  [[nodiscard]] bool has_wave(series::Wave wave) const;
  [[nodiscard]] bool has_score(series::Wave wave) const;
  /// Published deviation plus the reference mean of the wave.
  [[nodiscard]] std::optional<double> absolute(double deviation, series::Wave wave) const;
  /// The class of the reference mean of a wave: class 6 in 2.0, not the middle one.
  [[nodiscard]] std::optional<int> class_of_mean(series::Wave wave) const;
  [[nodiscard]] const Dimension* find_dimension(std::string_view dimension_id) const;
};

/// Reads a definition file (TOML). Throws Failures with all mistakes, each with line and column.
Edition parse_edition(std::string_view toml, const std::string& file);

/// The editions that come with the program, by id.
std::vector<Edition> shipped_editions();

/// The edition with this id. Throws Failure listing the known ones and the one perhaps meant.
const Edition& edition_named(std::span<const Edition> editions, const series::EditionId& id);

}  // namespace wijkbeeld::instrument
