// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"

namespace wijkbeeld::cli {

/// Scripts that make a shell finish our words: commands, options, the values an option allows, and
/// file names everywhere else.
std::string bash_completion(const std::vector<CommandEntry>& entries);
std::string zsh_completion(const std::vector<CommandEntry>& entries, base::Language language);
std::string fish_completion(const std::vector<CommandEntry>& entries, base::Language language);

}  // namespace wijkbeeld::cli
