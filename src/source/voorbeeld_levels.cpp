// SPDX-License-Identifier: EUPL-1.2
#include "source/voorbeeld_levels.hpp"

#include <algorithm>

namespace wijkbeeld::source {

void refuse_unknown_levels(const table::Rows& rows, std::size_t level_column, Reading& reading) {
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const auto level = area::parse_level(rows.cell(row, level_column));
    if (level && std::find(kVoorbeeldLevels.begin(), kVoorbeeldLevels.end(), *level) !=
                     kVoorbeeldLevels.end())
      continue;
    reading.ledger.add({"not-a-level", base::Severity::refused, rows.place_of(row, level_column),
                        base::say("'{}' is not a level; known are gemeente, wijk and buurt",
                                  rows.cell(row, level_column))});
    ++reading.rows_read;
    ++reading.rows_refused;
  }
}

void count_rows(const RowKeys& keys, Reading& reading) {
  reading.rows_read += static_cast<std::int64_t>(keys.rows.size()) + keys.refused;
  reading.rows_refused += keys.refused;
}

}  // namespace wijkbeeld::source
