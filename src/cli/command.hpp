// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/message.hpp"
#include "cli/arguments.hpp"
#include "cli/grammar.hpp"
#include "cli/session.hpp"

namespace wijkbeeld::cli {

/// One word of the program. First `setup`, which looks at words only; then `run`, which works.
class Command {
 public:
  Command() = default;
  Command(const Command&) = delete;
  Command& operator=(const Command&) = delete;
  virtual ~Command() = default;

  [[nodiscard]] virtual Grammar grammar() const = 0;
  /// Takes over what was asked. Opens nothing; whatever is wrong is added to the mistakes. Also
  /// called when the words did not fit the grammar, so that all mistakes are told at once.
  virtual void setup(const Arguments& arguments, Mistakes& mistakes) = 0;
  /// Throws Failure when it cannot go on.
  virtual Ending run(Session& session) = 0;
};

/// A line of the registry: what help, completion and the man pages are made from.
struct CommandEntry {
  std::string name;
  base::Message summary;                 ///< one line, after the name
  std::vector<base::Message> more = {};  ///< paragraphs, for help on this command
  std::vector<std::string> examples;     ///< as typed; the first stands in the overview
  std::function<std::unique_ptr<Command>()> make;
};

}  // namespace wijkbeeld::cli
