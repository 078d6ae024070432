// SPDX-License-Identifier: EUPL-1.2
#include "source/observations.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <span>
#include <utility>

#include "base/number.hpp"
#include "base/text.hpp"
#include "source/area_key.hpp"
#include "source/cells.hpp"
#include "source/row_keys.hpp"

namespace wijkbeeld::source {

using base::say;
using base::Severity;
using series::SampleColumn;
using table::Absence;
using table::Rows;

namespace {

// What a column holds. Without a year, a date or a number above zero there is no observation.
enum class Content : std::uint8_t { number, above_zero, year, date, words };

struct KnownColumn {
  std::string_view name;
  Content content;
};
constexpr std::array<KnownColumn, 7> kSurvey = {{{"jaar", Content::year},
                                                 {"gewicht", Content::above_zero},
                                                 {"stratum", Content::words},
                                                 {"cluster", Content::words},
                                                 {"leeftijd", Content::number},
                                                 {"koopwoning", Content::number},
                                                 {"oordeel", Content::number}}};
constexpr std::array<KnownColumn, 6> kSales = {{{"datum", Content::date},
                                                {"prijs", Content::above_zero},
                                                {"woningtype", Content::words},
                                                {"woonoppervlakte", Content::number},
                                                {"perceel", Content::number},
                                                {"bouwjaar", Content::number}}};

struct Form {
  std::string_view key;  // the column that tells one row from another
  std::string_view title;
  std::span<const KnownColumn> columns;
};
constexpr Form kSurveyForm{"respondent", "Enqu\u00eate", kSurvey};
constexpr Form kSalesForm{"verkoop", "Verkochte woningen", kSales};

struct ColumnPlan {
  std::size_t column = 0;
  Content content = Content::number;
};

struct Cell {
  double number = 0;
  Absence absence = Absence::none;
  std::string text = {};
};

Content content_of(const Rows& rows, std::size_t column, const std::string& name,
                   const Form& form) {
  for (const KnownColumn& known : form.columns)
    if (known.name == name) return known.content;
  return is_mostly_numbers(rows, column) ? Content::number : Content::words;
}

class ObservationReader {
 public:
  ObservationReader(const Probe& probe, const Form& form, Reading& reading)
      : rows_(probe.table()),
        form_(form),
        reading_(reading),
        area_(*area_key_of(rows_)),
        key_(rows_.column(form.key)),
        year_(rows_.find("jaar")),
        codes_(rows_, area_.column, area_.level, reading.ledger) {
    read_.sample.id = id_of(probe.name);
    read_.sample.title = form.title;
    read_.sample.level = area_.level;
    read_.area_column = static_cast<int>(area_.column) + 1;
    for (std::size_t i = 0; i < rows_.header().size(); ++i) {
      const std::string name = base::lower(rows_.header()[i]);
      if (name.empty() || i == key_ || is_about_the_row(name)) continue;
      plan_.push_back({i, content_of(rows_, i, name, form)});
      read_.sample.columns.push_back({name, plan_.back().content >= Content::date});
    }
  }

  SampleRead read(const Probe& probe) {
    const RowsOfVintage chosen = rows_of_vintage(probe, area_.level, reading_);
    read_.sample.vintage = chosen.vintage;
    for (const std::size_t row : chosen.rows) {
      ++reading_.rows_read;
      if (!add(row)) ++reading_.rows_refused;
    }
    codes_.note_mended();
    return std::move(read_);
  }

 private:
  bool add(std::size_t row) {
    auto code = codes_.read(row);
    if (!code || is_double(row)) return false;
    std::vector<Cell> cells;
    for (const ColumnPlan& plan : plan_) {
      auto cell = cell_at(row, plan);
      if (!cell) return false;
      cells.push_back(std::move(*cell));
    }
    read_.sample.areas.push_back(std::move(*code));
    read_.lines.push_back(rows_.line(row));
    for (std::size_t i = 0; i < cells.size(); ++i) {
      SampleColumn& column = read_.sample.columns[i];
      column.absences.push_back(static_cast<std::uint8_t>(cells[i].absence));
      if (column.is_text)
        column.texts.push_back(std::move(cells[i].text));
      else
        column.numbers.push_back(cells[i].number);
    }
    return true;
  }

  // Respondents may be numbered anew each year.
  bool is_double(std::size_t row) {
    std::string key(rows_.cell(row, key_));
    if (year_) key.append("\n").append(rows_.cell(row, *year_));
    const auto [known, is_new] = lines_.emplace(std::move(key), rows_.line(row));
    if (is_new) return false;
    // The ledger is shown to many: it does not say which respondent.
    reading_.ledger.add(
        {"duplicate-row", Severity::refused, rows_.place_of(row, key_),
         say("this {} already stood on line {}; that row counts", form_.key, known->second)});
    return true;
  }

  // Nothing when the observation is of no use without this cell.
  std::optional<Cell> cell_at(std::size_t row, const ColumnPlan& plan) {
    switch (plan.content) {
      case Content::number:
        return number_at(row, plan.column);
      case Content::above_zero:
        return above_zero_at(row, plan.column);
      case Content::year: {
        const auto year = year_in(rows_, row, plan.column, reading_.ledger);
        if (!year) return std::nullopt;
        return Cell{static_cast<double>(*year)};
      }
      case Content::date:
        return date_at(row, plan.column);
      case Content::words:
        break;
    }
    const std::string_view text = rows_.cell(row, plan.column);
    return Cell{0, text.empty() ? Absence::not_collected : Absence::none, std::string(text)};
  }

  Cell number_at(std::size_t row, std::size_t column) {
    const auto value = cell_value(rows_, row, column, ValueRule::number, {}, reading_.ledger);
    return {value.value_or(0), value.absence()};
  }

  std::optional<Cell> above_zero_at(std::size_t row, std::size_t column) {
    const auto number = base::parse_number(rows_.cell(row, column), rows_.number_style);
    if (number && *number > 0) return Cell{*number};
    reading_.ledger.add({"not-above-zero", Severity::refused, rows_.place_of(row, column),
                         say("'{}' in column '{}' is not a number above zero",
                             rows_.cell(row, column), rows_.header()[column])});
    return std::nullopt;
  }

  std::optional<Cell> date_at(std::size_t row, std::size_t column) {
    if (auto date = parse_date(rows_.cell(row, column)))
      return Cell{0, Absence::none, std::move(*date)};
    reading_.ledger.add(
        {"not-a-date", Severity::refused, rows_.place_of(row, column),
         say("'{}' is not a date such as 2012-03-31 or 31-3-2012", rows_.cell(row, column))});
    return std::nullopt;
  }

  const Rows& rows_;
  const Form& form_;
  Reading& reading_;
  AreaKey area_;
  std::size_t key_;
  std::optional<std::size_t> year_;
  CodeReader codes_;
  std::vector<ColumnPlan> plan_;
  std::map<std::string, int> lines_;
  SampleRead read_;
};

Reading read_observations(const Probe& probe, const Form& form) {
  Reading reading;
  ObservationReader reader(probe, form, reading);
  SampleRead read = reader.read(probe);
  if (read.sample.rows() > 0) reading.samples.push_back(std::move(read));
  return reading;
}

bool recognises(const Probe& probe, std::initializer_list<std::string_view> columns) {
  return probe.tables.contains("") && probe.has_columns(columns) &&
         area_key_of(probe.table()).has_value();
}

}  // namespace

std::optional<std::string> parse_date(std::string_view text) {
  const std::vector<std::string_view> parts = base::split(text, '-');
  if (parts.size() != 3) return std::nullopt;
  std::array<std::int64_t, 3> numbers{};
  for (std::size_t i = 0; i < 3; ++i) {
    const bool is_short = !parts[i].empty() && parts[i].size() <= 4;
    const auto number = is_short ? base::parse_integer(parts[i]) : std::nullopt;
    if (!number) return std::nullopt;
    numbers[i] = *number;
  }
  if (parts[0].size() != 4) std::swap(numbers[0], numbers[2]);
  if (parts[0].size() != 4 && parts[2].size() != 4) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(numbers[0])),
                                         std::chrono::month(static_cast<unsigned>(numbers[1])),
                                         std::chrono::day(static_cast<unsigned>(numbers[2]))};
  if (numbers[0] < 1000 || numbers[1] < 1 || numbers[2] < 1 || !date.ok()) return std::nullopt;
  return fmt::format("{:04}-{:02}-{:02}", numbers[0], numbers[1], numbers[2]);
}

bool recognises_survey(const Probe& probe) {
  return recognises(probe, {"respondent", "jaar"});
}

Reading read_survey(const Probe& probe) {
  return read_observations(probe, kSurveyForm);
}

bool recognises_sales(const Probe& probe) {
  return recognises(probe, {"verkoop", "datum", "prijs"});
}

Reading read_sales(const Probe& probe) {
  return read_observations(probe, kSalesForm);
}

}  // namespace wijkbeeld::source
