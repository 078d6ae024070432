// SPDX-License-Identifier: EUPL-1.2
#include "source/crime_and_health.hpp"

#include <algorithm>

#include "base/number.hpp"
#include "base/text.hpp"
#include "source/cells.hpp"

namespace wijkbeeld::source {

using area::Level;
using base::say;
using base::Severity;
using table::Rows;

namespace {

constexpr area::Vintage kRecent{2024};
constexpr area::Vintage kHealthAreas{2020};

void add_level(const Rows& rows, const std::vector<std::size_t>& chosen, const KeyColumns& columns,
               const std::vector<ValueColumn>& figures, const Belonging& belonging,
               Reading& reading) {
  const RowKeys keys = keys_of(rows, chosen, columns, reading.ledger);
  reading.rows_refused += keys.refused;
  for (series::Series& one : series_of(rows, keys, figures, belonging, {}, reading.ledger))
    reading.series.push_back(std::move(one));
}

// One quantity per area and year, with the level in a column.
Reading read_one_figure(const Probe& probe, std::string_view figure, const std::string& edition) {
  const Rows& rows = probe.table();
  Reading reading;
  reading.rows_read = static_cast<std::int64_t>(rows.size());
  const std::vector<ValueColumn> figures = {
      {rows.column(figure), std::string(figure), ValueRule::number, {}}};
  std::size_t used = 0;
  for (const Level level : {Level::buurt, Level::wijk, Level::gemeente}) {
    const auto chosen = rows_of_level(rows, rows.column("niveau"), level);
    used += chosen.size();
    add_level(rows, chosen, {rows.column("code"), level, rows.column("jaar"), {}}, figures,
              {{edition}, level, kRecent}, reading);
  }
  if (used < rows.size())
    reading.ledger.add({"rows-not-used", Severity::note, rows.place(),
                        say("rows about no buurt, wijk or gemeente, which were not used: {}",
                            base::Count{static_cast<std::int64_t>(rows.size() - used)})});
  return reading;
}

// "2016JJ00" in StatLine is the year 2016.
std::optional<int> statline_year(std::string_view text) {
  if (text.size() != 8 || text.substr(4) != "JJ00") return std::nullopt;
  const auto year = base::parse_integer(text.substr(0, 4));
  if (!year || *year < 1990 || *year > 2100) return std::nullopt;
  return static_cast<int>(*year);
}

// The rows of one StatLine period, by level; what is left is the whole country or unknown.
struct Chosen {
  std::vector<std::size_t> rows;
  int year;
};

std::vector<Chosen> rows_by_year(const Rows& rows, Reading& reading) {
  const std::size_t column = rows.column("Perioden");
  std::vector<Chosen> by_year;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const auto year = statline_year(rows.cell(row, column));
    if (!year) {
      reading.ledger.add(
          {"year-not-plausible", Severity::refused, rows.place_of(row, column),
           say("'{}' is not a StatLine year such as 2016JJ00", rows.cell(row, column))});
      ++reading.rows_refused;
      continue;
    }
    auto known = std::find_if(by_year.begin(), by_year.end(),
                              [&](const Chosen& one) { return one.year == *year; });
    if (known == by_year.end()) known = by_year.insert(known, Chosen{{}, *year});
    known->rows.push_back(row);
  }
  return by_year;
}

std::vector<std::size_t> of_level(const Rows& rows, const std::vector<std::size_t>& among,
                                  std::size_t column, Level level) {
  std::vector<std::size_t> chosen;
  for (const std::size_t row : among)
    if (area::level_of({std::string(rows.cell(row, column))}) == level) chosen.push_back(row);
  return chosen;
}

}  // namespace

bool recognises_crime(const Probe& probe) {
  return probe.tables.contains("") && probe.has_columns({"niveau", "code", "jaar", "misdrijven"});
}
Reading read_crime(const Probe& probe) {
  return read_one_figure(probe, "misdrijven", "politie-47022");
}

bool recognises_perceived_health(const Probe& probe) {
  return probe.tables.contains("") &&
         probe.has_columns({"niveau", "code", "jaar", "p_goed_ervaren_gezondheid"});
}
Reading read_perceived_health(const Probe& probe) {
  return read_one_figure(probe, "p_goed_ervaren_gezondheid", "rivm-50150");
}

bool recognises_health(const Probe& probe) {
  return probe.tables.contains("") &&
         probe.has_columns({"WijkenEnBuurten", "Perioden", "ErvarenGezondheidGoedZeerGoed_4"});
}

Reading read_health(const Probe& probe) {
  const Rows& rows = probe.table();
  Reading reading;
  reading.rows_read = static_cast<std::int64_t>(rows.size());
  const std::size_t code = rows.column("WijkenEnBuurten");
  for (const Chosen& chosen : rows_by_year(rows, reading)) {
    const auto figures =
        all_columns_but(rows, {"wijkenenbuurten", "perioden", "gemeentenaam_1", "soortregio_2"},
                        series::Wave{chosen.year});
    std::size_t used = 0;
    for (const Level level : {Level::buurt, Level::wijk, Level::gemeente}) {
      const auto of_this = of_level(rows, chosen.rows, code, level);
      used += of_this.size();
      add_level(rows, of_this, {code, level, {}, {}}, figures,
                {{"rivm-50090"}, level, kHealthAreas}, reading);
    }
    if (used < chosen.rows.size())
      reading.ledger.add({"rows-not-used", Severity::note, rows.place(),
                          say("rows about no buurt, wijk or gemeente, which were not used: {}",
                              base::Count{static_cast<std::int64_t>(chosen.rows.size() - used)})});
  }
  return reading;
}

}  // namespace wijkbeeld::source
