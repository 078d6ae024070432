// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "answer/own_areas.hpp"
#include "table/table.hpp"

namespace wijkbeeld::answer {

/// Table "own_areas": a row per own area and wave, in the order they came in. An area without waves
/// has one row without a wave. `number` counts the areas from 1, as their names may be the same.
table::Table own_areas_table(const OwnAreasAnswer& answer);

}  // namespace wijkbeeld::answer
