// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>

#include "source/row_keys.hpp"
#include "source/source.hpp"

namespace wijkbeeld::source {

/// The levels in the tables of the example country.
inline constexpr std::array<area::Level, 3> kVoorbeeldLevels = {
    area::Level::buurt, area::Level::wijk, area::Level::gemeente};

/// Refuses the rows whose level is none of those ("not-a-level"), and counts them.
void refuse_unknown_levels(const table::Rows& rows, std::size_t level_column, Reading& reading);

/// Adds the rows behind the keys, and those refused, to the counts.
void count_rows(const RowKeys& keys, Reading& reading);

}  // namespace wijkbeeld::source
