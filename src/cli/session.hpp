// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <ostream>
#include <string>

#include "base/catalogue.hpp"
#include "base/progress.hpp"
#include "cli/manner.hpp"
#include "cli/progress_line.hpp"

namespace wijkbeeld::cli {

/// What a command works with: where to print, in which manner, and who watches.
class Session {
 public:
  Session(std::ostream& out, std::ostream& err, const Manner& manner, ProgressLine& progress)
      : out_(out), err_(err), manner_(manner), line_(progress) {}

  [[nodiscard]] const Manner& manner() const { return manner_; }
  [[nodiscard]] base::Progress& progress() const { return line_; }
  /// True when what a command tells about its own work is not wanted: quiet, and no data asked for.
  [[nodiscard]] bool is_silent() const {
    return manner_.is_quiet && manner_.format == Format::table;
  }
  /// Takes a progress line off the terminal, before results are printed.
  void end_progress() const { line_.clear(); }
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
  ProgressLine& line_;
};

}  // namespace wijkbeeld::cli
