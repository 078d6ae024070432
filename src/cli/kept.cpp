// SPDX-License-Identifier: EUPL-1.2
#include "cli/kept.hpp"

#include <filesystem>

#include "cli/read_data.hpp"

namespace wijkbeeld::cli {

Scorable read_scorable(const std::string& path, const std::string& id, base::Workers workers,
                       const Session& session) {
  const Data data(path, workers, session);
  // What is not there is for reading to tell.
  if (!std::filesystem::exists(path)) return {{}, data.read()};
  instrument::Kept kept = instrument::kept_instrument(data.documents(), id);
  return {std::move(kept), data.read({.with_ledger = false, .with_samples = false})};
}

instrument::Scored score_again(const Scorable& from, base::Workers workers,
                               const Session& session) {
  base::Ledger ledger;  // told when it was fitted
  return instrument::scored(
      from.kept.instrument, from.kept.model.standard,
      instrument::measure(from.kept.instrument, from.project, workers, session.progress(), ledger),
      from.project, workers, session.progress(), ledger);
}

}  // namespace wijkbeeld::cli
