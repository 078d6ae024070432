// SPDX-License-Identifier: EUPL-1.2
#include "answer/atlas_areas.hpp"

#include <gmock/gmock.h>

#include "base/failure.hpp"
#include "support/tiny_project.hpp"

namespace wijkbeeld::answer {
namespace {

using area::Level;
using support::TinyArea;
using ::testing::HasSubstr;

series::Project town() {
  return support::tiny_project({TinyArea{"WK000101", "Oost", 1000, {1.0}},
                                TinyArea{"WK000102", "West", 3000, {2.0}},
                                TinyArea{"WK000103", "Zuid", 2000, {3.0}},
                                TinyArea{"WK000104", "Haven", std::nullopt, {std::nullopt}}});
}

TEST(AtlasAreas, LetAnOutlineOfAnotherYearStandInWhereTheNameAgrees) {
  series::Project project = town();
  const geo::MultiPolygon shape{{{{{0, 0}, {1000, 0}, {1000, 1000}, {0, 1000}, {0, 0}}}, {}}};
  area::Outlines later{
      Level::wijk, {2018}, {{"WK000101"}, {"WK000102"}}, {shape, shape}, {"Wijk 01 Oost", "Anders"},
      "made up"};
  project.outlines.push_back(later);
  const AtlasAreas areas = atlas_areas(project, Level::wijk, {2016});
  ASSERT_EQ(areas.areas.size(), 4u);
  ASSERT_TRUE(areas.areas[0].outline_vintage.has_value());
  EXPECT_EQ(areas.areas[0].outline_vintage->year, 2018);
  EXPECT_EQ(areas.areas[1].outline, nullptr);
  EXPECT_TRUE(areas.has_outlines());
  EXPECT_EQ(areas.find({"WK000103"}), 2u);
  EXPECT_FALSE(areas.find({"WK000199"}).has_value());
}

TEST(AtlasAreas, SayWhichLevelsThereAre) {
  const series::Project project = town();
  try {
    atlas_areas(project, Level::buurt, {2016});
    FAIL();
  } catch (const base::Failure& failure) {
    EXPECT_THAT(failure.what(), HasSubstr("known are: wijk/2016"));
  }
}

}  // namespace
}  // namespace wijkbeeld::answer
