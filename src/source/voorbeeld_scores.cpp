// SPDX-License-Identifier: EUPL-1.2
#include "source/voorbeeld_scores.hpp"

#include <algorithm>
#include <array>

#include "source/cells.hpp"
#include "source/voorbeeld_levels.hpp"

namespace wijkbeeld::source {

using area::Level;
using base::say;

namespace {

constexpr area::Vintage kVintage{2016};
constexpr std::array<std::string_view, 5> kDimensionIds = {"won", "soc", "vrz", "onv", "fys"};

Belonging belonging_to(Level level) {
  return {{"voorbeeld"}, level, kVintage};
}

void append(std::vector<series::Series>&& from, Reading& reading) {
  for (series::Series& one : from)
    reading.series.push_back(std::move(one));
}

// The same columns for each level that the table has.
Reading read_levels(const table::Rows& rows, std::string_view from, std::string_view to,
                    const std::vector<ValueColumn>& columns) {
  Reading reading;
  const std::size_t level_column = rows.column("niveau");
  refuse_unknown_levels(rows, level_column, reading);
  for (const Level level : kVoorbeeldLevels) {
    const std::vector<std::size_t> chosen = rows_of_level(rows, level_column, level);
    if (chosen.empty()) continue;
    const RowKeys keys =
        keys_of(rows, chosen, {rows.column("gebied"), level, rows.column(from), rows.column(to)},
                reading.ledger);
    count_rows(keys, reading);
    append(series_of(rows, keys, columns, belonging_to(level), {table::Absence::withheld},
                     reading.ledger),
           reading);
  }
  return reading;
}

}  // namespace

bool recognises_voorbeeld_situation(const Probe& probe) {
  return probe.tables.contains("") &&
         probe.has_columns({"niveau", "gebied", "jaar", "klasse", "score", "afwijking"});
}

Reading read_voorbeeld_situation(const Probe& probe) {
  const table::Rows& rows = probe.table();
  std::vector<ValueColumn> columns = {
      {rows.column("klasse"), "class", ValueRule::situation_class, {}},
      {rows.column("score"), "score", ValueRule::number, {}},
      {rows.column("afwijking"), "deviation", ValueRule::number, {}}};
  for (const std::string_view id : kDimensionIds)
    columns.push_back({rows.column(id), fmt::format("contribution.{}", id), ValueRule::number, {}});
  return read_levels(rows, "jaar", "jaar", columns);
}

bool recognises_voorbeeld_development(const Probe& probe) {
  return probe.tables.contains("") &&
         probe.has_columns({"niveau", "gebied", "van", "tot", "klasse", "verandering"});
}

Reading read_voorbeeld_development(const Probe& probe) {
  const table::Rows& rows = probe.table();
  std::vector<ValueColumn> columns = {
      {rows.column("klasse"), "development", ValueRule::development_class, {}},
      {rows.column("verandering"), "change", ValueRule::number, {}}};
  for (const std::string_view id : kDimensionIds)
    columns.push_back({rows.column(fmt::format("d_{}", id)),
                       fmt::format("contribution_change.{}", id),
                       ValueRule::number,
                       {}});
  return read_levels(rows, "van", "tot", columns);
}

bool recognises_voorbeeld_other(const Probe& probe) {
  if (probe.tables.contains(""))
    return probe.has_columns({"niveau", "van", "naar", "aandeel_van", "aandeel_naar"});
  return probe.tables.empty() &&
         (probe.name.ends_with("truth.json") || probe.name.ends_with("LEESMIJ.txt"));
}

Reading read_voorbeeld_other(const Probe& probe) {
  Reading reading;
  reading.ledger.add({"file-not-used",
                      base::Severity::note,
                      {probe.name},
                      say("a part of the example country that a study does not need; it was left "
                          "alone")});
  return reading;
}

}  // namespace wijkbeeld::source
