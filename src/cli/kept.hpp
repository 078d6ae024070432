// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "base/parallel.hpp"
#include "cli/session.hpp"
#include "instrument/project_editions.hpp"
#include "instrument/scored.hpp"

namespace wijkbeeld::cli {

/// An instrument, its model and the data to score with, read from a project file.
struct Scorable {
  instrument::Kept kept;
  series::Project project;
};
/// Throws Failure when the project keeps no such instrument.
Scorable read_scorable(const std::string& path, const std::string& id, base::Workers workers,
                       const Session& session);

/// Measures and scores anew, from the data in the project.
instrument::Scored score_again(const Scorable& from, base::Workers workers, const Session& session);

}  // namespace wijkbeeld::cli
