// SPDX-License-Identifier: EUPL-1.2
#include "source/indicator_table.hpp"

#include <utility>

#include "base/text.hpp"
#include "source/area_key.hpp"
#include "source/cells.hpp"
#include "source/voorbeeld_levels.hpp"

namespace wijkbeeld::source {

using area::Level;
using base::say;

namespace {

constexpr area::Vintage kExampleVintage{2016};

// What is neither about the row nor a number holds no indicator.
std::vector<ValueColumn> indicator_columns(const table::Rows& rows, base::Ledger& ledger) {
  std::vector<ValueColumn> columns;
  for (ValueColumn& column : all_columns_but(rows, {"jaar"}, {})) {
    if (is_about_the_row(column.quantity)) continue;
    if (is_mostly_numbers(rows, column.column)) {
      columns.push_back(std::move(column));
      continue;
    }
    base::Place place = rows.place();
    place.column = static_cast<int>(column.column) + 1;
    ledger.add(
        {"column-not-used", base::Severity::note, place,
         say("column '{}' holds no numbers and was not used", rows.header()[column.column])});
  }
  return columns;
}

Reading read_example(const Probe& probe, std::string_view key, Level level) {
  const table::Rows& rows = probe.table();
  Reading reading;
  const RowKeys keys =
      keys_of(rows, {rows.column(key), level, rows.column("jaar"), {}}, reading.ledger);
  count_rows(keys, reading);
  reading.series =
      series_of(rows, keys, all_columns_but(rows, {key, "jaar"}, {}),
                {{"voorbeeld-indicatoren"}, level, kExampleVintage}, {}, reading.ledger);
  return reading;
}

}  // namespace

bool recognises_indicators(const Probe& probe) {
  return probe.tables.contains("") && id_of(probe.name).starts_with("indicator") &&
         probe.has_columns({"jaar"}) && area_key_of(probe.table()).has_value();
}

Reading read_indicators(const Probe& probe) {
  const table::Rows& rows = probe.table();
  const AreaKey key = *area_key_of(rows);
  Reading reading;
  const RowsOfVintage chosen = rows_of_vintage(probe, key.level, reading);
  const RowKeys keys =
      keys_of(rows, chosen.rows, {key.column, key.level, rows.column("jaar"), {}}, reading.ledger);
  count_rows(keys, reading);
  if (keys.rows.empty()) return reading;
  reading.series = series_of(rows, keys, indicator_columns(rows, reading.ledger),
                             {{id_of(probe.name)}, key.level, chosen.vintage}, {}, reading.ledger);
  return reading;
}

bool recognises_voorbeeld_cell_indicators(const Probe& probe) {
  return probe.tables.contains("") && probe.has_columns({"cel", "jaar", "won_vrijstaand"}) &&
         probe.has_columns({"soc_uitkering", "fys_zwerfafval"});
}

Reading read_voorbeeld_cell_indicators(const Probe& probe) {
  return read_example(probe, "cel", Level::cell);
}

bool recognises_voorbeeld_counts(const Probe& probe) {
  return probe.tables.contains("") &&
         probe.has_columns({"buurt", "jaar", "inwoners", "onv_overlast"});
}

Reading read_voorbeeld_counts(const Probe& probe) {
  return read_example(probe, "buurt", Level::buurt);
}

}  // namespace wijkbeeld::source
