// SPDX-License-Identifier: EUPL-1.2
#include "source/voorbeeld_areas.hpp"

#include <set>

#include "base/number.hpp"
#include "source/cbs_areas.hpp"
#include "source/outlines.hpp"
#include "source/voorbeeld_levels.hpp"

namespace wijkbeeld::source {

using area::Level;
using base::say;
using base::Severity;

namespace {

// The years in the column, in order; a row without one is refused.
std::set<int> vintages_in(const table::Rows& rows, std::size_t column, Reading& reading) {
  std::set<int> years;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const auto year = base::parse_integer(rows.cell(row, column));
    if (year && *year >= 1990 && *year <= 2100) {
      years.insert(static_cast<int>(*year));
      continue;
    }
    reading.ledger.add(
        {"vintage-unknown", Severity::refused, rows.place_of(row, column),
         say("'{}' is no year of a classification, such as 2016", rows.cell(row, column))});
    ++reading.rows_read;
    ++reading.rows_refused;
  }
  return years;
}

}  // namespace

bool recognises_voorbeeld_population(const Probe& probe) {
  return probe.tables.contains("") && probe.has_columns({"niveau", "code", "indeling", "naam",
                                                         "gemeente", "inwoners", "woningen"});
}

Reading read_voorbeeld_population(const Probe& probe) {
  const table::Rows& rows = probe.table();
  const std::size_t level_column = rows.column("niveau");
  const std::size_t year_column = rows.column("indeling");
  Reading reading;
  refuse_unknown_levels(rows, level_column, reading);
  for (const int year : vintages_in(rows, year_column, reading))
    for (const Level level : kVoorbeeldLevels) {
      std::vector<std::size_t> chosen;
      for (const std::size_t row : rows_of_level(rows, level_column, level))
        if (base::parse_integer(rows.cell(row, year_column)) == year) chosen.push_back(row);
      if (chosen.empty()) continue;
      const RowKeys keys =
          keys_of(rows, chosen, {rows.column("code"), level, {}, {}}, reading.ledger);
      count_rows(keys, reading);
      AreaColumns columns{rows.column("naam"), {}, rows.column("inwoners"), {}};
      if (level != Level::gemeente) columns.gemeente_name = rows.column("gemeente");
      reading.areas.push_back(areas_of(rows, keys, columns, level, {year},
                                       fmt::format("Voorbeeldland (verzonnen), {}", year),
                                       reading.ledger));
    }
  return reading;
}

bool recognises_voorbeeld_outlines(const Probe& probe) {
  return probe.tables.contains("buurt_2010") && probe.tables.contains("buurt_2016") &&
         probe.name.ends_with("gebieden.gpkg") && recognises_outlines(probe);
}

Reading read_voorbeeld_outlines(const Probe& probe) {
  Reading reading = read_outlines(probe);
  for (area::Outlines& outlines : reading.outlines)
    outlines.source = "Voorbeeldland (verzonnen)";
  return reading;
}

}  // namespace wijkbeeld::source
