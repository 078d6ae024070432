// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <ostream>
#include <string>
#include <vector>

#include "base/catalogue.hpp"
#include "base/progress.hpp"
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

/// What a command works with: where to print, in which manner, and who watches.
class Session {
 public:
  Session(std::ostream& out, std::ostream& err, const Manner& manner, base::Progress& progress)
      : out_(out), err_(err), manner_(manner), progress_(progress) {}

  [[nodiscard]] const Manner& manner() const { return manner_; }
  [[nodiscard]] base::Progress& progress() const { return progress_; }
  /// Results: nothing else is printed here.
  [[nodiscard]] std::ostream& out() const { return out_; }
  /// The message in the language of the session.
  [[nodiscard]] std::string words(const base::Message& message) const;
  /// A line for people: to standard output beside a table, to standard error beside csv and json,
  /// and nowhere when quiet.
  void tell(const base::Message& message) const;
  /// An empty line for people.
  void tell_gap() const;

 private:
  [[nodiscard]] std::ostream* people() const;
  std::ostream& out_;
  std::ostream& err_;
  Manner manner_;
  base::Progress& progress_;
};

}  // namespace wijkbeeld::cli
