// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "answer/figure.hpp"
#include "area/level.hpp"

namespace wijkbeeld::answer {

/// The fewest residents of a cell that are told, as CBS does for its squares of 100 by 100 metres:
/// a smaller number speaks of one or two households.
inline constexpr int kFewestTold = 5;

/// The number of residents as it may be told: withheld for a cell with fewer than kFewestTold. The
/// number itself still weighs in means and sums over many cells. Areas of other levels, and what is
/// absent already, stay as they are.
Figure told(area::Level level, Figure residents);

}  // namespace wijkbeeld::answer
