// SPDX-License-Identifier: EUPL-1.2
#include "instrument/scored.hpp"

#include <algorithm>
#include <iterator>

namespace wijkbeeld::instrument {

using base::say;

const AreaMeans* Scored::find(area::Level level) const {
  const auto found = std::find_if(levels.begin(), levels.end(),
                                  [&](const AreaMeans& one) { return one.level == level; });
  return found == levels.end() ? nullptr : &*found;
}

Scored scored(const Instrument& instrument, const Standard& standard, Measured measured,
              const series::Project& project, base::Workers workers, base::Progress& progress,
              base::Ledger& ledger) {
  Scored out{std::move(measured)};
  progress.begin(say("scoring '{}'", instrument.edition.id.text));
  for (const series::Wave wave : instrument.edition.waves) {
    out.waves.push_back(standardised(instrument, out.measured, standard, wave));
    progress.check();
  }
  out.levels.push_back(
      unit_means(out.measured, out.waves, instrument.fewest_residents(instrument.level)));
  for (const area::Level level : instrument.levels) {
    if (level == instrument.level) continue;
    out.levels.push_back(area_means(project, out.measured, out.waves, level,
                                    instrument.fewest_residents(level), workers, ledger));
    progress.check();
  }
  return out;
}

std::vector<series::Series> all_series(const Instrument& instrument, const Model& model,
                                       const Scored& scored, base::Workers workers) {
  std::vector<series::Series> out;
  for (const AreaMeans& means : scored.levels) {
    std::vector<series::Series> some = score_series(instrument, model, means, workers);
    std::move(some.begin(), some.end(), std::back_inserter(out));
  }
  return out;
}

}  // namespace wijkbeeld::instrument
