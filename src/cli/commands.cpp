// SPDX-License-Identifier: EUPL-1.2
#include "cli/commands.hpp"

#include "base/text.hpp"
#include "cli/command_completion.hpp"
#include "cli/command_help.hpp"
#include "cli/command_version.hpp"

namespace wijkbeeld::cli {

using base::say;

namespace {
template <class C>
std::unique_ptr<Command> made() {
  return std::make_unique<C>();
}
}  // namespace

const std::vector<CommandEntry>& commands() {
  static const std::vector<CommandEntry> entries = {
      {.name = "completion",
       .summary = say("print a script that lets a shell finish your words"),
       .more = {say("For bash: put the script in ~/.local/share/bash-completion/completions/. For "
                    "zsh: in a folder of fpath, as _wijkbeeld. For fish: in "
                    "~/.config/fish/completions/.")},
       .examples = {"wijkbeeld completion bash > "
                    "~/.local/share/bash-completion/completions/wijkbeeld"},
       .make = made<CommandCompletion>},
      {.name = "help",
       .summary = say("explain a command"),
       .examples = {"wijkbeeld help import", "wijkbeeld help --lang en"},
       .make = made<CommandHelp>},
      {.name = "version",
       .summary = say("say which version this is and which editions it knows"),
       .examples = {"wijkbeeld version"},
       .make = made<CommandVersion>},
  };
  return entries;
}

const CommandEntry& command_named(const std::string& name) {
  std::vector<std::string> names;
  for (const CommandEntry& entry : commands()) {
    if (entry.name == name) return entry;
    names.push_back(entry.name);
  }
  base::Failure failure(say("there is no command '{}'", name), base::Failure::Kind::usage);
  if (const auto meant = base::did_you_mean(name, names))
    failure.help(say("did you mean '{}'?", *meant));
  else
    failure.help(say("choose one of: {}", base::join(names, ", ")));
  throw failure.help(say("read 'wijkbeeld help'"));
}

}  // namespace wijkbeeld::cli
