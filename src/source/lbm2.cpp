// SPDX-License-Identifier: EUPL-1.2
#include "source/lbm2.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "source/file_year.hpp"
#include "source/lbm2_columns.hpp"
#include "source/series_merge.hpp"

namespace wijkbeeld::source {

using area::Level;
using base::say;
using base::Severity;
using series::Series;
using table::Rows;

namespace {

struct CodeName {
  std::string_view name;
  Level level;  // own: by the form of the codes
};
constexpr std::array<CodeName, 7> kCodeNames = {{{"wk_code", Level::wijk},
                                                 {"gm_code", Level::gemeente},
                                                 {"bu_code", Level::buurt},
                                                 {"pc4", Level::pc4},
                                                 {"code", Level::own},
                                                 {"gbd", Level::own},
                                                 {"gebied", Level::own}}};
// Workbooks keep some fifteen digits; the long and the wide sheet were written apart.
constexpr double kSheetTolerance = 1e-12;

struct CodeColumn {
  std::size_t column;
  Level level;
};

CodeColumn code_column_of(const Rows& rows) {
  for (const CodeName& known : kCodeNames)
    if (const auto column = rows.find(known.name)) {
      if (known.level != Level::own) return {*column, known.level};
      return {*column, level_of_column(rows, *column).value_or(Level::own)};
    }
  // Says which columns there are; a class file of wijken is what people mostly have.
  return {rows.column("WK_CODE"), Level::wijk};
}

std::vector<ValueColumn> value_columns_of(const std::vector<std::string>& header) {
  std::vector<ValueColumn> columns;
  for (std::size_t i = 0; i < header.size(); ++i)
    if (auto column = lbm2_column(header[i])) {
      column->column = i;
      columns.push_back(std::move(*column));
    }
  return columns;
}

bool has_lbm2_columns(const Probe& probe) {
  return std::any_of(probe.tables.begin(), probe.tables.end(),
                     [](const auto& one) { return value_columns_of(one.second).size() >= 2; });
}

bool is_workbook(const Probe& probe) {
  return probe.has_ending(".xlsx") || probe.has_ending(".xlsm");
}

bool is_per_pc4(const Probe& probe) {
  return std::any_of(probe.tables.begin(), probe.tables.end(), [&](const auto& one) {
    const Rows& rows = probe.table(one.first);
    for (const CodeName& known : kCodeNames)
      if (const auto column = rows.find(known.name))
        return known.level == Level::pc4 ||
               (known.level == Level::own && level_of_column(rows, *column) == Level::pc4);
    return false;
  });
}

// A long sheet lacks the years in its column names; its years stand in columns.
bool is_long(const std::vector<ValueColumn>& columns) {
  return std::any_of(columns.begin(), columns.end(),
                     [](const ValueColumn& column) { return !column.period; });
}

// All six columns of a long sheet must be there: a renamed one would be lost in silence.
void require_all_dimensions(const Rows& rows, bool is_change) {
  for (const std::string_view tail : {"RMTR", "WON", "BEV", "VRZ", "VEI", "FYS"})
    static_cast<void>(rows.column(fmt::format("{}{}", is_change ? "DLB" : "RLB", tail)));
}

KeyColumns key_columns_of(const Rows& rows, const CodeColumn& code,
                          std::vector<ValueColumn>& columns) {
  KeyColumns keys{code.column, code.level, {}, {}};
  if (!is_long(columns)) return keys;
  std::erase_if(columns, [](const ValueColumn& column) { return column.period.has_value(); });
  const bool is_change = columns.front().quantity.find("change") != std::string::npos;
  require_all_dimensions(rows, is_change);
  keys.from = rows.column(is_change ? "BEGIN" : "JAAR");
  if (is_change) keys.to = rows.column("EINDE");
  return keys;
}

void note_unused_columns(const Rows& rows, const KeyColumns& keys,
                         const std::vector<ValueColumn>& used, base::Ledger& ledger) {
  for (std::size_t i = 0; i < rows.header().size(); ++i) {
    const bool is_used =
        i == keys.code || keys.from == i || keys.to == i ||
        std::any_of(used.begin(), used.end(), [&](const ValueColumn& c) { return c.column == i; });
    if (is_used || rows.header()[i].empty()) continue;
    base::Place place = rows.place();
    place.column = static_cast<int>(i) + 1;
    ledger.add(
        {"column-not-used", Severity::note, place,
         say("column '{}' is not one of the published ones and was not used", rows.header()[i])});
  }
}

bool holds_2018(const std::vector<ValueColumn>& columns, const RowKeys& keys) {
  const auto is_late = [](const series::Period& period) { return period.to.year >= 2018; };
  return std::any_of(keys.periods.begin(), keys.periods.end(), is_late) ||
         std::any_of(columns.begin(), columns.end(), [&](const ValueColumn& column) {
           return column.period && is_late(*column.period);
         });
}

struct Sheet {
  const Rows* rows;
  CodeColumn code;
  std::vector<ValueColumn> columns;
  RowKeys keys;
};

std::vector<Sheet> sheets_of(const Probe& probe, Reading& reading) {
  std::vector<Sheet> sheets;
  for (const auto& [name, header] : probe.tables) {
    Sheet sheet{&probe.table(name), {}, value_columns_of(header), {}};
    if (sheet.columns.empty()) continue;
    sheet.code = code_column_of(*sheet.rows);
    const KeyColumns keys = key_columns_of(*sheet.rows, sheet.code, sheet.columns);
    note_unused_columns(*sheet.rows, keys, sheet.columns, reading.ledger);
    sheet.keys = keys_of(*sheet.rows, keys, reading.ledger);
    reading.rows_read += static_cast<std::int64_t>(sheet.rows->size());
    reading.rows_refused += sheet.keys.refused;
    sheets.push_back(std::move(sheet));
  }
  // Long sheets first: they count where a wide one differs.
  std::stable_sort(sheets.begin(), sheets.end(), [](const Sheet& a, const Sheet& b) {
    return !a.keys.periods.empty() && b.keys.periods.empty();
  });
  return sheets;
}

Belonging belonging_of(const Probe& probe, const std::vector<Sheet>& sheets, const Sheet& sheet,
                       base::Ledger& ledger) {
  const bool is_2018 = std::any_of(sheets.begin(), sheets.end(), [](const Sheet& one) {
    return holds_2018(one.columns, one.keys);
  });
  Belonging belonging{
      {is_2018 ? "lbm2-2018" : "lbm2-2016"}, sheet.code.level, {is_2018 ? 2018 : 2016}};
  if (belonging.level == Level::pc4) belonging.vintage = {2020};
  if ((belonging.level == Level::pc4 || is_2018) && ledger.count("vintage-assumed") == 0)
    ledger.add(assumed_vintage(probe.name, belonging.vintage.year));
  return belonging;
}

void add(Series&& series, const Rows& rows, Reading& reading) {
  const auto known = std::find_if(reading.series.begin(), reading.series.end(),
                                  [&](const Series& one) { return one.key() == series.key(); });
  if (known == reading.series.end()) {
    reading.series.push_back(std::move(series));
    return;
  }
  merge_series(*known, series, kSheetTolerance,
               [&](const area::AreaCode& code, series::Period period, const auto& first,
                   const auto& second) {
                 reading.ledger.add(
                     {"long-and-wide-differ", Severity::warning, rows.place(),
                      say("{} of {} in {} is {} in the long sheet and {} in the wide one; the long "
                          "sheet counts",
                          series.key().quantity, code.text, in_words(period), in_words(first),
                          in_words(second))});
               });
}

}  // namespace

bool recognises_lbm2_workbook(const Probe& probe) {
  return is_workbook(probe) && has_lbm2_columns(probe) && !is_per_pc4(probe);
}
bool recognises_lbm2_table(const Probe& probe) {
  return !is_workbook(probe) && has_lbm2_columns(probe) && !is_per_pc4(probe);
}
bool recognises_lbm2_pc4(const Probe& probe) {
  return has_lbm2_columns(probe) && is_per_pc4(probe);
}

Reading read_lbm2(const Probe& probe) {
  Reading reading;
  const std::vector<Sheet> sheets = sheets_of(probe, reading);
  const Blanks blanks{table::Absence::withheld};
  for (const Sheet& sheet : sheets) {
    const Belonging belonging = belonging_of(probe, sheets, sheet, reading.ledger);
    for (Series& one :
         series_of(*sheet.rows, sheet.keys, sheet.columns, belonging, blanks, reading.ledger))
      add(std::move(one), *sheet.rows, reading);
  }
  return reading;
}

}  // namespace wijkbeeld::source
