// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "area/level.hpp"
#include "base/failure.hpp"
#include "codec/sqlite.hpp"

namespace wijkbeeld::store::detail {

/// That a hidden table does not hold what it should, and what to do.
base::Failure damaged(std::string_view table);

/// The level named in a column; throws Failure ("damaged") when it is none.
area::Level level_in(const codec::Statement& row, int column, std::string_view table);
int year_in(const codec::Statement& row, int column);

/// Throws Failure ("damaged") unless these are `size` reasons for absence.
void require_absences(const std::vector<std::uint8_t>& absences, std::size_t size,
                      std::string_view table);

}  // namespace wijkbeeld::store::detail
