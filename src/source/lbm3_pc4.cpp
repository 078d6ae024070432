// SPDX-License-Identifier: EUPL-1.2
#include "source/lbm3_pc4.hpp"

#include "source/cells.hpp"
#include "source/file_year.hpp"

namespace wijkbeeld::source {

namespace {

std::vector<ValueColumn> value_columns_of(const table::Rows& rows) {
  std::vector<ValueColumn> columns;
  columns.push_back({rows.column("lbm"), "score", ValueRule::number, {}});
  columns.push_back({rows.column("afw"), "deviation", ValueRule::number, {}});
  for (const std::string_view dimension : {"fys", "onv", "soc", "vrz", "won"})
    columns.push_back(
        {rows.column(dimension), fmt::format("contribution.{}", dimension), ValueRule::number, {}});
  return columns;
}

}  // namespace

bool recognises_lbm3(const Probe& probe) {
  return probe.tables.contains("") && probe.has_columns({"pc4", "jaar", "lbm", "afw"});
}

Reading read_lbm3(const Probe& probe) {
  const table::Rows& rows = probe.table();
  Reading reading;
  const Belonging belonging{{"lbm3-2022"}, area::Level::pc4, {2020}};
  const KeyColumns columns{rows.column("pc4"), belonging.level, rows.column("jaar"), {}};
  const RowKeys keys = keys_of(rows, columns, reading.ledger);
  reading.rows_read = static_cast<std::int64_t>(rows.size());
  reading.rows_refused = keys.refused;
  reading.ledger.add(assumed_vintage(probe.name, belonging.vintage.year));
  reading.series = series_of(rows, keys, value_columns_of(rows), belonging,
                             {table::Absence::withheld}, reading.ledger);
  mark_empty_periods(reading.series);
  return reading;
}

}  // namespace wijkbeeld::source
