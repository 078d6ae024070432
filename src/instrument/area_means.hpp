// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <vector>

#include "base/parallel.hpp"
#include "instrument/model.hpp"

namespace wijkbeeld::instrument {

/// Standardised values per area and wave: of the units themselves, or means over the units in an
/// area, weighted by the residents of the wave. A score is linear in them, so everything about an
/// area (score, contributions, doubt, what-if) follows from its row.
struct AreaMeans {
  area::Level level = area::Level::cell;
  area::Vintage vintage = {};
  std::vector<series::Wave> waves = {};
  std::vector<area::AreaCode> codes = {};           ///< sorted
  std::vector<std::vector<double>> residents = {};  ///< [wave][area], of scored units
  std::vector<stats::Matrix> z = {};                ///< [wave]: areas x terms
  /// [wave]: areas x terms, how far the mean may be off by values that were filled in: their
  /// deviations, weighted by residents, as if all errors of a term in an area point the same way.
  /// Empty when nothing was filled in.
  std::vector<stats::Matrix> doubt = {};
  std::vector<std::vector<std::uint8_t>> is_scored = {};  ///< [wave][area]

  [[nodiscard]] std::size_t size() const { return codes.size(); }
  [[nodiscard]] std::optional<std::size_t> find(const area::AreaCode& code) const;
  [[nodiscard]] std::optional<std::size_t> wave_index(series::Wave wave) const;
};

/// The units as areas of their own level. An area with fewer residents than `minimum` in a wave is
/// not scored in it.
AreaMeans unit_means(const Measured& measured, const std::vector<StandardWave>& waves,
                     double minimum);

/// Means over the units that lie in each area of a coarser level. Units that lie nowhere are left
/// out and counted in the ledger ("unit-without-area").
AreaMeans area_means(const series::Project& project, const Measured& measured,
                     const std::vector<StandardWave>& waves, area::Level level, double minimum,
                     base::Workers workers, base::Ledger& ledger);

/// Values of indicators per area as they were measured, before anything is done to them: of the
/// units themselves, or means over the residents of the units in an area that have a value. Areas
/// with fewer residents than the definition's minimum are withheld.
struct IndicatorMeans {
  area::Level level = area::Level::cell;
  area::Vintage vintage = {};
  std::vector<series::Wave> waves = {};
  std::vector<area::AreaCode> codes = {};  ///< sorted
  /// [indicator of the definition][wave][area]; nothing for an indicator that was not measured.
  std::vector<std::vector<std::vector<table::Value<float>>>> values = {};
};

/// Of the units' own level and of every coarser level that the definition scores.
std::vector<IndicatorMeans> indicator_means(const Instrument& instrument,
                                            const series::Project& project,
                                            const Measured& measured);

}  // namespace wijkbeeld::instrument
