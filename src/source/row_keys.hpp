// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/issue.hpp"
#include "series/series.hpp"
#include "table/rows.hpp"

namespace wijkbeeld::source {

/// Which rows of a table are usable and what each is about. A row that is not goes to the ledger
/// and is left out of `rows`.
struct RowKeys {
  std::vector<std::size_t> rows = {};
  std::vector<area::AreaCode> codes = {};    ///< sorted, each once
  std::vector<series::Period> periods = {};  ///< sorted, each once; empty in a wide table
  std::vector<std::size_t> area_of = {};     ///< per used row: position in codes
  std::vector<std::size_t> period_of = {};   ///< per used row: position in periods
  std::int64_t refused = 0;
};

/// Where a table says what its rows are about. Wide tables have no time columns; a long table has
/// one year column, or two for changes (`from` and `to`).
struct KeyColumns {
  std::size_t code = 0;
  area::Level level = area::Level::own;
  std::optional<std::size_t> from = {};
  std::optional<std::size_t> to = {};  ///< same as `from` when absent
};

/// Reads the codes in a column, one row at a time. Refuses what is no code ("not-a-code") and what
/// is one of another level ("code-of-other-level").
class CodeReader {
 public:
  CodeReader(const table::Rows& rows, std::size_t column, area::Level level, base::Ledger& ledger)
      : rows_(rows), column_(column), level_(level), ledger_(ledger) {}
  std::optional<area::AreaCode> read(std::size_t row);
  /// Notes, when there were any, how many codes had to be mended ("code-mended"): call it once.
  void note_mended();

 private:
  const table::Rows& rows_;
  std::size_t column_;
  area::Level level_;
  base::Ledger& ledger_;
  std::int64_t mended_ = 0;
  std::size_t first_mended_ = 0;
};

/// The year in a cell; what is none, or lies outside 1990 to 2100, is refused
/// ("year-not-plausible"). A workbook may store 2012 as 2012.0.
std::optional<int> year_in(const table::Rows& rows, std::size_t row, std::size_t column,
                           base::Ledger& ledger);

/// Reads code and time of the chosen rows. Refuses, with the place: what is no code ("not-a-code"),
/// a code of another level ("code-of-other-level"), a year that is none or lies outside 1990 to
/// 2100 ("year-not-plausible"), a second row for the same area and time ("duplicate-row"). Codes
/// whose prefix or zeros had to be mended are noted once ("code-mended").
RowKeys keys_of(const table::Rows& rows, const std::vector<std::size_t>& chosen,
                const KeyColumns& columns, base::Ledger& ledger);
/// The same for all rows.
RowKeys keys_of(const table::Rows& rows, const KeyColumns& columns, base::Ledger& ledger);

/// The level most codes in a column have by their form; nothing when none has a known form.
std::optional<area::Level> level_of_column(const table::Rows& rows, std::size_t column);

/// The rows whose code has this level by its form, or whose word in `level_column` says so.
std::vector<std::size_t> rows_of_level(const table::Rows& rows, std::size_t level_column,
                                       area::Level level);

}  // namespace wijkbeeld::source
