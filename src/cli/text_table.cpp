// SPDX-License-Identifier: EUPL-1.2
#include "cli/text_table.hpp"

#include <algorithm>
#include <numeric>

#include "base/number.hpp"
#include "base/text.hpp"
#include "cli/catalogue.hpp"
#include "cli/layout.hpp"

namespace wijkbeeld::cli {

using base::Language;
using base::say;
using table::Absence;
using table::Column;

namespace {

constexpr std::size_t kGap = 2;
constexpr std::size_t kNarrowest = 12;

base::Message word_for(Absence absence) {
  switch (absence) {
    case Absence::withheld:
      return say("withheld");
    case Absence::not_applicable:
      return say("n/a");
    case Absence::no_such_area:
      return say("no area");
    case Absence::refused:
      return say("refused");
    case Absence::none:
    case Absence::not_collected:
      break;
  }
  return say("{}", "–");
}

std::string real(double value, const std::string& unit, Language language) {
  if (unit == unit::kShare) return base::format_percent(value, 1, language);
  if (unit == unit::kPeople) return base::format_decimal(value, 0, language);
  if (unit == unit::kChange || unit == unit::kSigned)
    return base::format_decimal(value, 4, language, true);
  if (unit == unit::kError) return base::format_decimal(value, 5, language);
  return base::format_decimal(value, 3, language);
}

std::string cell(const Column& column, std::size_t row, Language language) {
  if (column.absences[row] != Absence::none)
    return render(word_for(column.absences[row]), catalogue(), language);
  if (const auto* texts = std::get_if<table::Texts>(&column.values)) return (*texts)[row];
  if (const auto* whole = std::get_if<table::Integers>(&column.values))
    return column.heading.unit == unit::kYear ? fmt::format("{}", (*whole)[row])
                                              : base::format_count((*whole)[row], language);
  return real(std::get<table::Reals>(column.values)[row], column.heading.unit, language);
}

std::string head(const Column& column, Language language) {
  std::string text = render(column.heading.title, catalogue(), language);
  const std::string& unit = column.heading.unit;
  if (unit == unit::kScore || unit == unit::kChange || unit == unit::kError)
    text += " (" + render(say("points"), catalogue(), language) + ")";
  return text;
}

// One column as people see it.
struct Shown {
  std::vector<std::string> lines;  // head first
  bool is_right = false;
  std::size_t width = 0;
};

Shown shown(const Column& column, Language language) {
  Shown made;
  made.is_right = !std::holds_alternative<table::Texts>(column.values);
  made.lines.push_back(head(column, language));
  for (std::size_t row = 0; row < column.size(); ++row)
    made.lines.push_back(cell(column, row, language));
  for (const std::string& line : made.lines)
    made.width = std::max(made.width, base::length_utf8(line));
  return made;
}

std::size_t total(const std::vector<Shown>& columns) {
  return std::accumulate(columns.begin(), columns.end(), kGap * (columns.size() - 1),
                         [](std::size_t sum, const Shown& one) { return sum + one.width; });
}

// Takes letters from the widest text column until the lines fit, or none is left to take from.
void fit(std::vector<Shown>& columns, std::size_t width) {
  while (total(columns) > width) {
    Shown* widest = nullptr;
    for (Shown& one : columns)
      if (!one.is_right && one.width > kNarrowest &&
          (widest == nullptr || one.width > widest->width))
        widest = &one;
    if (widest == nullptr) return;
    --widest->width;
  }
}

}  // namespace

std::string text_table(const table::Table& table, const Manner& manner) {
  std::vector<Shown> columns;
  for (const Column& column : table.columns)
    columns.push_back(shown(column, manner.language));
  if (columns.empty()) return {};
  if (manner.width > 0) fit(columns, static_cast<std::size_t>(manner.width));
  const auto strong = [&](const std::string& text) {
    return manner.has_color ? "\x1b[1m" + text + "\x1b[0m" : text;
  };
  std::string text = strong(render(table.title, catalogue(), manner.language)) + "\n";
  for (std::size_t line = 0; line <= table.rows(); ++line) {
    std::string cells;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const Shown& one = columns[i];
      cells += (i > 0 ? std::string(kGap, ' ') : "") +
               padded(shortened(one.lines[line], one.width), one.width, one.is_right);
    }
    cells.erase(cells.find_last_not_of(' ') + 1);
    text += (line == 0 && manner.has_color ? "\x1b[2m" + cells + "\x1b[0m" : cells) + "\n";
  }
  return text;
}

}  // namespace wijkbeeld::cli
