// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/message.hpp"
#include "cli/arguments.hpp"

namespace wijkbeeld::cli {

/// How a run ends; the number is the exit code.
enum class Ending : int { done = 0, failed = 1, usage = 2, interrupted = 130 };

/// What the program finds around it when it starts.
struct Surroundings {
  std::map<std::string, std::string> environment = {};  ///< the variables we look at
  bool is_out_terminal = false;
  bool is_err_terminal = false;
  int columns = 0;  ///< width of the terminal; 0 when there is none
  /// True when nobody reads standard output any more, as behind `| head`.
  std::function<bool()> has_reader_gone = [] { return false; };
};

/// The variables Surroundings holds: WIJKBEELD_LANG, NO_COLOR, TERM, COLUMNS.
const std::vector<std::string>& variables();

enum class Format { table, csv, json };

/// How a run speaks: decided from words and surroundings before the command begins.
struct Manner {
  base::Language language = base::Language::nl;
  Format format = Format::table;
  bool is_quiet = false;
  bool is_verbose = false;
  bool has_color = false;  ///< on standard output
  bool shows_progress = false;
  int width = 0;  ///< no line longer than this where it can be helped; 0 is no limit
};

/// Reads the common options and "--format". Language first, so that everything else that is wrong
/// can be said in it.
Manner decide_manner(const Arguments& arguments, const Surroundings& surroundings,
                     Mistakes& mistakes);
/// The language as far as it can be known before the words are parsed: "--lang" or WIJKBEELD_LANG.
base::Language early_language(const std::vector<std::string>& words,
                              const Surroundings& surroundings);

}  // namespace wijkbeeld::cli
