// SPDX-License-Identifier: EUPL-1.2
#include "source/file_year.hpp"

#include "base/number.hpp"

namespace wijkbeeld::source {

std::optional<int> year_in_name(std::string_view name) {
  if (const auto slash = name.rfind('/'); slash != std::string_view::npos)
    name.remove_prefix(slash + 1);
  std::optional<int> found;
  for (std::size_t begin = 0; begin < name.size();) {
    std::size_t end = begin;
    while (end < name.size() && name[end] >= '0' && name[end] <= '9')
      ++end;
    if (end - begin == 4) {
      const int year = static_cast<int>(*base::parse_integer(name.substr(begin, 4)));
      if (year >= 1990 && year < 2100) found = year;
    }
    begin = end + 1;
  }
  return found;
}

base::Issue assumed_vintage(const std::string& file, int year) {
  return {"vintage-assumed",
          base::Severity::note,
          {file},
          base::say("the file does not say of which year its areas are; they are read as those "
                    "of {}",
                    year)};
}

}  // namespace wijkbeeld::source
