// SPDX-License-Identifier: EUPL-1.2
#include "source/cbs_tables.hpp"

#include "source/cbs_areas.hpp"
#include "source/cells.hpp"
#include "source/file_year.hpp"

namespace wijkbeeld::source {

using area::Level;
using base::say;
using base::Severity;
using table::Rows;

namespace {

constexpr int kKwbYear = 2024;
constexpr int kPc4Vintage = 2020;

void count_table_rows(const RowKeys& keys, Reading& reading) {
  reading.rows_read += static_cast<std::int64_t>(keys.rows.size()) + keys.refused;
  reading.rows_refused += keys.refused;
}

void append(std::vector<series::Series>&& from, std::vector<series::Series>& to) {
  for (series::Series& one : from)
    to.push_back(std::move(one));
}

// Rows whose word in `niveau` names none of the levels read would be lost in silence.
void refuse_other_levels(const Rows& rows, std::size_t column, Reading& reading) {
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const auto level = area::parse_level(rows.cell(row, column));
    if (level && *level != Level::own && *level != Level::cell && *level != Level::pc4) continue;
    reading.ledger.add(
        {"not-a-level", Severity::refused, rows.place_of(row, column),
         say("'{}' is not a level; known are gemeente, wijk and buurt", rows.cell(row, column))});
    ++reading.rows_read;
    ++reading.rows_refused;
  }
}

}  // namespace

bool recognises_kwb_2024(const Probe& probe) {
  return probe.tables.contains("") &&
         probe.has_columns({"niveau", "code", "naam", "gm_naam", "inwoners", "huishoudens"});
}

Reading read_kwb_2024(const Probe& probe) {
  const Rows& rows = probe.table();
  const std::size_t level_column = rows.column("niveau");
  const auto figures = all_columns_but(
      rows, {"niveau", "code", "naam", "gm_code", "gm_naam", "provincie", "wk_code", "pc4_meest"},
      series::Wave{kKwbYear});
  Reading reading;
  refuse_other_levels(rows, level_column, reading);
  for (const Level level : {Level::buurt, Level::wijk, Level::gemeente}) {
    const RowKeys keys = keys_of(rows, rows_of_level(rows, level_column, level),
                                 {rows.column("code"), level, {}, {}}, reading.ledger);
    count_table_rows(keys, reading);
    AreaColumns columns{rows.column("naam"), {}, rows.column("inwoners"), {}};
    if (level != Level::gemeente) columns.gemeente_name = rows.column("gm_naam");
    reading.areas.push_back(areas_of(
        rows, keys, columns, level, {kKwbYear},
        "CBS Kerncijfers wijken en buurten 2024, inwoners op 1 januari 2024", reading.ledger));
    append(series_of(rows, keys, figures, {{"kwb-2024"}, level, {kKwbYear}}, {}, reading.ledger),
           reading.series);
  }
  return reading;
}

bool recognises_pc4_residents(const Probe& probe) {
  return probe.tables.contains("") && probe.has_columns({"pc4", "inwoners", "plaats", "gemeente"});
}

Reading read_pc4_residents(const Probe& probe) {
  const Rows& rows = probe.table();
  Reading reading;
  const RowKeys keys = keys_of(rows, {rows.column("pc4"), Level::pc4, {}, {}}, reading.ledger);
  count_table_rows(keys, reading);
  reading.ledger.add(assumed_vintage(probe.name, kPc4Vintage));
  const AreaColumns columns{
      rows.column("plaats"), rows.column("gemeente"), rows.column("inwoners"), {}};
  reading.areas.push_back(areas_of(rows, keys, columns, Level::pc4, {kPc4Vintage},
                                   "CBS 83503NED, inwoners op 1 januari 2021", reading.ledger));
  const auto figures =
      all_columns_but(rows, {"pc4", "plaats", "gemeente", "provincie"}, series::Wave{2021});
  reading.series = series_of(rows, keys, figures, {{"cbs-pc4-2021"}, Level::pc4, {kPc4Vintage}}, {},
                             reading.ledger);
  return reading;
}

bool recognises_kwb_gemeente(const Probe& probe) {
  return probe.tables.contains("") && !probe.has_ending(".dbf") &&
         probe.has_columns({"gm_code", "gm_naam"}) && probe.table().header().size() >= 30 &&
         year_in_name(probe.name).has_value();
}

Reading read_kwb_gemeente(const Probe& probe) {
  const Rows& rows = probe.table();
  const int year = *year_in_name(probe.name);
  Reading reading;
  const RowKeys keys =
      keys_of(rows, {rows.column("gm_code"), Level::gemeente, {}, {}}, reading.ledger);
  count_table_rows(keys, reading);
  AreaColumns columns{rows.column("gm_naam"), {}, rows.find("aant_inw"), rows.find("water")};
  if (!columns.residents) columns.residents = rows.find("Aantal inwoners");
  reading.areas.push_back(areas_of(
      rows, keys, columns, Level::gemeente, {year},
      columns.residents ? fmt::format("CBS Kerncijfers wijken en buurten {0}, inwoners op 1 "
                                      "januari {0}",
                                      year)
                        : std::string(),
      reading.ledger));
  const auto figures =
      all_columns_but(rows, {"gm_code", "gm_naam", "water", "jaar"}, series::Wave{year});
  reading.series =
      series_of(rows, keys, figures, {{fmt::format("kwb-{}", year)}, Level::gemeente, {year}}, {},
                reading.ledger);
  return reading;
}

}  // namespace wijkbeeld::source
