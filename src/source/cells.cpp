// SPDX-License-Identifier: EUPL-1.2
#include "source/cells.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

#include "base/failure.hpp"
#include "base/number.hpp"
#include "base/text.hpp"

namespace wijkbeeld::source {

using base::say;
using base::Severity;
using series::Period;
using series::Series;
using table::Absence;
using table::Value;

namespace {

constexpr std::array<std::string_view, 12> kWithheld = {
    "#N/A",      "#N/B",        ".",           "x",
    "-99999999", "-99999999.0", "-99999999,0", "-99999999.00000000000",
    "-99997",    "-99997.0",    "-99997,0",    "#NULL!"};
constexpr std::array<std::string_view, 4> kEmpty = {"", "NA", "-", "NULL"};

template <std::size_t N>
bool is_one_of(std::string_view text, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

// Most cells are numbers: only a cell that begins like a word for nothing is compared with them.
std::optional<Absence> absence_in(std::string_view text, const Blanks& blanks) {
  if (!text.empty() && text[0] >= '0' && text[0] <= '9') return std::nullopt;
  if (is_one_of(text, kEmpty)) return blanks.empty;
  if (is_one_of(text, kWithheld)) return Absence::withheld;
  return std::nullopt;
}

Value<double> class_value(const table::Rows& rows, std::size_t row, std::size_t column,
                          double value, ValueRule rule, base::Ledger& ledger) {
  const int highest = rule == ValueRule::situation_class ? 9 : 7;
  if (value >= 1 && value <= highest && value == std::floor(value)) return value;
  ledger.add(
      {"class-out-of-range", Severity::refused, rows.place_of(row, column),
       say("class '{}' is not a whole number from 1 to {}", rows.cell(row, column), highest)});
  return Absence::refused;
}

bool is_in(const std::vector<std::string_view>& list, const std::string& name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

// Names that differ only in capitals name one quantity: which column is meant?
void refuse_doubles(const table::Rows& rows, const std::vector<ValueColumn>& columns) {
  for (std::size_t i = 0; i < columns.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (columns[i].period == columns[j].period)
        throw base::Failure(say("columns '{}' and '{}' hold the same thing",
                                rows.header()[columns[j].column], rows.header()[columns[i].column]))
            .at(rows.place())
            .help(say("remove or rename one of them"));
}

// All values of a series at once: a large table has millions.
class Columns {
 public:
  explicit Columns(const Series& series) {
    for (std::size_t p = 0; p < series.periods().size(); ++p) {
      values_.push_back(series.values(p));
      absences_.push_back(series.absences(p));
    }
  }
  void set(std::size_t area, std::size_t period, const Value<double>& value) {
    values_[period][area] = value.value_or(0.0);
    absences_[period][area] = static_cast<std::uint8_t>(value.absence());
  }
  void move_into(Series& series) {
    for (std::size_t p = 0; p < values_.size(); ++p)
      series.set_column(p, std::move(values_[p]), std::move(absences_[p]));
  }

 private:
  std::vector<std::vector<double>> values_;
  std::vector<std::vector<std::uint8_t>> absences_;
};

// The columns of one quantity become one series.
Series one_series(const table::Rows& rows, const RowKeys& keys,
                  const std::vector<ValueColumn>& columns, const Belonging& belonging,
                  const Blanks& blanks, base::Ledger& ledger) {
  refuse_doubles(rows, columns);
  std::vector<Period> periods = keys.periods;
  if (columns.front().period) periods.clear();
  for (const ValueColumn& column : columns)
    if (column.period) periods.push_back(*column.period);
  std::sort(periods.begin(), periods.end());
  Series series({belonging.edition, belonging.level, belonging.vintage, columns.front().quantity},
                keys.codes, std::move(periods));
  Columns filled(series);
  for (const ValueColumn& column : columns) {
    const std::size_t fixed = column.period ? *series.find(*column.period) : 0;
    for (std::size_t i = 0; i < keys.rows.size(); ++i)
      filled.set(keys.area_of[i], column.period ? fixed : keys.period_of[i],
                 cell_value(rows, keys.rows[i], column.column, column.rule, blanks, ledger));
  }
  filled.move_into(series);
  return series;
}

}  // namespace

Value<double> cell_value(const table::Rows& rows, std::size_t row, std::size_t column,
                         ValueRule rule, const Blanks& blanks, base::Ledger& ledger) {
  const std::string_view text = rows.cell(row, column);
  if (const auto absence = absence_in(text, blanks)) return *absence;
  const auto number = base::parse_number(text, rows.number_style);
  if (!number) {
    ledger.add({"not-a-number", Severity::refused, rows.place_of(row, column),
                say("'{}' in column '{}' is not a number", text, rows.header()[column])});
    return Absence::refused;
  }
  if (rule == ValueRule::number) return *number;
  return class_value(rows, row, column, *number, rule, ledger);
}

bool is_mostly_numbers(const table::Rows& rows, std::size_t column) {
  std::size_t numbers = 0;
  std::size_t others = 0;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const std::string_view text = rows.cell(row, column);
    if (is_one_of(text, kEmpty)) continue;
    const bool is_number =
        is_one_of(text, kWithheld) || base::parse_number(text, rows.number_style).has_value();
    ++(is_number ? numbers : others);
  }
  return numbers > 0 && numbers >= others;
}

std::vector<Series> series_of(const table::Rows& rows, const RowKeys& keys,
                              const std::vector<ValueColumn>& columns, const Belonging& belonging,
                              const Blanks& blanks, base::Ledger& ledger) {
  if (keys.rows.empty()) return {};
  std::map<std::string, std::vector<ValueColumn>> by_quantity;
  for (const ValueColumn& column : columns)
    by_quantity[column.quantity].push_back(column);
  std::vector<Series> all;
  for (const auto& [quantity, its_columns] : by_quantity)
    all.push_back(one_series(rows, keys, its_columns, belonging, blanks, ledger));
  return all;
}

std::vector<ValueColumn> all_columns_but(const table::Rows& rows,
                                         const std::vector<std::string_view>& left_out,
                                         std::optional<series::Wave> wave) {
  std::vector<ValueColumn> columns;
  for (std::size_t i = 0; i < rows.header().size(); ++i) {
    const std::string name = base::lower(rows.header()[i]);
    if (name.empty() || is_in(left_out, name)) continue;
    columns.push_back({i, name, ValueRule::number, {}});
    if (wave) columns.back().period = series::at(*wave);
  }
  return columns;
}

void mark_empty_periods(std::vector<Series>& all) {
  for (Series& series : all)
    for (std::size_t period = 0; period < series.periods().size(); ++period) {
      if (series.coverage(period) > 0) continue;
      for (std::size_t area = 0; area < series.areas().size(); ++area)
        if (series.value(area, period).absence() == Absence::withheld)
          series.set(area, period, Absence::not_collected);
    }
}

}  // namespace wijkbeeld::source
