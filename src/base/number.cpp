// SPDX-License-Identifier: EUPL-1.2
#include "base/number.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/text.hpp"

namespace wijkbeeld::base {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Turns "1.234,5" (comma style) or "1,234.5" (point style) into "1234.5". False when a grouping
// sign stands anywhere but before exactly three digits of the whole part.
bool normalise(std::string_view text, NumberStyle style, std::string& out) {
  const char decimal = style == NumberStyle::point ? '.' : ',';
  const char group = style == NumberStyle::point ? ',' : '.';
  const std::size_t end_of_whole = std::min(text.find(decimal), text.find_first_of("eE"));
  const std::string_view whole = text.substr(0, end_of_whole);
  const std::size_t first_group = whole.find(group);
  for (std::size_t i = 0; i < whole.size(); ++i) {
    if (whole[i] != group) {
      // After the first group sign every fourth place from it must be one again.
      if (first_group != std::string_view::npos && i > first_group && (i - first_group) % 4 == 0)
        return false;
      out.push_back(whole[i]);
      continue;
    }
    if ((i - first_group) % 4 != 0 || i == 0 || !is_digit(whole[i - 1])) return false;
    if (i + 4 > whole.size()) return false;
    if (i == first_group && i - (whole[0] == '-' || whole[0] == '+' ? 1U : 0U) > 3) return false;
  }
  if (end_of_whole == std::string_view::npos) return true;
  for (const char c : text.substr(end_of_whole)) {
    if (c == group) return false;
    out.push_back(c == decimal ? '.' : c);
  }
  return true;
}

std::string grouped(std::string_view digits, char separator) {
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out.push_back(separator);
    out.push_back(digits[i]);
  }
  return out;
}

// Most numbers need neither trimming nor another decimal sign: these are read where they stand.
bool is_plain(std::string_view text, NumberStyle style) {
  return std::all_of(text.begin(), text.end(), [&](char c) {
    return is_digit(c) || c == '-' || (c == '.' && style == NumberStyle::point);
  });
}

std::optional<double> finite_number(std::string_view plain) {
  double value = 0;
  const char* end = plain.data() + plain.size();
  const auto [stop, error] = std::from_chars(plain.data(), end, value);
  if (error != std::errc() || stop != end || !std::isfinite(value)) return std::nullopt;
  return value;
}

constexpr std::string_view kMinus = "\u2212";

}  // namespace

std::optional<double> parse_number(std::string_view text, NumberStyle style) {
  if (is_plain(text, style)) return finite_number(text);
  text = trim(text);
  if (!text.empty() && text.front() == '+') {
    text.remove_prefix(1);
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) return std::nullopt;
  }
  if (text.empty()) return std::nullopt;
  for (const char c : text)  // from_chars would read inf, nan and hexadecimal digits
    if (!is_digit(c) && c != '.' && c != ',' && c != '-' && c != '+' && c != 'e' && c != 'E')
      return std::nullopt;
  std::string plain;
  plain.reserve(text.size());
  if (!normalise(text, style, plain)) return std::nullopt;
  return finite_number(plain);
}

std::optional<std::int64_t> parse_integer(std::string_view text) {
  text = trim(text);
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  std::int64_t value = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (text.empty() || error != std::errc() || stop != end) return std::nullopt;
  return value;
}

std::string to_text(double value) {
  std::array<char, 32> buffer{};
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return {buffer.data(), error == std::errc() ? end : buffer.data()};
}

Decimal as_found(double value) {
  constexpr int most = 6;
  int needed = most;
  for (double size = std::abs(value); size > 0 && size < 1e-4 && needed < 300; size *= 10)
    ++needed;
  for (int digits = 0; digits < needed; ++digits)
    if (parse_number(fmt::format("{:.{}f}", value, digits)) == value) return {value, digits};
  return {value, needed};
}

std::string format_decimal(double value, int digits, Language language, bool with_sign) {
  std::array<char, 400> buffer{};
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(),
                                          std::abs(value), std::chars_format::fixed, digits);
  const std::string_view text(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
  const bool is_zero = text.find_first_not_of("0.") == std::string_view::npos;
  const std::size_t point = text.find('.');
  std::string out;
  if (value < 0 && !is_zero) out += kMinus;
  if (value > 0 && !is_zero && with_sign) out += '+';
  out += grouped(text.substr(0, point), language == Language::nl ? '.' : ',');
  if (point != std::string_view::npos) {
    out += language == Language::nl ? ',' : '.';
    out += text.substr(point + 1);
  }
  return out;
}

std::string format_count(std::int64_t value, Language language) {
  const std::string digits = fmt::format(
      "{}", value < 0 ? 0U - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value));
  return std::string(value < 0 ? kMinus : "") +
         grouped(digits, language == Language::nl ? '.' : ',');
}

std::string format_percent(double share, int digits, Language language) {
  const auto percent = [&](double hundredths) {
    return format_decimal(hundredths, digits, language) + "%";
  };
  std::string text = percent(share * 100);
  const bool is_partial = share > 0 && share < 1;
  const bool seems_none = is_partial && text == percent(0);
  const bool seems_all = is_partial && text == percent(100);
  if (!seems_none && !seems_all) return text;
  // "100% of them" of all but one is untrue, and so is "0%" of a few.
  const double step = std::pow(10, -digits);
  if (digits > 0) return seems_none ? "<" + percent(step) : ">" + percent(100 - step);
  if (seems_none) return (language == Language::nl ? "minder dan " : "less than ") + percent(step);
  return (language == Language::nl ? "meer dan " : "more than ") + percent(100 - step);
}

std::string count_in_words(std::int64_t value, Language language) {
  constexpr std::array<std::string_view, 13> nl = {"nul",  "één", "twee",  "drie", "vier",
                                                   "vijf", "zes", "zeven", "acht", "negen",
                                                   "tien", "elf", "twaalf"};
  constexpr std::array<std::string_view, 13> en = {"none", "one",    "two",   "three", "four",
                                                   "five", "six",    "seven", "eight", "nine",
                                                   "ten",  "eleven", "twelve"};
  if (value < 0 || value > 12) return format_count(value, language);
  const auto i = static_cast<std::size_t>(value);
  return std::string(language == Language::nl ? nl.at(i) : en.at(i));
}

}  // namespace wijkbeeld::base
