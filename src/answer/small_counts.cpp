// SPDX-License-Identifier: EUPL-1.2
#include "answer/small_counts.hpp"

namespace wijkbeeld::answer {

Figure told(area::Level level, Figure residents) {
  const bool is_small = residents.value.has_value() && *residents.value < kFewestTold;
  if (level == area::Level::cell && is_small) residents.value = table::Absence::withheld;
  return residents;
}

}  // namespace wijkbeeld::answer
