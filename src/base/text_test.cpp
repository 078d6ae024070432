// SPDX-License-Identifier: EUPL-1.2
#include "base/text.hpp"

#include <gtest/gtest.h>

namespace wijkbeeld::base {
namespace {

TEST(Trim, TakesAwayEveryKindOfBlank) {
  EXPECT_EQ(trim("\ufeff \t a b \u00a0\r\n"), "a b");
  EXPECT_EQ(trim(" \u00a0 "), "");
}

TEST(Split, KeepsEmptyParts) {
  EXPECT_EQ(split("a;;b", ';').size(), 3U);
  EXPECT_EQ(split("", ';').size(), 1U);
}

TEST(Folded, IsWhatAPersonTypes) {
  EXPECT_EQ(folded("'s-Hertogenbosch"), "shertogenbosch");
  EXPECT_EQ(folded("Súdwest-Fryslân"), "sudwestfryslan");
  EXPECT_EQ(folded("Heechterp & Schieringen"), "heechterpschieringen");
}

TEST(IsUtf8, RefusesOverlongFormsAndSurrogates) {
  EXPECT_TRUE(is_utf8("Fryslân \U0001F600"));
  EXPECT_FALSE(is_utf8("Frysl\xe2n"));
  EXPECT_FALSE(is_utf8("\xc0\xaf"));
  EXPECT_FALSE(is_utf8("\xed\xa0\x80"));
  EXPECT_FALSE(is_utf8("\xf4\x90\x80\x80"));
  EXPECT_FALSE(is_utf8("\xe2\x82"));
}

TEST(Latin1ToUtf8, KnowsTheWindowsCharacters) {
  EXPECT_EQ(latin1_to_utf8("Frysl\xe2n"), "Fryslân");
  EXPECT_EQ(latin1_to_utf8("\x80"), "€");
}

TEST(LengthUtf8, CountsCharacters) {
  EXPECT_EQ(length_utf8("één"), 3U);
}

TEST(DidYouMean, FindsTheNearestSlip) {
  const std::vector<std::string> words{"import", "export", "example", "study"};
  EXPECT_EQ(did_you_mean("exmaple", words), "example");
  EXPECT_EQ(did_you_mean("Studie", words), "study");
  EXPECT_EQ(did_you_mean("imprt", words), "import");
  EXPECT_EQ(did_you_mean("zebra", words), std::nullopt);
  EXPECT_EQ(did_you_mean("WK063701", std::vector<std::string>{"WK063702", "WK0637"}), "WK063702");
}

}  // namespace
}  // namespace wijkbeeld::base
