// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "answer/score_summary.hpp"
#include "answer/what_if.hpp"
#include "cli/session.hpp"
#include "instrument/project_editions.hpp"
#include "table/table.hpp"

namespace wijkbeeld::cli {

/// A row per level and wave; behind it the classes: for people those of the last wave per level,
/// as data all of them.
std::vector<table::Table> summary_tables(const answer::ScoreSummary& summary,
                                         const Session& session);

/// What other weights do: a row per level, the classes before and after, and (as data, or when they
/// are few) the areas that change class.
std::vector<table::Table> what_if_tables(const answer::WhatIfAnswer& answer,
                                         const Session& session);

/// The finding in a sentence per level.
std::vector<base::Message> what_if_sentences(const answer::WhatIfAnswer& answer);

/// Id of the first indicator with a weight: for an example that works.
std::string first_counting(const instrument::Kept& kept);

}  // namespace wijkbeeld::cli
