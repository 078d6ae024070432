// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "cli/session.hpp"

namespace wijkbeeld::cli {

/// The whole program but for the process around it: words in, text out, exit code back. Ends every
/// failure.
Ending run_program(const std::vector<std::string>& words, const Surroundings& surroundings,
                   std::ostream& out, std::ostream& err);

}  // namespace wijkbeeld::cli
