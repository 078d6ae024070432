// SPDX-License-Identifier: EUPL-1.2
#include "base/memory.hpp"

#include <malloc.h>

namespace wijkbeeld::base {

void give_memory_back() {
  ::malloc_trim(0);
}

}  // namespace wijkbeeld::base
