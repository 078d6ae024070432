// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/session.hpp"
#include "series/project.hpp"
#include "table/table.hpp"

namespace wijkbeeld::cli {

/// What a project holds to make an instrument from. Never an observation itself.
/// The samples: of which areas, how many observations, which columns.
table::Table samples_table(const series::Project& project);
/// The kinds of places: what they are on the map, how many, and how many with a year.
table::Table places_table(const series::Project& project, const Session& session);
/// The documents: definitions of instruments, fitted models.
table::Table documents_table(const series::Project& project);

}  // namespace wijkbeeld::cli
