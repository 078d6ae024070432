// SPDX-License-Identifier: EUPL-1.2
#include "chart/text_width.hpp"

#include <gtest/gtest.h>

namespace wijkbeeld::chart {
namespace {

TEST(TextWidth, GrowsWithTextSizeAndWeight) {
  EXPECT_EQ(text_width("", 12), 0);
  EXPECT_LT(text_width("i", 12), text_width("m", 12));
  EXPECT_DOUBLE_EQ(text_width("wijk", 24), 2 * text_width("wijk", 12));
  EXPECT_GT(text_width("wijk", 12, Weight::semibold), text_width("wijk", 12));
}

TEST(TextWidth, GivesAllFiguresOneWidth) {
  for (const char* digit : {"0", "1", "4", "9"})
    EXPECT_EQ(text_width(digit, 10), text_width("8", 10)) << digit;
}

TEST(TextWidth, CountsAccentedLettersAsTheirBase) {
  EXPECT_EQ(text_width("één", 10), text_width("een", 10));
  EXPECT_EQ(text_width("Fryslân", 10), text_width("Fryslan", 10));
}

TEST(TextWidth, SurvivesBrokenAndForeignText) {
  EXPECT_GT(text_width("\xE2\x82", 10), 0);
  EXPECT_GT(text_width("東京", 10), 0);
  EXPECT_GE(text_width("\xF0\x9F", 10), 0);
}

TEST(Wrapped, BreaksAtSpacesAndHyphensWithinTheWidth) {
  const auto lines = wrapped("Overige wijken van dezelfde gemeenten", 100, 12.5);
  ASSERT_GT(lines.size(), 1U);
  std::string joined;
  for (const std::string& line : lines) {
    EXPECT_LE(text_width(line, 12.5), 100.01) << line;
    joined += (joined.empty() ? "" : " ") + line;
  }
  EXPECT_EQ(joined, "Overige wijken van dezelfde gemeenten");
  EXPECT_EQ(wrapped("Noord-Holland", 50, 12.5), (std::vector<std::string>{"Noord-", "Holland"}));
}

TEST(Wrapped, KeepsALongWordWholeAndAnEmptyTextOneLine) {
  EXPECT_EQ(wrapped("Leefbaarheidsontwikkeling", 20, 12.5).size(), 1U);
  EXPECT_EQ(wrapped("", 20, 12.5), std::vector<std::string>{""});
}

TEST(Shortened, EndsWithAnEllipsisOnlyWhenNeeded) {
  EXPECT_EQ(shortened("Korrewegwijk", 200, 12.5), "Korrewegwijk");
  EXPECT_EQ(shortened("2002", text_width("2002", 12.5), 12.5), "2002");
  const std::string cut = shortened("Schieringen en Heechterp", 80, 12.5);
  EXPECT_TRUE(cut.ends_with("\u2026"));
  EXPECT_LE(text_width(cut, 12.5), 80.01);
}

TEST(Shortened, NeverCutsALetterInHalf) {
  const std::string cut = shortened("éééééééééééé", 40, 12.5);
  EXPECT_EQ((cut.size() - 3) % 2, 0U);
}

}  // namespace
}  // namespace wijkbeeld::chart
