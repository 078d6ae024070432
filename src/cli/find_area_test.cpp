// SPDX-License-Identifier: EUPL-1.2
#include "cli/find_area.hpp"

#include <gmock/gmock.h>

#include "base/failure.hpp"
#include "support/tiny_project.hpp"

namespace wijkbeeld::cli {
namespace {

using area::Level;
using testing::HasSubstr;

series::Project towns() {
  using support::TinyArea;
  series::Project project = support::tiny_project({
      TinyArea{"WK034404", "Wijk 04 Zuidwest", 100, {1.0}, {}},
      TinyArea{"WK034409", "Wijk 09 Leidsche Rijn", 100, {1.0}, {}},
      TinyArea{"WK019310", "Binnenstad", 100, {1.0}, {}},
      TinyArea{"WK008010", "Binnenstad", 100, {1.0}, {}},
  });
  project.areas.emplace_back(Level::buurt, area::Vintage{2016},
                             std::vector<area::Area>{{{"BU03440911"}, "Zuidwest", "Utrecht"},
                                                     {{"BU03440912"}, "Terwijde", "Utrecht"}},
                             "");
  return project;
}

std::string found(const std::string& text, std::optional<Level> level = {}) {
  return find_area(towns(), text, level).text;
}

std::string failure_of(const std::string& text, std::optional<Level> level = {}) {
  try {
    return find_area(towns(), text, level).text;
  } catch (const base::Failure& failure) {
    return failure.what();
  }
}

TEST(FindArea, TakesACodeAndMendsIt) {
  EXPECT_EQ(found("WK034409"), "WK034409");
  EXPECT_EQ(found("wk034409"), "WK034409");
  EXPECT_EQ(found("34409", Level::wijk), "WK034409");
}

TEST(FindArea, TakesANameHoweverItIsTyped) {
  EXPECT_EQ(found("leidsche rijn"), "WK034409");
  EXPECT_EQ(found("Wijk 09 Leidsche Rijn"), "WK034409");
  EXPECT_EQ(found("Leidscherijn"), "WK034409");
}

TEST(FindArea, PrefersAnAreaWithFigures) {
  EXPECT_EQ(found("Zuidwest"), "WK034404");
}

TEST(FindArea, ListsTheAreasThatShareAName) {
  EXPECT_EQ(failure_of("Binnenstad"),
            "'Binnenstad' can be 2 areas\n"
            "  why: they are: WK008010 Binnenstad (wijk); WK019310 Binnenstad (wijk)\n"
            "  what to do: give the code, or choose with --level, or write 'name, gemeente'");
}

TEST(FindArea, KnowsTheNameOrCodePerhapsMeant) {
  EXPECT_THAT(failure_of("Leitsche Rijn"), HasSubstr("did you mean 'Wijk 09 Leidsche Rijn'?"));
  EXPECT_THAT(failure_of("WK034408"), HasSubstr("did you mean 'WK034404'?"));
  EXPECT_THAT(failure_of("Atlantis"), HasSubstr("give a code such as"));
}

TEST(FindArea, SaysThatAnAreaHasNoFigures) {
  EXPECT_EQ(failure_of("Terwijde"),
            "the data know BU03440912 Terwijde (buurt, Utrecht), but have no figures of it\n"
            "  what to do: ask for an area of one of these levels: wijk");
}

TEST(FindArea, LooksOnlyAtTheLevelAskedFor) {
  EXPECT_THAT(failure_of("WK034409", Level::buurt),
              HasSubstr("'WK034409' is no area of level buurt"));
}

}  // namespace
}  // namespace wijkbeeld::cli
