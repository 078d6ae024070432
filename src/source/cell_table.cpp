// SPDX-License-Identifier: EUPL-1.2
#include "source/cell_table.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

#include "base/ensure.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "source/area_key.hpp"
#include "source/cbs_areas.hpp"
#include "source/cells.hpp"
#include "source/voorbeeld_levels.hpp"

namespace wijkbeeld::source {

using area::Level;
using table::Absence;

namespace {

// A column called "inwoners_2016".
struct YearColumn {
  std::size_t column = 0;
  std::string name;
  int year = 0;
};

std::vector<YearColumn> year_columns(const std::vector<std::string>& header) {
  std::vector<YearColumn> columns;
  for (std::size_t i = 0; i < header.size(); ++i) {
    const std::size_t split = header[i].rfind('_');
    if (split == std::string::npos || split == 0) continue;
    const auto year = base::parse_integer(std::string_view(header[i]).substr(split + 1));
    if (!year || *year < 1990 || *year > 2100) continue;
    columns.push_back({i, base::lower(header[i].substr(0, split)), static_cast<int>(*year)});
  }
  return columns;
}

// The level at which a column says where a cell lies.
std::optional<Level> level_in(const YearColumn& column) {
  const auto level = area::parse_level(column.name);
  if (level == Level::cell || level == Level::own) return std::nullopt;
  return level;
}

area::Nesting nesting_of(const table::Rows& rows, const RowKeys& keys, const YearColumn& column,
                         Level level, base::Ledger& ledger) {
  std::vector<std::size_t> order(keys.rows.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return keys.area_of[a] < keys.area_of[b]; });
  area::Nesting nesting{Level::cell, level, {column.year}};
  CodeReader parents(rows, column.column, level, ledger);
  for (const std::size_t i : order) {
    if (rows.cell(keys.rows[i], column.column).empty()) continue;
    const auto parent = parents.read(keys.rows[i]);
    if (!parent) continue;
    nesting.codes.push_back(keys.codes[keys.area_of[i]]);
    nesting.parents.push_back(*parent);
  }
  parents.note_mended();
  return nesting;
}

// The year whose boundaries the cells belong to: the latest in which they lie somewhere.
int vintage_in(const std::vector<YearColumn>& columns) {
  int nested = 0;
  int any = 0;
  for (const YearColumn& column : columns) {
    if (level_in(column)) nested = std::max(nested, column.year);
    any = std::max(any, column.year);
  }
  return nested != 0 ? nested : any;
}

const YearColumn& residents_column(const std::vector<YearColumn>& columns, int vintage) {
  const YearColumn* best = nullptr;
  for (const YearColumn& column : columns)
    if (column.name == "inwoners" && (best == nullptr || column.year == vintage ||
                                      (best->year != vintage && column.year > best->year)))
      best = &column;
  base::ensure(best != nullptr, "a table of cells has residents");
  return *best;
}

class CellTable {
 public:
  explicit CellTable(const Probe& probe)
      : rows_(probe.table()),
        columns_(year_columns(rows_.header())),
        vintage_{vintage_in(columns_)},
        keys_(keys_of(rows_, {rows_.column("cel"), Level::cell, {}, {}}, reading_.ledger)) {
    count_rows(keys_, reading_);
  }

  void add_areas(std::string_view credit) {
    const YearColumn& residents = residents_column(columns_, vintage_.year);
    reading_.areas.push_back(areas_of(rows_, keys_, {{}, {}, residents.column, {}}, Level::cell,
                                      vintage_, fmt::format("{}, {}", credit, residents.year),
                                      reading_.ledger));
    for (const YearColumn& column : columns_)
      if (const auto level = level_in(column))
        reading_.nestings.push_back(nesting_of(rows_, keys_, column, *level, reading_.ledger));
  }

  // The columns with one of the names (or any, when none is given) as series of the edition.
  void add_series(std::string_view edition, const std::vector<std::string_view>& names,
                  Absence empty) {
    std::vector<ValueColumn> values;
    for (const YearColumn& column : columns_) {
      const bool is_wanted =
          names.empty() || std::find(names.begin(), names.end(), column.name) != names.end();
      if (is_wanted && !level_in(column))
        values.push_back(
            {column.column, column.name, ValueRule::number, series::at({column.year})});
    }
    auto made = series_of(rows_, keys_, values, {{std::string(edition)}, Level::cell, vintage_},
                          {empty}, reading_.ledger);
    std::move(made.begin(), made.end(), std::back_inserter(reading_.series));
  }

  Reading take() { return std::move(reading_); }

 private:
  Reading reading_ = {};
  const table::Rows& rows_;
  std::vector<YearColumn> columns_;
  area::Vintage vintage_;
  RowKeys keys_;
};

}  // namespace

bool recognises_cells(const Probe& probe) {
  if (!probe.tables.contains("") || !probe.has_columns({"cel"})) return false;
  const auto columns = year_columns(probe.table().header());
  return std::any_of(columns.begin(), columns.end(),
                     [](const YearColumn& column) { return column.name == "inwoners"; });
}

Reading read_cells(const Probe& probe) {
  CellTable cells(probe);
  cells.add_areas(probe.name);
  cells.add_series(id_of(probe.name), {}, Absence::not_collected);
  return cells.take();
}

bool recognises_voorbeeld_cells(const Probe& probe) {
  return probe.tables.contains("") &&
         probe.has_columns({"cel", "x", "y", "buurt_2016", "inwoners_2016", "score_2016"});
}

Reading read_voorbeeld_cells(const Probe& probe) {
  CellTable cells(probe);
  cells.add_areas("Voorbeeldland (verzonnen)");
  cells.add_series("voorbeeld-indicatoren", {"inwoners", "woningen"}, Absence::not_collected);
  cells.add_series("voorbeeld", {"score"}, Absence::not_applicable);
  return cells.take();
}

}  // namespace wijkbeeld::source
