// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/parallel.hpp"
#include "instrument/project_editions.hpp"
#include "instrument/scored.hpp"
#include "serve/archive.hpp"

namespace wijkbeeld::serve {

/// An instrument that the project keeps, measured and standardised anew, so that an answer to other
/// weights is a matter of milliseconds. To make one takes seconds on a large project. Where there
/// are too many units to keep what was measured of each (hundreds of thousands of cells), `scored`
/// has the coarser levels only and `indicators` nothing.
struct Workbench {
  instrument::Kept kept;
  instrument::Scored scored;                                ///< levels only
  std::vector<instrument::IndicatorMeans> indicators = {};  ///< per level
  /// Per indicator: its mean over all residents in the base wave; with `indicators`.
  std::vector<std::optional<double>> national = {};
  /// Names of areas.
  const series::Project* project = nullptr;
};

/// True when the project keeps an instrument under this id. Reads no figures.
bool has_instrument(const Archive& archive, const std::string& edition);

/// Throws Failure when it keeps none, or no model of it.
instrument::Kept kept_in(const Archive& archive, const std::string& edition);

/// True when what was measured of each unit would take more memory than a server should.
bool has_too_many_units(const Archive& archive, const instrument::Kept& kept);

/// Throws as measuring does. `is_coarse` leaves out the units themselves. `project` must outlive
/// the workbench.
Workbench workbench_of(const Archive& archive, instrument::Kept kept, bool is_coarse,
                       base::Workers workers, const series::Project& project);

/// One indicator of a kept instrument per area of a level, in the waves asked for.
instrument::IndicatorMeans indicator_of(const Archive& archive, const instrument::Kept& kept,
                                        std::string_view indicator, area::Level level,
                                        const std::vector<series::Wave>& waves,
                                        base::Workers workers);

}  // namespace wijkbeeld::serve
