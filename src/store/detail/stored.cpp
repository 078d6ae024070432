// SPDX-License-Identifier: EUPL-1.2
#include "store/detail/stored.hpp"

#include <algorithm>

#include "table/value.hpp"

namespace wijkbeeld::store::detail {

using base::say;

base::Failure damaged(std::string_view table) {
  return base::Failure(say("the table '{}' in the project file is damaged", table))
      .help(say("make the project file again with 'wijkbeeld import'"));
}

area::Level level_in(const codec::Statement& row, int column, std::string_view table) {
  const auto level = area::parse_level(row.text(column));
  if (!level) throw damaged(table);
  return *level;
}

int year_in(const codec::Statement& row, int column) {
  return static_cast<int>(row.integer(column));
}

void require_absences(const std::vector<std::uint8_t>& absences, std::size_t size,
                      std::string_view table) {
  const bool is_known = std::all_of(absences.begin(), absences.end(), [](std::uint8_t one) {
    return one <= static_cast<std::uint8_t>(table::Absence::refused);
  });
  if (!is_known || absences.size() != size) throw damaged(table);
}

}  // namespace wijkbeeld::store::detail
