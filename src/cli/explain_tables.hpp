// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "answer/explain.hpp"
#include "cli/session.hpp"
#include "table/table.hpp"

namespace wijkbeeld::cli {

/// Who, which score with which interval, which class and how sure; and the change, when asked.
std::vector<base::Message> explanation_sentences(const answer::Explanation& found,
                                                 base::Language language);

/// For people: the indicators per dimension, of the score and of the change.
std::vector<table::Table> explanation_screens(const answer::Explanation& found,
                                              const Session& session);

/// For csv and json: every contribution first, then the score, class probabilities, and the same
/// of the change.
std::vector<table::Table> explanation_data(const answer::Explanation& found);

}  // namespace wijkbeeld::cli
