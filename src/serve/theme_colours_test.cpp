// SPDX-License-Identifier: EUPL-1.2
#include "serve/theme_colours.hpp"

#include <gmock/gmock.h>

#include "base/failure.hpp"
#include "base/file.hpp"

namespace wijkbeeld::serve {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

std::string complaint(std::string_view toml) {
  try {
    return "read: " + theme_colours(toml, "stad.toml");
  } catch (const base::Failures& failures) {
    return failures.what();
  } catch (const base::Failure& failure) {
    return failure.what();
  }
}

TEST(ThemeColours, BecomeAStyleSheetForEachMode) {
  EXPECT_EQ(
      theme_colours("[light]\naccent = \"#7a1f3d\"\n[dark]\naccent = \"#F0A0B8\"\n", "a.toml"),
      "@media (prefers-color-scheme: light){:root{--accent:#7a1f3d;}}\n"
      "@media (prefers-color-scheme: dark){:root{--accent:#F0A0B8;}}\n");
  EXPECT_EQ(theme_colours("", "a.toml"), "");
}

TEST(ThemeColours, MustStayReadable) {
  EXPECT_THAT(complaint("[light]\naccent = \"#f0c000\"\n"),
              AllOf(HasSubstr("stad.toml:2"), HasSubstr("accent on paper has a contrast of 1.71"),
                    HasSubstr("needs 4.5")));
  EXPECT_THAT(complaint("[dark]\npaper = \"#ffffff\"\n"), HasSubstr("ink on paper"));
}

TEST(ThemeColours, TellEveryMistakeAtOnce) {
  EXPECT_THAT(
      complaint("[light]\nacent = \"#7a1f3d\"\nink = \"black\"\n[night]\nink = \"#ffffff\"\n"),
      AllOf(HasSubstr("acent"), HasSubstr("'black' is not a colour"), HasSubstr("night")));
  EXPECT_THAT(complaint("[light\n"), HasSubstr("stad.toml:1"));
}

// The colours that stand in for what is not said are those of the page.
TEST(ThemeColours, StartFromThoseOfThePage) {
  const std::string css = base::read_file(std::string(WIJKBEELD_ROOT) + "/web/src/style.css");
  EXPECT_THAT(css, HasSubstr("--paper: #ffffff;"));
  for (const char* light : {"--ink: #1d2327;", "--quiet: #59626a;", "--rule: #d5dade;",
                            "--edge: #8b9399;", "--panel: #f6f7f8;", "--accent: #0e5a8a;"})
    EXPECT_THAT(css, HasSubstr(light));
  for (const char* dark :
       {"--ink: #e8ebed;", "--quiet: #a3adb4;", "--rule: #343b41;", "--edge: #667078;",
        "--paper: #14181b;", "--panel: #1c2125;", "--accent: #7cc0ea;"})
    EXPECT_THAT(css, HasSubstr(dark));
}

}  // namespace
}  // namespace wijkbeeld::serve
