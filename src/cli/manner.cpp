// SPDX-License-Identifier: EUPL-1.2
#include "cli/manner.hpp"

#include <algorithm>

#include "base/number.hpp"

namespace wijkbeeld::cli {

using base::Language;
using base::say;

namespace {

std::string variable(const Surroundings& surroundings, const std::string& name) {
  const auto found = surroundings.environment.find(name);
  return found == surroundings.environment.end() ? std::string() : found->second;
}

// no-color.org: any value but the empty one switches colours off.
bool wants_color(const std::string& when, const Surroundings& surroundings) {
  if (when == "always") return true;
  if (when == "never") return false;
  return surroundings.is_out_terminal && variable(surroundings, "NO_COLOR").empty() &&
         variable(surroundings, "TERM") != "dumb";
}

int width_of(const Surroundings& surroundings) {
  constexpr int kNarrowest = 40;
  if (!surroundings.is_out_terminal) return 0;
  const auto set = base::parse_integer(variable(surroundings, "COLUMNS"));
  const int columns =
      set && *set > 0 && *set < 10000 ? static_cast<int>(*set) : surroundings.columns;
  return columns > 0 ? std::max(columns, kNarrowest) : 0;
}

}  // namespace

const std::vector<std::string>& variables() {
  static const std::vector<std::string> names = {"WIJKBEELD_LANG", "NO_COLOR", "TERM", "COLUMNS"};
  return names;
}

Language early_language(const std::vector<std::string>& words, const Surroundings& surroundings) {
  std::string chosen = variable(surroundings, "WIJKBEELD_LANG");
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--lang" && i + 1 < words.size()) chosen = words[i + 1];
    if (words[i].starts_with("--lang=")) chosen = words[i].substr(7);
  }
  return chosen == "en" ? Language::en : Language::nl;
}

Manner decide_manner(const Arguments& arguments, const Surroundings& surroundings,
                     Mistakes& mistakes) {
  Manner manner;
  const std::string set = variable(surroundings, "WIJKBEELD_LANG");
  if (!set.empty() && set != "nl" && set != "en" && !arguments.has("lang"))
    mistakes.add(say("'{}' cannot be the value of {}", set, "WIJKBEELD_LANG"),
                 say("choose one of: {}", "nl, en"));
  const std::string language = arguments.text("lang", set);
  manner.language = language == "en" ? Language::en : Language::nl;
  const std::string format = arguments.text("format");
  manner.format = format == "csv" ? Format::csv : format == "json" ? Format::json : Format::table;
  manner.is_quiet = arguments.has("quiet");
  manner.is_verbose = arguments.has("verbose");
  if (manner.is_quiet && manner.is_verbose)
    mistakes.add(say("--quiet and --verbose do not go together"), say("leave one of them out"));
  manner.has_color = wants_color(arguments.text("color", "auto"), surroundings);
  manner.shows_progress =
      surroundings.is_err_terminal && !manner.is_quiet && variable(surroundings, "TERM") != "dumb";
  manner.width = width_of(surroundings);
  return manner;
}

}  // namespace wijkbeeld::cli
