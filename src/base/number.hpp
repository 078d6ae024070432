// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/message.hpp"

namespace wijkbeeld::base {

/// How numbers are written in a file. Never guessed from a single value: "1.234" is one thing in
/// a Dutch file and another in an English one (see codec for how a whole column decides).
enum class NumberStyle : std::uint8_t {
  point,  ///< 1234.5 and 1,234.5
  comma,  ///< 1234,5 and 1.234,5
};

/// The number in the text, or nothing when the text is not wholly a finite number. Accepts
/// surrounding blanks, a sign, an exponent, and thousands grouped in threes.
std::optional<double> parse_number(std::string_view text, NumberStyle style = NumberStyle::point);

/// A whole number without grouping, or nothing.
std::optional<std::int64_t> parse_integer(std::string_view text);

/// Shortest text that reads back as the same double; point as decimal sign, no locale.
std::string to_text(double value);

/// A number that was found in data, for a sentence: with the decimals it takes to write it, at most
/// six, or three figures of a smaller one.
Decimal as_found(double value);

/// Rounded half to even on the decimal expansion, in a language: 1.234,50 in Dutch. A result
/// that rounds to zero carries no minus sign. The minus sign is U+2212 in both languages.
std::string format_decimal(double value, int digits, Language language, bool with_sign = false);

/// 1.234.567 in Dutch, 1,234,567 in English.
std::string format_count(std::int64_t value, Language language);

/// 0.471 with 1 digit is 47,1% in Dutch. A share that is not quite none or not quite all never says
/// that it is: without decimals, as in a sentence, "minder dan 1%" and "meer dan 99%"; with them,
/// as in a table, "<0,1%" and ">99,9%".
std::string format_percent(double share, int digits, Language language);

/// Numbers up to twelve in words ("vier", "four"), larger ones in figures.
std::string count_in_words(std::int64_t value, Language language);

}  // namespace wijkbeeld::base
