// SPDX-License-Identifier: EUPL-1.2
#include "cli/program.hpp"

#include <exception>

#include "cli/commands.hpp"
#include "cli/complaint.hpp"
#include "cli/help_text.hpp"
#include "cli/progress_line.hpp"

namespace wijkbeeld::cli {

using base::Failure;
using base::Failures;
using base::Language;
using base::say;

namespace {

Ending ending_of(Failure::Kind kind) {
  switch (kind) {
    case Failure::Kind::usage:
      return Ending::usage;
    case Failure::Kind::interrupted:
      return Ending::interrupted;
    case Failure::Kind::failed:
      break;
  }
  return Ending::failed;
}

// Old habits: "--version" alone, or "--help" without a command.
SplitWords split_habits(const std::vector<std::string>& words) {
  SplitWords split = split_command(words);
  if (!split.command.empty()) return split;
  for (auto word = split.rest.begin(); word != split.rest.end(); ++word) {
    if (*word != "--version" && *word != "--help" && *word != "-h") continue;
    split.command = *word == "--version" ? "version" : "help";
    split.rest.erase(word);
    break;
  }
  return split;
}

Ending run_command(const SplitWords& split, const Surroundings& surroundings, std::ostream& out,
                   std::ostream& err) {
  const CommandEntry& entry = command_named(split.command);
  const std::unique_ptr<Command> command = entry.make();
  Mistakes mistakes;
  const Arguments arguments = parse_arguments(split.rest, command->grammar(), mistakes);
  const Manner manner = decide_manner(arguments, surroundings, mistakes);
  if (arguments.has("help")) {
    out << help_on(entry, manner.language, manner.width);
    return Ending::done;
  }
  command->setup(arguments, mistakes);
  mistakes.check(entry.name);
  ProgressLine progress(err, manner);
  Session session(out, err, manner, progress);
  return command->run(session);
}

// A reader that has seen enough is no reason to complain.
Ending printed(std::ostream& out, Ending ending, const Surroundings& surroundings) {
  out.flush();
  if (out) return ending;
  if (surroundings.has_reader_gone()) return Ending::failed;
  throw Failure(say("cannot write to standard output"))
      .because(say("the disk is full, or it was closed"));
}

// What no one foresaw: still told in one place, never as a crash.
std::string unforeseen(const std::exception& exception, Language language) {
  return complaint(Failure(say("something unforeseen went wrong"))
                       .because(say("{}", exception.what()))
                       .help(say("report it with the command you gave; nothing is left "
                                 "half-written")),
                   language);
}

}  // namespace

Ending run_program(const std::vector<std::string>& words, const Surroundings& surroundings,
                   std::ostream& out, std::ostream& err) {
  const Language language = early_language(words, surroundings);
  try {
    const SplitWords split = split_habits(words);
    if (split.command.empty() && split.rest.empty()) {
      err << overview(commands(), language, 0);
      return Ending::usage;
    }
    return printed(out, run_command(split, surroundings, out, err), surroundings);
  } catch (const Failure& failure) {
    out.flush();
    err << complaint(failure, language);
    return ending_of(failure.kind());
  } catch (const Failures& failures) {
    out.flush();
    err << complaint(failures, language);
    return is_usage(failures) ? Ending::usage : Ending::failed;
  } catch (const std::exception& exception) {
    out.flush();
    err << unforeseen(exception, language);
    return Ending::failed;
  }
}

}  // namespace wijkbeeld::cli
