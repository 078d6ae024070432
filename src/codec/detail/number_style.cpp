// SPDX-License-Identifier: EUPL-1.2
#include "codec/detail/number_style.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>

namespace wijkbeeld::codec::detail {

using base::Message;
using base::NumberStyle;
using base::say;

namespace {

constexpr std::string_view kDigits = "0123456789";

bool is_all_digits(std::string_view text) {
  return text.find_first_not_of(kDigits) == std::string_view::npos;
}

// The cell without sign and exponent, or nothing when it cannot be a number with a mark in it.
std::optional<std::string_view> mantissa(std::string_view cell) {
  if (cell.starts_with('-') || cell.starts_with('+')) cell.remove_prefix(1);
  if (const std::size_t e = cell.find_first_of("eE"); e != std::string_view::npos) {
    std::string_view exponent = cell.substr(e + 1);
    if (exponent.starts_with('-') || exponent.starts_with('+')) exponent.remove_prefix(1);
    // Two digits are what anybody writes; more may lie beyond what a double holds.
    if (exponent.empty() || exponent.size() > 2 || !is_all_digits(exponent)) return std::nullopt;
    cell = cell.substr(0, e);
  }
  return cell;
}

// True for 1.234.567 with '.' as mark: groups of three behind one to three digits.
bool is_grouped(std::string_view whole, char mark) {
  std::size_t at = whole.find(mark);
  if (at == 0 || at > 3 || at == std::string_view::npos) return false;
  if (whole[0] == '0' || !is_all_digits(whole.substr(0, at))) return false;
  for (; at < whole.size(); at += 4)
    if (whole[at] != mark || at + 4 > whole.size() || !is_all_digits(whole.substr(at + 1, 3)))
      return false;
  return true;
}

StyleProof decimal_mark(char mark) {
  return mark == '.' ? StyleProof::point : StyleProof::comma;
}

// One mark: 6,8 proves it decimal; 1,234 could be grouping, except before an exponent.
StyleProof single_mark(std::string_view number, std::size_t at, bool has_exponent) {
  const std::string_view whole = number.substr(0, at);
  const std::string_view fraction = number.substr(at + 1);
  if (fraction.empty() || !is_all_digits(whole) || !is_all_digits(fraction))
    return StyleProof::none;
  const bool is_either = !has_exponent && is_grouped(number, number[at]);
  return is_either ? StyleProof::none : decimal_mark(number[at]);
}

// Most cells are short plain numbers, and a table has millions: one pass over such a cell tells.
// Nothing when a closer look is needed.
std::optional<StyleProof> plain_proof(std::string_view cell) {
  std::optional<std::size_t> mark;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    const char c = cell[i];
    if ((c >= '0' && c <= '9') || (c == '-' && i == 0)) continue;
    if ((c != '.' && c != ',') || mark) return std::nullopt;
    mark = i;
  }
  if (!mark) return StyleProof::none;
  const std::size_t behind = cell.size() - *mark - 1;
  if (behind == 3) return std::nullopt;  // perhaps a group
  return behind == 0 ? StyleProof::none : decimal_mark(cell[*mark]);
}

bool has_mark(std::string_view cell) {
  return std::any_of(cell.begin(), cell.end(), [](char c) { return c == '.' || c == ','; });
}

// The cells that prove one style.
struct Proved {
  std::size_t count = 0;
  base::Place first = {};
  std::string text = {};
};

Message mixed(bool is_comma_file, const Proved& odd) {
  const base::Count count{static_cast<std::int64_t>(odd.count)};
  return is_comma_file ? say("the file writes numbers with a decimal comma, but {} with a point, "
                             "such as '{}'",
                             count, odd.text)
                       : say("the file writes numbers with a decimal point, but {} with a comma, "
                             "such as '{}'",
                             count, odd.text);
}

}  // namespace

StyleProof style_proof(std::string_view cell) {
  if (const auto proof = plain_proof(cell)) return *proof;
  if (!has_mark(cell)) return StyleProof::none;
  const auto number = mantissa(cell);
  if (!number) return StyleProof::none;
  const std::size_t first = number->find_first_of(".,");
  if (first == std::string_view::npos) return StyleProof::none;
  const std::size_t last = number->find_last_of(".,");
  const bool has_exponent = cell.find_first_of("eE") != std::string_view::npos;
  if (first == last) return single_mark(*number, first, has_exponent);
  const char group = (*number)[first];
  const char decimal = (*number)[last];
  if (group == decimal) {
    if (!is_grouped(*number, group)) return StyleProof::none;
    return group == '.' ? StyleProof::comma : StyleProof::point;
  }
  if (!is_grouped(number->substr(0, last), group) || !is_all_digits(number->substr(last + 1)))
    return StyleProof::none;
  return decimal_mark(decimal);
}

void decide_number_style(table::Rows& rows, NumberStyle otherwise, base::Ledger& ledger) {
  Proved point;
  Proved comma;
  for (std::size_t row = 0; row < rows.size(); ++row)
    for (std::size_t column = 0; column < rows.header().size(); ++column) {
      const std::string_view cell = rows.cell(row, column);
      const StyleProof proof = style_proof(cell);
      if (proof == StyleProof::none) continue;
      Proved& proved = proof == StyleProof::point ? point : comma;
      if (proved.count++ == 0) {
        proved.first = rows.place_of(row, column);
        proved.text = cell;
      }
    }
  rows.number_style = point.count == comma.count  ? otherwise
                      : point.count > comma.count ? NumberStyle::point
                                                  : NumberStyle::comma;
  if (point.count == 0 || comma.count == 0) return;
  const bool is_comma_file = rows.number_style == NumberStyle::comma;
  const Proved& odd = is_comma_file ? point : comma;
  ledger.add({"mixed-number-style", base::Severity::warning, odd.first, mixed(is_comma_file, odd)});
}

}  // namespace wijkbeeld::codec::detail
