// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/failure.hpp"
#include "base/parallel.hpp"
#include "cli/grammar.hpp"
#include "series/series.hpp"

namespace wijkbeeld::cli {

/// Everything that is wrong with a command line, told in one go.
class Mistakes {
 public:
  /// The failure becomes one of wrong usage.
  void add(base::Message what, std::optional<base::Message> advice = {});
  [[nodiscard]] bool empty() const { return all_.empty(); }
  [[nodiscard]] const std::vector<base::Failure>& all() const { return all_; }
  /// Throws Failure or Failures (usage) when there are any, with where to read about the command.
  void check(const std::string& command) const;

 private:
  std::vector<base::Failure> all_;
};

/// A parsed command line: what was given, by the names of the grammar.
class Arguments {
 public:
  [[nodiscard]] bool has(const std::string& name) const;
  /// The value of an option or operand; the last one given, or `otherwise`.
  [[nodiscard]] std::string text(const std::string& name, const std::string& otherwise = {}) const;
  [[nodiscard]] const std::vector<std::string>& all(const std::string& name) const;
  /// All values of a repeatable option, each split at commas: "--series class,score".
  [[nodiscard]] std::vector<std::string> list(const std::string& name) const;
  /// A whole number in a range, or a mistake.
  [[nodiscard]] std::optional<std::int64_t> whole(const std::string& name, std::int64_t low,
                                                  std::int64_t high, Mistakes& mistakes) const;
  /// "--threads", or as many as the machine has.
  [[nodiscard]] base::Workers workers(Mistakes& mistakes) const;

  void add(const std::string& name, std::string value);

 private:
  std::map<std::string, std::vector<std::string>> values_;
};

/// Reads the words behind a command's name. What does not fit the grammar or the common options
/// goes to the mistakes; nothing is opened.
Arguments parse_arguments(const std::vector<std::string>& words, const Grammar& grammar,
                          Mistakes& mistakes);

/// The year behind an option, or a mistake; nothing when it was not given.
std::optional<series::Wave> asked_wave(const Arguments& arguments, const std::string& name,
                                       Mistakes& mistakes);

/// The command's name and the other words: options that every command takes may stand before it.
struct SplitWords {
  std::string command;  ///< empty when there is none
  std::vector<std::string> rest;
};
SplitWords split_command(const std::vector<std::string>& words);

}  // namespace wijkbeeld::cli
