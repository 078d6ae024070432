// SPDX-License-Identifier: EUPL-1.2
#include "cli/command_help.hpp"

#include "cli/commands.hpp"
#include "cli/help_text.hpp"

namespace wijkbeeld::cli {

using base::say;

Grammar CommandHelp::grammar() const {
  return {.operands = {{.name = "command",
                        .value = say("COMMAND"),
                        .meaning = say("the command to explain; without it, all in one list")}}};
}

void CommandHelp::setup(const Arguments& arguments, Mistakes& /*mistakes*/) {
  about_ = arguments.text("command");
}

Ending CommandHelp::run(Session& session) {
  const Manner& manner = session.manner();
  session.out() << (about_.empty() ? overview(commands(), manner.language, manner.width)
                                   : help_on(command_named(about_), manner.language, manner.width));
  return Ending::done;
}

}  // namespace wijkbeeld::cli
