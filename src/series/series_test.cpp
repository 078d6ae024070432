// SPDX-License-Identifier: EUPL-1.2
#include "series/series.hpp"

#include <gtest/gtest.h>

#include "series/project.hpp"

namespace wijkbeeld::series {
namespace {

using table::Absence;

const SeriesKey kKey{{"lbm2-2016"}, area::Level::wijk, {2016}, "class"};

TEST(SeriesBuilder, SortsWhatArrivesInAnyOrder) {
  SeriesBuilder builder(kKey);
  EXPECT_TRUE(builder.add({"WK000500"}, at({2014}), 6.0));
  EXPECT_TRUE(builder.add({"WK000300"}, at({2002}), Absence::withheld));
  const Series series = builder.build();
  EXPECT_EQ(series.areas().front().text, "WK000300");
  EXPECT_EQ(series.value({"WK000500"}, at({2014})), table::Value<double>(6.0));
  EXPECT_EQ(series.value({"WK000300"}, at({2002})).absence(), Absence::withheld);
}

TEST(SeriesBuilder, RefusesASecondValueForOneAreaAndPeriod) {
  SeriesBuilder builder(kKey);
  EXPECT_TRUE(builder.add({"WK000300"}, at({2002}), 6.0));
  EXPECT_FALSE(builder.add({"WK000300"}, at({2002}), 7.0));
  EXPECT_EQ(builder.build().value({"WK000300"}, at({2002})).value(), 6.0);
}

TEST(SeriesBuilder, KeepsManyValuesApart) {
  SeriesBuilder builder(kKey);
  for (int i = 0; i < 5000; ++i)
    for (const int year : {2002, 2008, 2012})
      ASSERT_TRUE(builder.add({std::to_string(100000 + i)}, at({year}), i + year * 1e5));
  const Series series = builder.build();
  EXPECT_EQ(series.value({"104321"}, at({2008})).value(), 4321 + 2008e5);
  EXPECT_EQ(series.coverage(1), 5000U);
}

TEST(Series, TellsWhyThereIsNoValue) {
  const Series series(kKey, {{"WK000300"}}, {at({2002})});
  EXPECT_EQ(series.value({"WK999999"}, at({2002})).absence(), Absence::no_such_area);
  EXPECT_EQ(series.value({"WK000300"}, at({2003})).absence(), Absence::not_collected);
}

TEST(Series, KeepsChangesApartFromLevels) {
  const Series series(kKey, {{"WK000300"}}, {at({2002}), {{2002}, {2012}}});
  EXPECT_TRUE(series.find(Period{{2002}, {2012}}).has_value());
  EXPECT_EQ((Period{{2002}, {2012}}).years(), 10);
}

TEST(Series, RefusesUnsortedAreas) {
  EXPECT_DEATH(Series(kKey, {{"b"}, {"a"}}, {}), "sorted and distinct");
}

TEST(Presence, LastsFromTheFirstYearUpToTheYearItIsGone) {
  const Presence some{2004, 2012};
  EXPECT_FALSE(some.is_there(2003));
  EXPECT_TRUE(some.is_there(2004));
  EXPECT_TRUE(some.is_there(2011));
  EXPECT_FALSE(some.is_there(2012));
  EXPECT_TRUE(Presence{}.is_there(1500));
  EXPECT_TRUE((Presence{2004, {}}.is_there(2050)));
  EXPECT_FALSE((Presence{{}, 2004}.is_there(2004)));
}

TEST(Sample, FindsItsColumns) {
  Sample sample{"enquete"};
  sample.areas = {{"E1500N4500"}};
  sample.columns = {{"oordeel", false, {4}, {0}, {}}};
  EXPECT_EQ(sample.rows(), 1U);
  EXPECT_EQ(sample.find("oordeel")->numbers.front(), 4);
  EXPECT_EQ(sample.find("leeftijd"), nullptr);
}

TEST(Project, KeepsOneDocumentOfAKindAndId) {
  Project project;
  project.keep({"model", "b", "1"});
  project.keep({"definition", "b", "2"});
  project.keep({"model", "a", "3"});
  project.keep({"model", "b", "4"});
  const std::vector<Document> expected = {
      {"definition", "b", "2"}, {"model", "a", "3"}, {"model", "b", "4"}};
  EXPECT_EQ(project.documents, expected);
  EXPECT_EQ(project.find_document("model", "b")->text, "4");
  EXPECT_EQ(project.find_document("model", "c"), nullptr);
}

TEST(Project, FindsWhereAnAreaLies) {
  Project project;
  project.nestings.push_back({area::Level::cell,
                              area::Level::buurt,
                              {2016},
                              {{"E1500N4500"}, {"E1502N4500"}},
                              {{"BU99010002"}, {"BU99010001"}}});
  const auto* nesting = project.find_nesting(area::Level::cell, area::Level::buurt, {2016});
  ASSERT_NE(nesting, nullptr);
  EXPECT_EQ(nesting->parent_of({"E1500N4500"}), area::AreaCode{"BU99010002"});
  EXPECT_EQ(nesting->parent_of({"E1501N4500"}), std::nullopt);
  EXPECT_EQ(project.find_nesting(area::Level::cell, area::Level::wijk, {2016}), nullptr);
}

TEST(Project, FindsByLevelAndVintage) {
  Project project;
  project.areas.emplace_back(area::Level::wijk, area::Vintage{2016}, std::vector<area::Area>{}, "");
  EXPECT_NE(project.find_areas(area::Level::wijk, {2016}), nullptr);
  EXPECT_EQ(project.find_areas(area::Level::wijk, {2022}), nullptr);
  EXPECT_EQ(project.find_list("none"), nullptr);
}

TEST(SeriesKey, LeadsWhenItTellsWhereAnAreaStands) {
  SeriesKey key;
  for (const std::string_view one : {quantity::kClass, quantity::kScore, quantity::kDeviation}) {
    key.quantity = one;
    EXPECT_TRUE(is_leading(key)) << one;
  }
  for (const char* other : {"development", "contribution.won", "aant_inw", ""}) {
    key.quantity = other;
    EXPECT_FALSE(is_leading(key)) << other;
  }
}

}  // namespace
}  // namespace wijkbeeld::series
