// SPDX-License-Identifier: EUPL-1.2
#include "cli/catalogue.hpp"

#include <string>

#include "cli/embedded.hpp"

namespace wijkbeeld::cli {

const base::Catalogue& catalogue() {
  static const base::Catalogue whole = [] {
    base::Catalogue made;
    for (const embedded::File& file : embedded::files())
      made.add(file.bytes, std::string(file.name));
    return made;
  }();
  return whole;
}

}  // namespace wijkbeeld::cli
