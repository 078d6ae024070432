// SPDX-License-Identifier: EUPL-1.2
#include "base/progress.hpp"

#include "base/failure.hpp"

namespace wijkbeeld::base {

void Progress::check() const {
  if (is_stopped())
    throw Failure(say("stopped on request; nothing was written"), Failure::Kind::interrupted);
}

}  // namespace wijkbeeld::base
