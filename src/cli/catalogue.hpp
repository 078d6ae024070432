// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/catalogue.hpp"

namespace wijkbeeld::cli {

/// The Dutch of every module, as built into the program.
const base::Catalogue& catalogue();

}  // namespace wijkbeeld::cli
