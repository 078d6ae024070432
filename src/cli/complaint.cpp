// SPDX-License-Identifier: EUPL-1.2
#include "cli/complaint.hpp"

#include <algorithm>

#include "cli/catalogue.hpp"

namespace wijkbeeld::cli {

using base::Failure;
using base::Language;
using base::Message;
using base::say;

namespace {

std::string in_words(const Message& message, Language language) {
  return render(message, catalogue(), language);
}

// Reasons and advice, each on a line of its own.
std::string lines_below(const Failure& failure, Language language, const std::string& indent) {
  std::string text;
  const auto line = [&](const Message& label, const std::string& rest) {
    text += indent + in_words(label, language) + ": " + rest + "\n";
  };
  for (const Message& why : failure.reasons())
    line(say("why"), in_words(why, language));
  for (const Message& advice : failure.advice())
    line(say("what to do"), in_words(advice, language));
  return text;
}

}  // namespace

std::string complaint(const Failure& failure, Language language) {
  std::string text = "wijkbeeld: " + in_words(failure.message(), language) + "\n";
  const std::string place = failure.place() ? to_text(*failure.place()) : std::string();
  if (!place.empty()) text += "  " + in_words(say("where"), language) + ": " + place + "\n";
  return text + lines_below(failure, language, "  ");
}

std::string complaint(const base::Failures& failures, Language language) {
  std::string text = "wijkbeeld: " + in_words(failures.summary(), language) + "\n";
  for (const Failure& one : failures.all()) {
    const std::string place = one.place() ? to_text(*one.place()) : std::string();
    text += "  " + (place.empty() ? "" : place + ": ") + in_words(one.message(), language) + "\n";
    text += lines_below(one, language, "    ");
  }
  return text;
}

bool is_usage(const base::Failures& failures) {
  return std::all_of(failures.all().begin(), failures.all().end(),
                     [](const Failure& one) { return one.kind() == Failure::Kind::usage; });
}

}  // namespace wijkbeeld::cli
