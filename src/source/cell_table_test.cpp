// SPDX-License-Identifier: EUPL-1.2
#include "source/cell_table.hpp"

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

TEST(Cells, TellResidentsAndWhereTheyLie) {
  const Scratch scratch;
  const Probe probe = probe_of(scratch, "mijn_cellen.csv",
                               "cel,buurt_2020,wijk_2020,buurt_2024,inwoners_2022,Woningen_2022\n"
                               "E1501N4500,BU99010001,WK990100,BU99010002,12,5\n"
                               "E1500N4500,BU99010001,WK990100,,3,\n"
                               "E1502N4500,BU99010001,Dorp,BU99010009,4,2\n");
  EXPECT_EQ(taken_by(probe), "cells");
  const Reading reading = read_cells(probe);
  ASSERT_EQ(reading.areas.size(), 1U);
  const area::AreaSet& cells = reading.areas[0];
  EXPECT_EQ(cells.level(), Level::cell);
  EXPECT_EQ(cells.vintage().year, 2024);
  EXPECT_EQ(cells.residents_source(), "mijn_cellen.csv, 2022");
  EXPECT_EQ(cells.areas()[1].residents.value(), 12);
  ASSERT_EQ(reading.nestings.size(), 3U);
  const area::Nesting& latest = reading.nestings[2];
  EXPECT_EQ(latest.coarse, Level::buurt);
  EXPECT_EQ(latest.vintage.year, 2024);
  EXPECT_EQ(latest.parent_of({"E1501N4500"}), area::AreaCode{"BU99010002"});
  EXPECT_EQ(latest.parent_of({"E1500N4500"}), std::nullopt) << "an empty place is no place";
  EXPECT_EQ(reading.nestings[1].coarse, Level::wijk);
  EXPECT_EQ(reading.nestings[1].codes.size(), 2U);
  EXPECT_EQ(reading.ledger.count("not-a-code"), 1U);
  const series::Series& dwellings = series_in(reading, "woningen");
  EXPECT_EQ(dwellings.key().edition.text, "mijn_cellen");
  EXPECT_EQ(dwellings.value({"E1500N4500"}, at({2022})).absence(), Absence::not_collected);
  EXPECT_EQ(series_in(reading, "inwoners").value({"E1502N4500"}, at({2022})).value(), 4);
}

TEST(Cells, OfTheExampleAreTwoEditions) {
  const Scratch scratch;
  const Probe probe = probe_of(scratch, "cellen.csv",
                               "cel,x,y,buurt_2010,buurt_2016,inwoners_2014,inwoners_2016,"
                               "woningen_2016,score_2016\n"
                               "E1500N4500,150050,450050,BU99010001,BU99010002,7,0,2,\n"
                               "E1501N4500,150150,450050,BU99010001,BU99010002,8,9,2,4.1\n"
                               "E1501N4500,150150,450050,BU99010001,BU99010002,8,9,2,4.1\n");
  EXPECT_EQ(taken_by(probe), "voorbeeld-cells");
  const Reading reading = read_voorbeeld_cells(probe);
  EXPECT_EQ(reading.areas.at(0).vintage().year, 2016);
  EXPECT_EQ(reading.areas[0].areas()[0].residents.value(), 0);
  EXPECT_EQ(reading.areas[0].residents_source(), "Voorbeeldland (verzonnen), 2016");
  EXPECT_EQ(series_in(reading, "inwoners").key().edition.text, "voorbeeld-indicatoren");
  EXPECT_EQ(series_in(reading, "inwoners").value({"E1500N4500"}, at({2014})).value(), 7);
  EXPECT_EQ(series_in(reading, "score").key().edition.text, "voorbeeld");
  EXPECT_EQ(series_in(reading, "score").value({"E1500N4500"}, at({2016})).absence(),
            Absence::not_applicable);
  EXPECT_EQ(reading.nestings.size(), 2U);
  EXPECT_EQ(reading.rows_refused, 1) << "the cell that stands there twice";
}

}  // namespace
}  // namespace wijkbeeld::source
