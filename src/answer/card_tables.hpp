// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "answer/model_card.hpp"
#include "table/table.hpp"

namespace wijkbeeld::answer {

/// Every figure of a card as tables: what card.json holds and where the ids of figures lead
/// (docs/reference/model.md). Columns may be added at the end, never renamed or moved.
std::vector<table::Table> card_tables(const ModelCard& card);

/// Table "weights": a row per term that counts, by dimension and size. The first of card_tables.
table::Table weights_table(const ModelCard& card);

}  // namespace wijkbeeld::answer
