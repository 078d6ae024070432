// SPDX-License-Identifier: EUPL-1.2
// The man pages and the registry say the same.
#include <gmock/gmock.h>

#include <sstream>

#include "base/file.hpp"
#include "cli/commands.hpp"

namespace wijkbeeld::cli {
namespace {

using testing::ElementsAreArray;
using testing::HasSubstr;

std::string page(const std::string& name) {
  return base::read_file(std::string(WIJKBEELD_ROOT) + "/man/" + name + ".1");
}

std::vector<std::string> lines_with(const std::string& text, const std::string& start) {
  std::vector<std::string> found;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with(start)) found.push_back(line.substr(start.size()));
  return found;
}

// As .It or .Op has it: "-out Ar FILE".
std::string as_macro(const Option& option) {
  return "-" + option.name + (option.value ? " Ar " + option.value->id : "");
}

TEST(ManPages, HaveTheNameAndSummaryOfEachCommand) {
  for (const CommandEntry& entry : commands()) {
    const std::string text = page("wijkbeeld-" + entry.name);
    EXPECT_THAT(text, HasSubstr(".Nm wijkbeeld-" + entry.name + "\n"));
    EXPECT_THAT(text, HasSubstr(".Nd " + entry.summary.id + "\n"));
    EXPECT_THAT(text, HasSubstr(".Nm wijkbeeld " + entry.name + "\n"));
  }
}

TEST(ManPages, NameExactlyTheOptionsOfEachCommand) {
  for (const CommandEntry& entry : commands()) {
    const std::string text = page("wijkbeeld-" + entry.name);
    std::vector<std::string> described;
    for (const Option& option : entry.make()->grammar().options) {
      described.push_back(as_macro(option));
      const std::string inline_form = (option.required ? ".Fl " : ".Op Fl ") + as_macro(option);
      EXPECT_THAT(text, HasSubstr(inline_form + "\n")) << entry.name;
    }
    EXPECT_THAT(lines_with(text, ".It Fl "), ElementsAreArray(described)) << entry.name;
    for (const Operand& operand : entry.make()->grammar().operands)
      EXPECT_THAT(text, HasSubstr((operand.required ? ".Ar " : ".Op Ar ") + operand.value.id))
          << entry.name;
  }
}

TEST(ManPages, ShowTheExamplesOfHelp) {
  for (const CommandEntry& entry : commands())
    EXPECT_THAT(lines_with(page("wijkbeeld-" + entry.name), ".Dl "),
                ElementsAreArray(entry.examples))
        << entry.name;
}

TEST(ManPages, TheFirstListsAllCommandsAndCommonOptions) {
  const std::string text = page("wijkbeeld");
  std::vector<std::string> names;
  for (const CommandEntry& entry : commands()) {
    names.push_back(entry.name);
    EXPECT_THAT(text, HasSubstr(".Xr wijkbeeld-" + entry.name + " 1"));
  }
  EXPECT_THAT(lines_with(text, ".It Cm "), ElementsAreArray(names));
  for (const Option& option : common_options())
    EXPECT_THAT(text, HasSubstr("Fl " + as_macro(option) + "\n"));
}

}  // namespace
}  // namespace wijkbeeld::cli
