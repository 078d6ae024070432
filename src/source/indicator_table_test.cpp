// SPDX-License-Identifier: EUPL-1.2
#include "source/indicator_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "source/made_files_test.hpp"

namespace wijkbeeld::source {
namespace {

using area::Level;
using series::at;
using support::Scratch;
using table::Absence;
using testing::ElementsAre;

TEST(Indicators, AreAnEditionNamedAfterTheFile) {
  const Scratch scratch;
  const Probe probe = probe_of(scratch, "map/Indicatoren_Groen.csv",
                               "naam;gebied;indeling;jaar;Bomen;Gras;opmerking\n"
                               "Hof;BU99010001;2016;2012;12,5;;oud\n"
                               "Hof;BU99010001;2016;2014;13;4;nieuw\n"
                               "Weg;BU99010002;2016;2014;x;4;\n");
  EXPECT_EQ(taken_by(probe), "indicators");
  const Reading reading = read_indicators(probe);
  ASSERT_EQ(reading.series.size(), 2U);
  const series::Series& trees = series_in(reading, "bomen");
  EXPECT_EQ(trees.key(), (series::SeriesKey{{"indicatoren_groen"}, Level::buurt, {2016}, "bomen"}));
  EXPECT_EQ(trees.value({"BU99010001"}, at({2012})).value(), 12.5);
  EXPECT_EQ(trees.value({"BU99010002"}, at({2014})).absence(), Absence::withheld);
  EXPECT_EQ(trees.value({"BU99010002"}, at({2012})).absence(), Absence::not_collected);
  EXPECT_THAT(issues_of(reading.ledger, "column-not-used"),
              ElementsAre("0:7 column 'opmerking' holds no numbers and was not used"));
  EXPECT_EQ(reading.rows_read, 3);
}

TEST(Indicators, RefuseRowsWithTheirPlace) {
  const Scratch scratch;
  const Reading reading = read_indicators(probe_of(scratch, "indicatoren.csv",
                                                   "wijk,indeling,jaar,bomen\n"
                                                   "WK990100,2016,2012,12\n"
                                                   "WK990100,2016,2012,13\n"
                                                   "WK990100,2018,2014,13\n"
                                                   "Hof,2016,2014,13\n"
                                                   "WK990100,2016,2014,veel\n"));
  EXPECT_EQ(reading.ledger.count("duplicate-row"), 1U);
  EXPECT_EQ(reading.ledger.count("vintage-differs"), 1U);
  EXPECT_EQ(reading.ledger.count("not-a-code"), 1U);
  EXPECT_THAT(issues_of(reading.ledger, "not-a-number"),
              ElementsAre("6:4 'veel' in column 'bomen' is not a number"));
  EXPECT_EQ(reading.rows_read, 5);
  EXPECT_EQ(reading.rows_refused, 3);
}

TEST(Indicators, WithoutAClassificationAreRefusedUnlessAboutCells) {
  const Scratch scratch;
  const Reading wijken =
      read_indicators(probe_of(scratch, "indicatoren.csv", "wijk,jaar,bomen\nWK990100,2012,1\n"));
  EXPECT_TRUE(wijken.series.empty());
  EXPECT_EQ(wijken.ledger.count("vintage-unknown"), 1U);
  EXPECT_EQ(wijken.rows_refused, 1);
  const Reading cells =
      read_indicators(probe_of(scratch, "indicatoren.csv", "cel,jaar,bomen\nE1500N4500,2012,1\n"));
  EXPECT_EQ(series_in(cells, "bomen").key().vintage.year, 0);
}

TEST(Indicators, AreRecognisedByNameYearAndArea) {
  const Scratch scratch;
  const auto taken = [&](const std::string& name, const std::string& bytes) {
    return taken_by(probe_of(scratch, name, bytes));
  };
  EXPECT_EQ(taken("groen.csv", "wijk,jaar,bomen\nWK990100,2012,1\n"), "");
  EXPECT_EQ(taken("indicatoren.csv", "wijk,bomen\nWK990100,1\n"), "");
  EXPECT_EQ(taken("indicatoren.csv", "plek,jaar,bomen\nWK990100,2012,1\n"), "");
}

}  // namespace
}  // namespace wijkbeeld::source
