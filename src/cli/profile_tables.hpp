// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "answer/profile.hpp"
#include "base/message.hpp"
#include "table/table.hpp"

namespace wijkbeeld::cli {

/// For csv and json: waves, changes and contributions of all editions, a row each.
std::vector<table::Table> profile_data(const answer::Profile& profile, base::Language language);

/// For people, of one edition: its waves with class as number and name, its dimensions per wave,
/// its changes.
std::vector<table::Table> profile_screens(const answer::ProfileEdition& edition,
                                          base::Language language);

}  // namespace wijkbeeld::cli
