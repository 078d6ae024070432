// SPDX-License-Identifier: EUPL-1.2
#include "answer/area_search.hpp"

#include <gmock/gmock.h>

#include "support/tiny_project.hpp"

namespace wijkbeeld::answer {
namespace {

using area::Level;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

series::Project towns() {
  using support::TinyArea;
  series::Project project = support::tiny_project({
      TinyArea{"WK034404", "Wijk 04 Zuidwest", 100, {1.0}, {}},
      TinyArea{"WK034409", "Wijk 09 Leidsche Rijn", 100, {1.0}, {}},
      TinyArea{"WK019310", "Binnenstad", 100, {1.0}, {}},
      TinyArea{"WK079601", "De Rijnstad", 100, {1.0}, {}},
  });
  project.areas.emplace_back(Level::buurt, area::Vintage{2016},
                             std::vector<area::Area>{{{"BU03440911"}, "Zuidwest", "Utrecht"},
                                                     {{"BU01931001"}, "Zuidwest", "Zwolle"},
                                                     {{"BU03440912"}, "Terwijde", "Utrecht"}},
                             "");
  project.areas.emplace_back(Level::cell, area::Vintage{2016},
                             std::vector<area::Area>{{{"E1213N4879"}, "Terwijde", ""}}, "");
  return project;
}

std::vector<std::string> codes(const std::vector<FoundArea>& list) {
  std::vector<std::string> out;
  for (const FoundArea& one : list)
    out.push_back(one.code.text);
  return out;
}

std::vector<std::string> found(const std::string& text, std::optional<Level> level = {}) {
  return codes(AreaSearch(towns()).find(text, level).found);
}

TEST(AreaSearch, TakesACodeHoweverItIsTyped) {
  EXPECT_THAT(found("WK034409"), ElementsAre("WK034409"));
  EXPECT_THAT(found(" wk034409 "), ElementsAre("WK034409"));
  EXPECT_THAT(found("34409", Level::wijk), ElementsAre("WK034409"));
}

TEST(AreaSearch, PutsWholeNamesBeforeBeginningsBeforeWords) {
  EXPECT_THAT(found("leidsche"), ElementsAre("WK034409"));
  EXPECT_THAT(found("rijn"), ElementsAre("WK079601", "WK034409"));
  EXPECT_THAT(found("zuidwest"), ElementsAre("WK034404", "BU01931001", "BU03440911"));
}

TEST(AreaSearch, TakesTheGemeenteBehindAComma) {
  EXPECT_THAT(found("Zuidwest, zwol"), ElementsAre("BU01931001"));
  EXPECT_THAT(found("Zuidwest, Assen"), IsEmpty());
}

TEST(AreaSearch, GuessesWhatWasMeantOnlyWhenNothingFits) {
  const auto result = AreaSearch(towns()).find("terwijdde");
  EXPECT_THAT(result.found, IsEmpty());
  EXPECT_THAT(codes(result.perhaps), ElementsAre("BU03440912"));
  EXPECT_THAT(AreaSearch(towns()).find("zuidwest").perhaps, IsEmpty());
}

TEST(AreaSearch, FindsNothingForNothing) {
  EXPECT_THAT(found(""), IsEmpty());
  EXPECT_THAT(found(" , "), IsEmpty());
  EXPECT_THAT(found("qqqqqqqqq"), IsEmpty());
}

TEST(AreaSearch, KeepsToItsLimit) {
  EXPECT_EQ(AreaSearch(towns()).find("zuidwest", {}, 2).found.size(), 2u);
}

}  // namespace
}  // namespace wijkbeeld::answer
