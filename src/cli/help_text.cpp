// SPDX-License-Identifier: EUPL-1.2
#include "cli/help_text.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "cli/catalogue.hpp"
#include "cli/layout.hpp"

namespace wijkbeeld::cli {

using base::Language;
using base::Message;
using base::say;

namespace {

constexpr std::size_t kPage = 80;

struct Line {
  std::string left;
  std::string right;
};

// Two columns; the right one wraps inside itself.
class Page {
 public:
  Page(Language language, int width)
      : language_(language),
        width_(width > 0 ? std::min(kPage, static_cast<std::size_t>(width)) : kPage) {}

  [[nodiscard]] std::string words(const Message& message) const {
    return render(message, catalogue(), language_);
  }
  void line(const std::string& text) { text_ += text + "\n"; }
  void paragraph(const Message& message) { line(wrapped(words(message), width_)); }
  void heading(const Message& message) {
    if (!text_.empty()) text_ += "\n";
    line(words(message));
  }
  void columns(const std::vector<Line>& lines) {
    std::size_t left = 0;
    for (const Line& one : lines)
      left = std::max(left, base::length_utf8(one.left));
    const std::size_t indent = 2 + left + 2;
    for (const Line& one : lines) {
      if (one.right.empty())
        line("  " + one.left);
      else
        line("  " + padded(one.left, left + 2) + wrapped(one.right, width_, indent, indent));
    }
  }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  Language language_;
  std::size_t width_;
  std::string text_;
};

std::string in_words(const Message& message, Language language) {
  return render(message, catalogue(), language);
}

std::string typed(const Option& option, Language language) {
  std::string text = "--" + option.name;
  if (option.value) text += " " + in_words(*option.value, language);
  return text;
}

Line option_line(const Option& option, Language language) {
  Line line;
  line.left = (option.letter != 0 ? std::string{'-', option.letter} + ", " : "    ") +
              typed(option, language);
  line.right = in_words(option.meaning, language);
  if (!option.choices.empty()) line.right += " (" + base::join(option.choices, ", ") + ")";
  if (option.required) line.right += " " + in_words(say("(required)"), language);
  return line;
}

std::vector<Line> option_lines(const std::vector<Option>& options, Language language) {
  std::vector<Line> lines;
  for (const Option& option : options)
    lines.push_back(option_line(option, language));
  return lines;
}

std::vector<Line> ending_lines(const Page& page) {
  return {{"0", page.words(say("done"))},
          {"1", page.words(say("failed; nothing is left half-written"))},
          {"2", page.words(say("wrong usage; nothing was opened"))},
          {"130", page.words(say("stopped on request"))}};
}

}  // namespace

std::string usage_line(const CommandEntry& entry, Language language) {
  const Grammar grammar = entry.make()->grammar();
  std::string line = "wijkbeeld " + entry.name;
  for (const Operand& operand : grammar.operands) {
    const std::string shown = in_words(operand.value, language) + (operand.is_many ? "..." : "");
    line += operand.required ? " " + shown : " [" + shown + "]";
  }
  for (const Option& option : grammar.options)
    if (option.required) line += " " + typed(option, language);
  return line + " " + in_words(say("[options]"), language);
}

std::string overview(const std::vector<CommandEntry>& entries, Language language, int width) {
  Page page(language, width);
  page.paragraph(
      say("wijkbeeld: how neighbourhoods are doing, from the published files to a report"));
  page.heading(say("Use:"));
  page.line("  wijkbeeld " + in_words(say("COMMAND"), language) + " " +
            in_words(say("[options]"), language));
  page.heading(say("Commands:"));
  std::vector<Line> lines;
  for (const CommandEntry& entry : entries)
    lines.push_back({entry.name, page.words(entry.summary)});
  page.columns(lines);
  page.heading(say("Options for every command:"));
  page.columns(option_lines(common_options(), language));
  page.heading(say("To begin:"));
  for (const CommandEntry& entry : entries)
    if (entry.name == "example" || entry.name == "import" || entry.name == "study")
      page.line("  " + entry.examples.front());
  page.line("");
  page.paragraph(say("'wijkbeeld help COMMAND' tells more about one of them."));
  return page.text();
}

std::string help_on(const CommandEntry& entry, Language language, int width) {
  Page page(language, width);
  const Grammar grammar = entry.make()->grammar();
  page.paragraph(say("{}", "wijkbeeld " + entry.name + ": " + page.words(entry.summary)));
  page.heading(say("Use:"));
  page.line("  " + usage_line(entry, language));
  for (const Message& paragraph : entry.more) {
    page.line("");
    page.paragraph(paragraph);
  }
  if (!grammar.operands.empty()) page.heading(say("Words:"));
  std::vector<Line> operands;
  for (const Operand& operand : grammar.operands)
    operands.push_back({page.words(operand.value), page.words(operand.meaning)});
  page.columns(operands);
  if (!grammar.options.empty()) page.heading(say("Options:"));
  page.columns(option_lines(grammar.options, language));
  page.heading(say("Options for every command:"));
  page.columns(option_lines(common_options(), language));
  page.heading(say("Examples:"));
  for (const std::string& example : entry.examples)
    page.line("  " + example);
  page.heading(say("Exit code:"));
  page.columns(ending_lines(page));
  return page.text();
}

}  // namespace wijkbeeld::cli
