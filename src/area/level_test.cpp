// SPDX-License-Identifier: EUPL-1.2
#include "area/level.hpp"

#include <gtest/gtest.h>

namespace wijkbeeld::area {
namespace {

std::string parsed(std::string_view text, Level level) {
  const auto code = parse_code(text, level);
  return code ? code->code.text + (code->was_mended ? " (mended)" : "") : "refused";
}

TEST(ParseCode, TakesCanonicalCodes) {
  EXPECT_EQ(parsed("WK063701", Level::wijk), "WK063701");
  EXPECT_EQ(parsed("BU0363AD04", Level::buurt), "BU0363AD04");
  EXPECT_EQ(parsed("1011", Level::pc4), "1011");
  EXPECT_EQ(parsed("E1213N4879", Level::cell), "E1213N4879");
}

TEST(ParseCode, MendsWhatASpreadsheetLost) {
  EXPECT_EQ(parsed("363", Level::gemeente), "GM0363 (mended)");
  EXPECT_EQ(parsed("36300", Level::wijk), "WK036300 (mended)");
  EXPECT_EQ(parsed("wk063701", Level::wijk), "WK063701 (mended)");
}

TEST(ParseCode, RefusesACodeOfAnotherLevel) {
  EXPECT_EQ(parsed("GM0363", Level::wijk), "refused");
  EXPECT_EQ(parsed("WK063701", Level::gemeente), "refused");
  EXPECT_EQ(parsed("0111", Level::pc4), "refused");
  EXPECT_EQ(parsed("1011AB", Level::pc4), "refused");
  EXPECT_EQ(parsed("", Level::wijk), "refused");
}

TEST(LevelOf, GoesByTheForm) {
  EXPECT_EQ(level_of({"BU0363AD04"}), Level::buurt);
  EXPECT_EQ(level_of({"9999"}), Level::pc4);
  EXPECT_EQ(level_of({"Zuidoost"}), Level::own);
}

TEST(GemeenteOf, FollowsTheConstructionOfCodes) {
  EXPECT_EQ(gemeente_of({"WK063701"})->text, "GM0637");
  EXPECT_EQ(wijk_of({"BU06370102"})->text, "WK063701");
  EXPECT_EQ(gemeente_of({"1011"}), std::nullopt);
}

TEST(Level, NamesReadBack) {
  for (const Level level :
       {Level::cell, Level::buurt, Level::wijk, Level::pc4, Level::gemeente, Level::own})
    EXPECT_EQ(parse_level(to_text(level)), level);
  EXPECT_EQ(parse_level(" Wijk "), Level::wijk);
  EXPECT_EQ(parse_level("district"), std::nullopt);
}

}  // namespace
}  // namespace wijkbeeld::area
