// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "answer/model_card.hpp"
#include "cli/session.hpp"
#include "table/table.hpp"

namespace wijkbeeld::cli {

/// For people: a line per dimension with how many weights it has, how much it sets places apart,
/// and its largest weight; the whole list is weights.csv.
table::Table dimensions_screen(const answer::ModelCard& card, const Session& session);

/// For people: a line per outcome with rows and R2, in sample and out of it.
table::Table outcomes_screen(const answer::ModelCard& card, const Session& session);

}  // namespace wijkbeeld::cli
