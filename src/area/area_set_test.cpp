// SPDX-License-Identifier: EUPL-1.2
#include "area/area_set.hpp"

#include <gtest/gtest.h>

namespace wijkbeeld::area {
namespace {

AreaSet wijken(std::vector<Area> areas, std::string source = "") {
  return {Level::wijk, {2016}, std::move(areas), std::move(source)};
}

TEST(AreaSet, IsSortedAndFindsByCode) {
  const AreaSet set = wijken({{{"WK000500"}, "Bedum"}, {{"WK000300"}, "Appingedam"}});
  EXPECT_EQ(set.areas().front().name, "Appingedam");
  EXPECT_EQ(set.find({"WK000500"}), 1U);
  EXPECT_EQ(set.find({"WK000501"}), std::nullopt);
}

TEST(AreaSet, MergeCompletesAndNeverOverwrites) {
  AreaSet set = wijken({{{"WK000300"}, "Appingedam"}});
  set.merge(wijken({{{"WK000300"}, "Other", "GM", 1200.0}, {{"WK000700"}, "Bellingwedde"}}, "CBS"));
  ASSERT_EQ(set.size(), 2U);
  EXPECT_EQ(set.areas()[0].name, "Appingedam");
  EXPECT_EQ(set.areas()[0].residents.value(), 1200.0);
  EXPECT_EQ(set.residents_source(), "CBS");
}

TEST(AreaSet, NeverMixesVintages) {
  AreaSet set = wijken({});
  EXPECT_DEATH(set.merge(AreaSet(Level::wijk, {2022}, {}, "")), "one level and vintage");
}

TEST(AreaSet, HoldsEachCodeOnce) {
  EXPECT_DEATH(wijken({{{"WK000300"}, "a"}, {{"WK000300"}, "b"}}), "each code once");
}

}  // namespace
}  // namespace wijkbeeld::area
