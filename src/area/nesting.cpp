// SPDX-License-Identifier: EUPL-1.2
#include "area/nesting.hpp"

#include <algorithm>

namespace wijkbeeld::area {

std::optional<AreaCode> Nesting::parent_of(const AreaCode& code) const {
  const auto found = std::lower_bound(codes.begin(), codes.end(), code);
  if (found == codes.end() || *found != code) return std::nullopt;
  return parents[static_cast<std::size_t>(found - codes.begin())];
}

}  // namespace wijkbeeld::area
