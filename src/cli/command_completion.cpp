// SPDX-License-Identifier: EUPL-1.2
#include "cli/command_completion.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/completion_script.hpp"

namespace wijkbeeld::cli {

using base::say;

namespace {
const std::vector<std::string>& shells() {
  static const std::vector<std::string> names = {"bash", "zsh", "fish"};
  return names;
}
}  // namespace

Grammar CommandCompletion::grammar() const {
  return {.operands = {{.name = "shell",
                        .value = say("SHELL"),
                        .meaning = say("bash, zsh or fish"),
                        .required = say("choose one of: {}", base::join(shells(), ", "))}}};
}

void CommandCompletion::setup(const Arguments& arguments, Mistakes& mistakes) {
  shell_ = arguments.text("shell");
  if (!shell_.empty() && std::find(shells().begin(), shells().end(), shell_) == shells().end())
    mistakes.add(say("there is no completion for '{}'", shell_),
                 say("choose one of: {}", base::join(shells(), ", ")));
}

Ending CommandCompletion::run(Session& session) {
  const base::Language language = session.manner().language;
  session.out() << (shell_ == "bash"  ? bash_completion(commands())
                    : shell_ == "zsh" ? zsh_completion(commands(), language)
                                      : fish_completion(commands(), language));
  return Ending::done;
}

}  // namespace wijkbeeld::cli
