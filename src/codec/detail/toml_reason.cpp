// SPDX-License-Identifier: EUPL-1.2
#include "codec/detail/toml_reason.hpp"

#include <array>
#include <string>

namespace wijkbeeld::codec::detail {
namespace {

using base::Message;
using base::say;

// Between the first pair of single quotes behind the words: 'x' in "saw 'x'".
std::string quoted_behind(std::string_view text, std::string_view words) {
  const std::size_t at = text.find(words);
  if (at == std::string_view::npos) return {};
  const std::size_t begin = text.find('\'', at + words.size());
  const std::size_t end = text.rfind('\'');
  if (begin == std::string_view::npos || end <= begin) return {};
  return std::string(text.substr(begin + 1, end - begin - 1));
}

Message name_twice(std::string_view text) {
  return say("'{}' stands here for the second time", quoted_behind(text, "existing"));
}
Message goes_on(std::string_view text) {
  const std::string seen = quoted_behind(text, "saw");
  if (seen == ",")
    return say("the line should end before the comma; decimals stand behind a point, as in 0.5");
  return say("the line should end here, but goes on with '{}'", seen);
}
Message no_beginning(std::string_view text) {
  return say("a line begins with a name or with [, not with '{}'", quoted_behind(text, "saw"));
}

struct Known {
  std::string_view words;  ///< in what toml++ says
  Message (*told)(std::string_view text);
};

// The first that fits counts.
constexpr std::array<Known, 18> kKnown = {{
    {"cannot redefine existing", name_twice},
    {"expected a comment or whitespace", goes_on},
    {"expected keys, tables", no_beginning},
    {"could not determine value type",
     [](auto) { return say("this is no value; a text stands between double quotes"); }},
    {"control characters other than TAB",
     [](auto) { return say("a text that was opened with a quote is not closed on its line"); }},
    {"string: encountered end-of-file",
     [](auto) { return say("a text that was opened with quotes is never closed"); }},
    {"unknown escape sequence",
     [](auto) { return say("a backslash has a meaning of its own in a text; write it twice"); }},
    {"expected '='", [](auto) { return say("between a name and its value stands a ="); }},
    {"expected value,", [](auto) { return say("there is no value behind the ="); }},
    {"table header: expected ']'",
     [](auto) { return say("a heading is not closed; it is written as [name] or [[name]]"); }},
    {"expected comma or closing ']'",
     [](auto) { return say("a list lacks a comma here, or the ] that closes it"); }},
    {"dangling comma",
     [](auto) { return say("there is a comma too many before the closing brace"); }},
    {"inline table", [](auto) { return say("a table between braces is not closed on its line"); }},
    {"parsing boolean", [](auto) { return say("true and false are written in small letters"); }},
    {"parsing date", [](auto) { return say("this is no date; a date is written as 2007-03-22"); }},
    {"leading zeroes",
     [](auto) {
       return say("a number does not begin with 0; a code stands between double quotes");
     }},
    {"floating-point", [](auto) { return say("this is no number"); }},
    {"invalid utf-8",
     [](auto) { return say("the text is not UTF-8; save it as UTF-8 in your editor"); }},
}};

}  // namespace

Message toml_reason(std::string_view description) {
  for (const Known& known : kKnown)
    if (description.find(known.words) != std::string_view::npos) return known.told(description);
  return say("the reader of TOML says, in English: {}", description);
}

}  // namespace wijkbeeld::codec::detail
