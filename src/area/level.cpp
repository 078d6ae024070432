// SPDX-License-Identifier: EUPL-1.2
#include "area/level.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace wijkbeeld::area {
namespace {

struct Known {
  Level level;
  std::string_view name;
};
constexpr std::array<Known, 6> kLevels = {{{Level::cell, "cell"},
                                           {Level::buurt, "buurt"},
                                           {Level::wijk, "wijk"},
                                           {Level::pc4, "pc4"},
                                           {Level::gemeente, "gemeente"},
                                           {Level::own, "own"}}};

// The form of a CBS code: two letters, then so many digits or capitals.
struct Form {
  Level level;
  std::string_view prefix;
  std::size_t length;  // behind the prefix
};
constexpr std::array<Form, 3> kForms = {
    {{Level::buurt, "BU", 8}, {Level::wijk, "WK", 6}, {Level::gemeente, "GM", 4}}};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_code_sign(char c) {
  return is_digit(c) || (c >= 'A' && c <= 'Z');
}

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return out;
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

// Four digits and four digits of a gemeente number first; behind them letters may occur
// (Amsterdam since 2022).
bool is_canonical(std::string_view text, const Form& form) {
  return text.size() == form.prefix.size() + form.length && text.starts_with(form.prefix) &&
         all_digits(text.substr(2, 4)) && std::all_of(text.begin() + 2, text.end(), is_code_sign);
}

bool is_cell(std::string_view text) {
  return text.size() == 10 && text[0] == 'E' && text[5] == 'N' && all_digits(text.substr(1, 4)) &&
         all_digits(text.substr(6, 4));
}

std::optional<ParsedCode> parse_cbs(std::string_view given, const std::string& text,
                                    const Form& form) {
  if (is_canonical(text, form)) return ParsedCode{{text}, text != given};
  if (!all_digits(text) || text.size() > form.length) return std::nullopt;
  const std::string full =
      std::string(form.prefix) + std::string(form.length - text.size(), '0') + text;
  return ParsedCode{{full}, true};
}

}  // namespace

std::string_view to_text(Level level) {
  for (const Known& known : kLevels)
    if (known.level == level) return known.name;
  return "";
}

std::optional<Level> parse_level(std::string_view text) {
  const std::string wanted = base::lower(base::trim(text));
  for (const Known& known : kLevels)
    if (known.name == wanted) return known.level;
  return std::nullopt;
}

base::Message name_of(Level level, bool is_plural) {
  switch (level) {
    case Level::cell:
      return is_plural ? base::say("100 m cells") : base::say("100 m cell");
    case Level::buurt:
      return is_plural ? base::say("buurten") : base::say("buurt");
    case Level::wijk:
      return is_plural ? base::say("wijken") : base::say("wijk");
    case Level::pc4:
      return is_plural ? base::say("PC4 areas") : base::say("PC4 area");
    case Level::gemeente:
      return is_plural ? base::say("gemeenten") : base::say("gemeente");
    case Level::own:
      return is_plural ? base::say("own areas") : base::say("own area");
  }
  return base::say("area");
}

std::optional<ParsedCode> parse_code(std::string_view given, Level level) {
  given = base::trim(given);
  if (given.empty()) return std::nullopt;
  const std::string text = upper(given);
  for (const Form& form : kForms)
    if (form.level == level) return parse_cbs(given, text, form);
  if (level == Level::own) return ParsedCode{{std::string(given)}, false};
  if (level == Level::cell) {
    if (!is_cell(text)) return std::nullopt;
    return ParsedCode{{text}, text != given};
  }
  if (text.size() != 4 || !all_digits(text) || text[0] == '0') return std::nullopt;  // PC4
  return ParsedCode{{text}, false};
}

Level level_of(const AreaCode& code) {
  for (const Form& form : kForms)
    if (is_canonical(code.text, form)) return form.level;
  if (is_cell(code.text)) return Level::cell;
  if (code.text.size() == 4 && all_digits(code.text)) return Level::pc4;
  return Level::own;
}

std::optional<AreaCode> gemeente_of(const AreaCode& code) {
  const Level level = level_of(code);
  if (level != Level::buurt && level != Level::wijk) return std::nullopt;
  return AreaCode{"GM" + code.text.substr(2, 4)};
}

std::optional<AreaCode> wijk_of(const AreaCode& code) {
  if (level_of(code) != Level::buurt) return std::nullopt;
  return AreaCode{"WK" + code.text.substr(2, 6)};
}

}  // namespace wijkbeeld::area
