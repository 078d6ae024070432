// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

#include "cli/manner.hpp"
#include "table/table.hpp"

namespace wijkbeeld::cli {

/// Units that decide how a column looks to people (Heading::unit).
namespace unit {
inline constexpr std::string_view kYear = "a";           ///< 2016, never 2.016
inline constexpr std::string_view kShare = "1";          ///< 47,1%
inline constexpr std::string_view kScore = "{score}";    ///< 4,163
inline constexpr std::string_view kChange = "{change}";  ///< +0,0086
inline constexpr std::string_view kSigned = "{signed}";  ///< +0,0086, its unit said elsewhere
inline constexpr std::string_view kError = "{error}";    ///< 0,00005
inline constexpr std::string_view kPeople = "{people}";  ///< 1.240
}  // namespace unit

/// The table for people: a title, heads with their unit, columns aligned, numbers right, an absent
/// value as the word for why. Text columns are shortened where the lines would pass the width.
std::string text_table(const table::Table& table, const Manner& manner);

}  // namespace wijkbeeld::cli
