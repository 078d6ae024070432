// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"

namespace wijkbeeld::cli {

/// All commands, a line each, with how to go on.
std::string overview(const std::vector<CommandEntry>& entries, base::Language language, int width);

/// How to use one command: words, options, examples, how it can end.
std::string help_on(const CommandEntry& entry, base::Language language, int width);

/// "wijkbeeld import PATH... --project FILE [options]".
std::string usage_line(const CommandEntry& entry, base::Language language);

}  // namespace wijkbeeld::cli
