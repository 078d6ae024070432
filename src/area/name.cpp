// SPDX-License-Identifier: EUPL-1.2
#include "area/name.hpp"

#include "base/text.hpp"

namespace wijkbeeld::area {

std::string plain_name(const std::string& name) {
  std::string_view rest = base::trim(name);
  if (base::lower(rest.substr(0, 5)) == "wijk ") {
    const std::size_t word = rest.find_first_not_of("0123456789", 5);
    if (word != std::string_view::npos && word > 5 && rest[word] == ' ') rest.remove_prefix(word);
  }
  return base::folded(rest);
}

}  // namespace wijkbeeld::area
