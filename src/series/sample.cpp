// SPDX-License-Identifier: EUPL-1.2
#include "series/sample.hpp"

#include <algorithm>

namespace wijkbeeld::series {

const SampleColumn* Sample::find(std::string_view name) const {
  const auto found = std::find_if(columns.begin(), columns.end(),
                                  [&](const SampleColumn& one) { return one.name == name; });
  return found == columns.end() ? nullptr : &*found;
}

}  // namespace wijkbeeld::series
