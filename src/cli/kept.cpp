// SPDX-License-Identifier: EUPL-1.2
#include "cli/kept.hpp"

#include <filesystem>

#include "cli/read_data.hpp"

namespace wijkbeeld::cli {

using base::Failure;
using base::say;

namespace {

// An edition that no data have: nothing of the series is read.
constexpr const char* kNoEdition = "-";

store::What documents_only() {
  return {.with_areas = false,
          .with_outlines = false,
          .with_ledger = false,
          .editions = {{kNoEdition}},
          .with_samples = false,
          .with_places = false,
          .with_nestings = false};
}

}  // namespace

series::Project read_documents(const std::string& path, base::Workers /*workers*/,
                               const Session& /*session*/) {
  if (!store::is_project_file(path)) return {};
  return store::read_project_file(path, documents_only());
}

std::vector<instrument::Edition> editions_in(const std::string& path, base::Workers workers,
                                             const Session& session) {
  return instrument::editions_of(read_documents(path, workers, session));
}

Scorable read_scorable(const std::string& path, const std::string& id, base::Workers workers,
                       const Session& session) {
  // What is not there is for read_data to tell.
  if (!store::is_project_file(path) && !std::filesystem::exists(path))
    read_data(path, workers, session);
  instrument::Kept kept = instrument::kept_instrument(read_documents(path, workers, session), id);
  return {std::move(kept),
          read_data(path, workers, session, {.with_ledger = false, .with_samples = false})};
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
