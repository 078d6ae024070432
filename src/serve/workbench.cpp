// SPDX-License-Identifier: EUPL-1.2
#include "serve/workbench.hpp"

#include <algorithm>

namespace wijkbeeld::serve {

bool has_instrument(const Archive& archive, const std::string& edition) {
  return std::any_of(archive.documents().begin(), archive.documents().end(),
                     [&](const series::Document& one) {
                       return one.kind == instrument::kModel && one.id == edition;
                     });
}

instrument::Kept kept_in(const Archive& archive, const std::string& edition) {
  series::Project documents;
  documents.documents = archive.documents();
  return instrument::kept_instrument(documents, edition);
}

Workbench workbench_of(const Archive& archive, const std::string& edition, base::Workers workers,
                       const series::Project& project) {
  instrument::Kept kept = kept_in(archive, edition);
  // Its own scores are not among what they are made of.
  const auto ingredients =
      archive.read({.with_ledger = false,
                    .with_samples = false,
                    .wants = [&](const series::SeriesKey& key, series::Period) {
                      return key.edition != kept.instrument.edition.id;
                    }});
  base::Progress progress;
  base::Ledger ledger;  // told when it was fitted
  instrument::Scored scored = instrument::scored(
      kept.instrument, kept.model.standard,
      instrument::measure(kept.instrument, *ingredients, workers, progress, ledger), *ingredients,
      workers, progress, ledger);
  std::vector<instrument::IndicatorMeans> indicators =
      instrument::indicator_means(kept.instrument, *ingredients, scored.measured);
  // What answers need is per level; the units themselves are one of the levels.
  scored.waves.clear();
  scored.measured.raw.clear();
  return {std::move(kept), std::move(scored), std::move(indicators), &project};
}

}  // namespace wijkbeeld::serve
