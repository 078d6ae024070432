// SPDX-License-Identifier: EUPL-1.2
#include "source/row_keys.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>

#include "base/number.hpp"

namespace wijkbeeld::source {

using area::AreaCode;
using area::Level;
using base::say;
using base::Severity;
using series::Period;

namespace {

constexpr int kFirstPeriod = 1990;
constexpr int kLastPeriod = 2100;

base::Message not_a_code(std::string_view text, Level level) {
  switch (level) {
    case Level::buurt:
      return say("'{}' is not the code of a buurt: BU and eight digits or letters, as BU03630000",
                 text);
    case Level::wijk:
      return say("'{}' is not the code of a wijk: WK and six digits or letters, as WK036300", text);
    case Level::gemeente:
      return say("'{}' is not the code of a gemeente: GM and four digits, as GM0363", text);
    case Level::pc4:
      return say("'{}' is not a PC4: four digits, as 1011", text);
    case Level::cell:
      return say(
          "'{}' is not the code of a 100 m cell: E, four digits, N, four digits, "
          "as E1213N4879",
          text);
    case Level::own:
      break;
  }
  return say("the code is empty");
}

base::Issue code_issue(const table::Rows& rows, std::size_t row, std::size_t column, Level level) {
  const std::string text(rows.cell(row, column));
  const base::Place place = rows.place_of(row, column);
  const Level found = text.empty() ? Level::own : area::level_of({text});
  if (found != Level::own && found != level)
    return {"code-of-other-level", Severity::refused, place,
            say("'{}' is a code of level {}, where one of level {} is expected", text,
                area::to_text(found), area::to_text(level))};
  return {"not-a-code", Severity::refused, place, not_a_code(text, level)};
}

// Years are read as whole numbers; a workbook may store 2012 as 2012.0.
std::optional<int> year_at(const table::Rows& rows, std::size_t row, std::size_t column) {
  const auto number = base::parse_number(rows.cell(row, column), rows.number_style);
  if (!number || *number < kFirstPeriod || *number > kLastPeriod) return std::nullopt;
  const int year = static_cast<int>(*number);
  if (static_cast<double>(year) != *number) return std::nullopt;
  return year;
}

struct FoundKey {
  std::size_t row;
  AreaCode code;
  Period period;
};

base::Issue year_issue(const table::Rows& rows, std::size_t row, std::size_t column) {
  return {"year-not-plausible", Severity::refused, rows.place_of(row, column),
          say("'{}' is not a year between {} and {} that fits here", rows.cell(row, column),
              kFirstPeriod, kLastPeriod)};
}

class KeyReader {
 public:
  KeyReader(const table::Rows& rows, const KeyColumns& columns, base::Ledger& ledger)
      : rows_(rows),
        columns_(columns),
        ledger_(ledger),
        codes_(rows, columns.code, columns.level, ledger) {}

  std::optional<FoundKey> read(std::size_t row) {
    auto code = codes_.read(row);
    if (!code) return std::nullopt;
    const auto period = columns_.from ? period_at(row) : Period{};
    if (!period) return std::nullopt;
    return FoundKey{row, std::move(*code), *period};
  }

  void note_mended() { codes_.note_mended(); }

 private:
  std::optional<Period> period_at(std::size_t row) {
    const std::size_t to_column = columns_.to.value_or(*columns_.from);
    const auto from = year_at(rows_, row, *columns_.from);
    const auto to = to_column == *columns_.from ? from : year_at(rows_, row, to_column);
    if (from && to && *from <= *to) return Period{{*from}, {*to}};
    ledger_.add(year_issue(rows_, row, from ? to_column : *columns_.from));
    return std::nullopt;
  }

  const table::Rows& rows_;
  const KeyColumns& columns_;
  base::Ledger& ledger_;
  CodeReader codes_;
};

template <class T>
std::vector<T> distinct(std::vector<T> list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
  return list;
}

template <class T>
std::size_t position(const std::vector<T>& sorted, const T& wanted) {
  return static_cast<std::size_t>(std::lower_bound(sorted.begin(), sorted.end(), wanted) -
                                  sorted.begin());
}

std::string in_words(const FoundKey& found, bool has_time) {
  if (!has_time) return found.code.text;
  if (found.period.is_wave()) return fmt::format("{}, {}", found.code.text, found.period.to.year);
  return fmt::format("{}, {}-{}", found.code.text, found.period.from.year, found.period.to.year);
}

}  // namespace

std::optional<AreaCode> CodeReader::read(std::size_t row) {
  auto parsed = area::parse_code(rows_.cell(row, column_), level_);
  if (!parsed) {
    ledger_.add(code_issue(rows_, row, column_, level_));
    return std::nullopt;
  }
  if (parsed->was_mended && mended_++ == 0) first_mended_ = row;
  return std::move(parsed->code);
}

void CodeReader::note_mended() {
  if (mended_ == 0) return;
  ledger_.add(
      {"code-mended", Severity::note, rows_.place_of(first_mended_, column_),
       say("codes that had lost prefix, zeros or capitals and were mended: {}; the first is "
           "'{}'",
           base::Count{mended_}, rows_.cell(first_mended_, column_))});
}

std::optional<int> year_in(const table::Rows& rows, std::size_t row, std::size_t column,
                           base::Ledger& ledger) {
  const auto year = year_at(rows, row, column);
  if (!year) ledger.add(year_issue(rows, row, column));
  return year;
}

RowKeys keys_of(const table::Rows& rows, const std::vector<std::size_t>& chosen,
                const KeyColumns& columns, base::Ledger& ledger) {
  KeyReader reader(rows, columns, ledger);
  std::vector<FoundKey> all;
  all.reserve(chosen.size());
  for (const std::size_t row : chosen)
    if (auto found = reader.read(row)) all.push_back(std::move(*found));
  reader.note_mended();

  RowKeys keys;
  keys.refused = static_cast<std::int64_t>(chosen.size() - all.size());
  std::vector<AreaCode> codes;
  std::vector<Period> periods;
  for (const FoundKey& found : all) {  // the rows of an area mostly stand together
    if (codes.empty() || codes.back() != found.code) codes.push_back(found.code);
    periods.push_back(found.period);
  }
  keys.codes = distinct(std::move(codes));
  periods = distinct(std::move(periods));
  std::vector<int> first_line(keys.codes.size() * periods.size(), 0);
  std::size_t area = 0;
  for (const FoundKey& found : all) {
    if (keys.codes[area] != found.code) area = position(keys.codes, found.code);
    const std::size_t period = position(periods, found.period);
    int& line = first_line[area * periods.size() + period];
    if (line != 0) {
      ledger.add({"duplicate-row", Severity::refused, rows.place_of(found.row, columns.code),
                  say("{} already stood on line {}; that row counts",
                      in_words(found, columns.from.has_value()), line)});
      ++keys.refused;
      continue;
    }
    line = rows.line(found.row);
    keys.rows.push_back(found.row);
    keys.area_of.push_back(area);
    keys.period_of.push_back(period);
  }
  if (columns.from) keys.periods = std::move(periods);
  return keys;
}

RowKeys keys_of(const table::Rows& rows, const KeyColumns& columns, base::Ledger& ledger) {
  std::vector<std::size_t> all(rows.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  return keys_of(rows, all, columns, ledger);
}

std::optional<Level> level_of_column(const table::Rows& rows, std::size_t column) {
  std::map<Level, std::size_t> counts;
  for (std::size_t row = 0; row < rows.size(); ++row)
    ++counts[area::level_of({std::string(rows.cell(row, column))})];
  counts.erase(Level::own);
  const auto most =
      std::max_element(counts.begin(), counts.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most == counts.end()) return std::nullopt;
  return most->first;
}

std::vector<std::size_t> rows_of_level(const table::Rows& rows, std::size_t level_column,
                                       Level level) {
  std::vector<std::size_t> chosen;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const std::string_view text = rows.cell(row, level_column);
    if (area::parse_level(text) == level || area::level_of({std::string(text)}) == level)
      chosen.push_back(row);
  }
  return chosen;
}

}  // namespace wijkbeeld::source
