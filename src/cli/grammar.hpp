// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/message.hpp"

namespace wijkbeeld::cli {

/// A word with two dashes: "--project FILE" or, without a value, "--replace".
struct Option {
  std::string name;  ///< without dashes
  base::Message meaning;
  std::optional<base::Message> value = {};     ///< what the value is called; none for a switch
  std::vector<std::string> choices = {};       ///< the only values allowed; empty allows any
  char letter = 0;                             ///< "-q"; 0 when there is none
  std::string also = {};                       ///< a second name that is understood, without dashes
  std::optional<base::Message> required = {};  ///< what to do when it is missing; may be when none
  bool is_repeatable = false;
};

/// A word without dashes, such as the folder of `import`.
struct Operand {
  std::string name;     ///< by which the command asks for it
  base::Message value;  ///< what people call it: "PATH"
  base::Message meaning;
  std::optional<base::Message> required = {};  ///< what to do when it is missing; may be when none
  bool is_many = false;                        ///< takes all that are left; only the last may
};

/// What may stand behind a command. Parsing, help, completion and the check of the man pages are
/// made from it.
struct Grammar {
  std::vector<Operand> operands = {};
  std::vector<Option> options = {};
};

/// Options that every command takes, before or behind its name.
const std::vector<Option>& common_options();

/// "--threads N": for commands that work on several threads.
Option threads_option();
/// "--format table|csv|json": for commands that print figures.
Option format_option();
/// "--replace": for commands that write.
Option replace_option();
/// "--data PATH": a folder or file of published data, or a project file.
Option data_option();
/// "--edition ID": one of those shipped, or of an instrument that the project keeps.
Option edition_option();
/// "--level buurt|wijk|...".
Option level_option();
/// "--wave YEAR".
Option wave_option();

}  // namespace wijkbeeld::cli
