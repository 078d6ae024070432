// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "base/parallel.hpp"
#include "base/progress.hpp"
#include "instrument/area_means.hpp"
#include "instrument/score.hpp"

namespace wijkbeeld::instrument {

/// What scores of every wave and level are made of: standardised values of the units, and their
/// means over the areas of each level that the definition scores.
struct Scored {
  Measured measured;
  std::vector<StandardWave> waves = {};  ///< in order of the edition's waves
  std::vector<AreaMeans> levels = {};    ///< of the units themselves, then coarser as asked

  [[nodiscard]] const AreaMeans* find(area::Level level) const;
};

/// Standardises what was measured in every wave and takes means per level. Throws Failures as
/// `standardised` does; units that lie in no area of a level go to the ledger.
Scored scored(const Instrument& instrument, const Standard& standard, Measured measured,
              const series::Project& project, base::Workers workers, base::Progress& progress,
              base::Ledger& ledger);

/// The series of every level, ready to be kept in a project: see score_series.
std::vector<series::Series> all_series(const Instrument& instrument, const Model& model,
                                       const Scored& scored, base::Workers workers);

}  // namespace wijkbeeld::instrument
