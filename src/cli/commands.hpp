// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"

namespace wijkbeeld::cli {

/// Every command, in the order in which people meet them.
const std::vector<CommandEntry>& commands();

/// The command of that name. Throws Failure (usage) with the one perhaps meant.
const CommandEntry& command_named(const std::string& name);

}  // namespace wijkbeeld::cli
