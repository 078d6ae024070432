// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "source/row_keys.hpp"

namespace wijkbeeld::source {

/// What a column may hold.
enum class ValueRule : std::uint8_t {
  number,             ///< any finite number
  situation_class,    ///< whole, 1 to 9
  development_class,  ///< whole, 1 to 7
};

/// How a source writes "there is no value".
struct Blanks {
  table::Absence empty = table::Absence::not_collected;  ///< empty cells, "NA" and "-"
};

/// The number in a cell, or why there is none. "#N/A", ".", "x" and the CBS codes -99999999 and
/// -99997 are withheld; what else cannot be read is refused ("not-a-number"), as is a class that is
/// not whole or outside its range ("class-out-of-range").
table::Value<double> cell_value(const table::Rows& rows, std::size_t row, std::size_t column,
                                ValueRule rule, const Blanks& blanks, base::Ledger& ledger);

/// True when at least half of the cells that hold something hold a number (or a word for a number
/// that is withheld); false for a column without anything.
bool is_mostly_numbers(const table::Rows& rows, std::size_t column);

/// A column of values and the quantity they are.
struct ValueColumn {
  std::size_t column = 0;
  std::string quantity;
  ValueRule rule = ValueRule::number;
  /// What the values are about in a wide table; in a long one the row says it.
  std::optional<series::Period> period = {};
};

/// To which edition, level and vintage values belong.
struct Belonging {
  series::EditionId edition;
  area::Level level = area::Level::own;
  area::Vintage vintage;
};

/// The columns as series, one per quantity, in order of quantity.
std::vector<series::Series> series_of(const table::Rows& rows, const RowKeys& keys,
                                      const std::vector<ValueColumn>& columns,
                                      const Belonging& belonging, const Blanks& blanks,
                                      base::Ledger& ledger);

/// Every column but those named in `left_out` (in lower case) as a quantity of that name in lower
/// case, all about one wave (or, without one, about the time the row says).
std::vector<ValueColumn> all_columns_but(const table::Rows& rows,
                                         const std::vector<std::string_view>& left_out,
                                         std::optional<series::Wave> wave);

/// Where a quantity has no value at all in a period, its withheld values become not collected:
/// nobody published that column for that wave.
void mark_empty_periods(std::vector<series::Series>& all);

}  // namespace wijkbeeld::source
