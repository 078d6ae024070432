// SPDX-License-Identifier: EUPL-1.2
#include "table/value.hpp"

#include <array>

namespace wijkbeeld::table {
namespace {
constexpr std::array<std::pair<Absence, std::string_view>, 6> kNames = {{
    {Absence::none, ""},
    {Absence::withheld, "withheld"},
    {Absence::not_collected, "not-collected"},
    {Absence::not_applicable, "not-applicable"},
    {Absence::no_such_area, "no-such-area"},
    {Absence::refused, "refused"},
}};
}  // namespace

std::string_view to_text(Absence absence) {
  for (const auto& [kind, name] : kNames)
    if (kind == absence) return name;
  return "";
}

std::optional<Absence> parse_absence(std::string_view text) {
  for (const auto& [kind, name] : kNames)
    if (name == text) return kind;
  return std::nullopt;
}

}  // namespace wijkbeeld::table
