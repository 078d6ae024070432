// SPDX-License-Identifier: EUPL-1.2
// The sources that are one plain table: made-up rows, read as the registry would.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/failure.hpp"
#include "source/area_list.hpp"
#include "source/cbs_map.hpp"
#include "source/cbs_tables.hpp"
#include "source/crime_and_health.hpp"
#include "source/file_year.hpp"
#include "source/lbm3_pc4.hpp"
#include "source/made_files_test.hpp"

namespace wijkbeeld::source {
namespace {

using area::Level;
using series::at;
using support::Scratch;
using table::Absence;
using testing::ElementsAre;
using testing::HasSubstr;

TEST(Lbm3, ReadsScoresAndContributions) {
  const Scratch scratch;
  const Probe probe = probe_of(scratch, "scores.csv",
                               "PC4,jaar,lbm,afw,fys,onv,soc,vrz,won\n"
                               "9001,2012,4.2,0.1,NA,NA,NA,NA,NA\n"
                               "9001,2014,4.3,0.2,0.1,0.1,0,0,0\n"
                               "9002,2014,4.1,0,NA,0,0,0,0\n"
                               "9002,2014,4.1,0,NA,0,0,0,0\n");
  EXPECT_EQ(taken_by(probe), "lbm3-pc4");
  const Reading reading = read_lbm3(probe);
  const series::Series& score = series_in(reading, "score");
  EXPECT_EQ(score.key().edition.text, "lbm3-2022");
  EXPECT_EQ(score.value({"9001"}, at({2012})).value(), 4.2);
  const series::Series& fys = series_in(reading, "contribution.fys");
  EXPECT_EQ(fys.value({"9001"}, at({2012})).absence(), Absence::not_collected)
      << "nobody published the dimensions of 2012";
  EXPECT_EQ(fys.value({"9002"}, at({2014})).absence(), Absence::withheld);
  EXPECT_EQ(reading.rows_read, 4);
  EXPECT_EQ(reading.rows_refused, 1);
  EXPECT_EQ(reading.ledger.count("duplicate-row"), 1U);
  EXPECT_EQ(reading.ledger.count("vintage-assumed"), 1U);
}

TEST(Lbm3, FailsWhenADimensionIsMissing) {
  const Scratch scratch;
  const Probe probe = probe_of(scratch, "s.csv", "PC4,jaar,lbm,afw,fys,soc\n9001,2014,4,0,0,0\n");
  EXPECT_THROW(read_lbm3(probe), base::Failure);
}

TEST(CbsMap, ReadsResidentsNamesAndFigures) {
  const Scratch scratch;
  const Probe probe = probe_of(
      scratch, "wijk_2016.dbf",
      dbf_bytes({{"WK_CODE", "WK_NAAM", "GM_CODE", "GM_NAAM", "WATER", "AANT_INW", "P_KOOPWON"},
                 {"WK900001", "Dorp", "GM9000", "Voorbeeld", "NEE", "1250", "60"},
                 {"WK900002", "Plas", "GM9000", "Voorbeeld", "JA", "0", "-99999999"},
                 {"WK900003", "Zand", "GM9000", "Voorbeeld", "NEE", "-99999999", "55"},
                 {"WK900004", "Fout", "GM9000", "Voorbeeld", "NEE", "-5", "5"}}));
  EXPECT_EQ(taken_by(probe), "cbs-map");
  const Reading reading = read_cbs_map(probe);
  ASSERT_EQ(reading.areas.size(), 1U);
  const area::AreaSet& set = reading.areas[0];
  EXPECT_EQ(set.level(), Level::wijk);
  EXPECT_EQ(set.vintage().year, 2016);
  EXPECT_EQ(set.residents_source(), "CBS Wijk- en Buurtkaart 2016, inwoners op 1 januari 2016");
  EXPECT_EQ(set.areas()[0].residents.value(), 1250.0);
  EXPECT_EQ(set.areas()[0].gemeente_name, "Voorbeeld");
  EXPECT_TRUE(set.areas()[1].is_water);
  EXPECT_EQ(set.areas()[2].residents.absence(), Absence::withheld);
  EXPECT_EQ(set.areas()[3].residents.absence(), Absence::refused);
  EXPECT_EQ(reading.ledger.count("residents-below-zero"), 1U);
  const series::Series& owned = series_in(reading, "p_koopwon");
  EXPECT_EQ(owned.key().edition.text, "cbs-2016");
  EXPECT_EQ(owned.value({"WK900002"}, at({2016})).absence(), Absence::withheld);
  EXPECT_FALSE(has_series(reading, "gm_naam"));
}

TEST(CbsMap, SaysWhichYearItTakesWhenTheNameHasNone) {
  const Scratch scratch;
  const Reading reading = read_cbs_map(
      probe_of(scratch, "gem.dbf",
               dbf_bytes({{"GM_CODE", "GM_NAAM", "AANT_INW"}, {"GM9000", "Voorbeeld", "1250"}})));
  EXPECT_EQ(reading.areas[0].vintage().year, 2016);
  EXPECT_EQ(reading.areas[0].areas()[0].gemeente_name, "");
  EXPECT_THAT(issues_of(reading.ledger, "vintage-assumed"),
              ElementsAre(HasSubstr("they are read as those of 2016")));
}

TEST(Kwb2024, ReadsThreeLevels) {
  const Scratch scratch;
  const Probe probe =
      probe_of(scratch, "kwb.csv",
               "niveau,code,naam,gm_code,gm_naam,provincie,wk_code,inwoners,huishoudens,pc4_meest\n"
               "gemeente,GM9000,Voorbeeld,GM9000,Voorbeeld,Nergens,,1000,400,\n"
               "wijk,WK900001,Dorp,GM9000,Voorbeeld,Nergens,WK900001,1000,400,\n"
               "buurt,BU90000101,Hoek,GM9000,Voorbeeld,Nergens,WK900001,,,9001\n"
               "straat,ST1,Laan,GM9000,Voorbeeld,Nergens,WK900001,5,2,9001\n");
  EXPECT_EQ(taken_by(probe), "kwb-2024");
  const Reading reading = read_kwb_2024(probe);
  ASSERT_EQ(reading.areas.size(), 3U);
  EXPECT_EQ(reading.areas[0].level(), Level::buurt);
  EXPECT_EQ(reading.areas[0].areas()[0].residents.absence(), Absence::not_collected);
  EXPECT_EQ(reading.areas[1].areas()[0].residents.value(), 1000.0);
  EXPECT_EQ(series_in(reading, "huishoudens", Level::wijk).areas().size(), 1U);
  EXPECT_FALSE(has_series(reading, "pc4_meest"));
  EXPECT_THAT(issues_of(reading.ledger, "not-a-level"),
              ElementsAre("5:1 'straat' is not a level; known are gemeente, wijk and buurt"));
  EXPECT_EQ(reading.rows_read, 4);
  EXPECT_EQ(reading.rows_refused, 1);
}

TEST(Pc4Residents, GiveEachPostcodeItsGemeente) {
  const Scratch scratch;
  const Probe probe =
      probe_of(scratch, "pc4.csv",
               "\"pc4\",\"inwoners\",\"inwoners_man\",\"plaats\",\"gemeente\",\"provincie\"\n"
               "9001,1200,600,\"Dorp\",\"Voorbeeld\",\"Nergens\"\n901,5,5,a,b,c\n");
  EXPECT_EQ(taken_by(probe), "pc4-residents");
  const Reading reading = read_pc4_residents(probe);
  ASSERT_EQ(reading.areas.size(), 1U);
  EXPECT_EQ(reading.areas[0].vintage().year, 2020);
  EXPECT_EQ(reading.areas[0].areas()[0].gemeente_name, "Voorbeeld");
  EXPECT_EQ(reading.areas[0].areas()[0].residents.value(), 1200.0);
  EXPECT_EQ(reading.areas[0].residents_source(), "CBS 83503NED, inwoners op 1 januari 2021");
  EXPECT_THAT(issues_of(reading.ledger, "not-a-code"),
              ElementsAre("3:1 '901' is not a PC4: four digits, as 1011"));
}

TEST(KwbGemeente, TakesItsYearFromTheName) {
  const Scratch scratch;
  std::string header = "GM_CODE,GM_NAAM,WATER,AANT_INW";
  std::string row = "GM9000,Voorbeeld,NEE,1000";
  for (int i = 0; i < 30; ++i) {
    header += fmt::format(",F{}", i);
    row += i == 3 ? ",-99999999" : ",1.50000000000";
  }
  const Probe probe = probe_of(scratch, "kwb_2018_gemeente.csv", header + "\n" + row + "\n");
  EXPECT_EQ(taken_by(probe), "kwb-gemeente");
  const Reading reading = read_kwb_gemeente(probe);
  EXPECT_EQ(reading.areas[0].vintage().year, 2018);
  EXPECT_EQ(series_in(reading, "f0").key().edition.text, "kwb-2018");
  EXPECT_EQ(series_in(reading, "f3").value({"GM9000"}, at({2018})).absence(), Absence::withheld);
}

TEST(Crime, IsOneSeriesPerLevelWithYearsAsWaves) {
  const Scratch scratch;
  const Probe probe =
      probe_of(scratch, "politie.csv",
               "niveau,code,jaar,misdrijven\ngemeente,GM9000,2021,12\n"
               "buurt,BU90000101,2021,3\nbuurt,BU90000101,2022,4\nland,NL01,2022,9\n");
  EXPECT_EQ(taken_by(probe), "crime");
  const Reading reading = read_crime(probe);
  EXPECT_EQ(
      series_in(reading, "misdrijven", Level::buurt).value({"BU90000101"}, at({2022})).value(),
      4.0);
  EXPECT_EQ(series_in(reading, "misdrijven", Level::gemeente).areas().size(), 1U);
  EXPECT_THAT(issues_of(reading.ledger, "rows-not-used"), ElementsAre(HasSubstr("not used: 1")));
}

TEST(Health, LeavesTheCountryOut) {
  const Scratch scratch;
  const Probe probe = probe_of(
      scratch, "rivm.csv",
      "WijkenEnBuurten,Perioden,Gemeentenaam_1,SoortRegio_2,ErvarenGezondheidGoedZeerGoed_4\n"
      "NL01,2016JJ00,Nederland,Land,75.2\nWK900001,2016JJ00,Voorbeeld,Wijk,70.5\n"
      "WK900002,2016KW01,Voorbeeld,Wijk,70.5\n");
  EXPECT_EQ(taken_by(probe), "health");
  const Reading reading = read_health(probe);
  const series::Series& health = series_in(reading, "ervarengezondheidgoedzeergoed_4");
  EXPECT_EQ(health.value({"WK900001"}, at({2016})).value(), 70.5);
  EXPECT_EQ(reading.ledger.count("rows-not-used"), 1U);
  EXPECT_THAT(issues_of(reading.ledger, "year-not-plausible"),
              ElementsAre("4:2 '2016KW01' is not a StatLine year such as 2016JJ00"));
}

TEST(PerceivedHealth, IsReadPerYear) {
  const Scratch scratch;
  const Probe probe = probe_of(
      scratch, "e.csv", "niveau,code,jaar,p_goed_ervaren_gezondheid\ngemeente,GM9000,2012,78.9\n");
  EXPECT_EQ(taken_by(probe), "perceived-health");
  EXPECT_EQ(series_in(read_perceived_health(probe), "p_goed_ervaren_gezondheid")
                .value({"GM9000"}, at({2012}))
                .value(),
            78.9);
}

TEST(MatchedList, KeepsCertaintyAndNamesWhatHasNoCode) {
  const Scratch scratch;
  const Probe probe =
      probe_of(scratch, "nplv.csv",
               "nr,gemeente,focusgebied,niveau,code_2024,naam_2024,zekerheid,herkomst_codes\n"
               "1,Voorbeeld,Oost,wijk,WK900002,Zand,laag,eigen koppeling\n"
               "1,Voorbeeld,Oost,wijk,WK900001,Dorp,hoog,eigen koppeling\n"
               "1,Voorbeeld,Oost,wijk,WK900001,Dorp,hoog,eigen koppeling\n"
               "2,Voorbeeld,West,,,,,geen koppeling gemaakt\n"
               "3,Voorbeeld,Zuid,wijk,GM9000,Voorbeeld,hoog,x\n");
  EXPECT_EQ(taken_by(probe), "matched-list");
  const Reading reading = read_matched_list(probe);
  ASSERT_EQ(reading.lists.size(), 1U);
  const series::AreaList& list = reading.lists[0];
  EXPECT_EQ(list.id, "nplv-20");
  EXPECT_EQ(list.vintage.year, 2024);
  ASSERT_EQ(list.members.size(), 2U);
  EXPECT_EQ(list.members[0].code.text, "WK900001");
  EXPECT_EQ(list.members[0].certainty, "hoog");
  EXPECT_EQ(list.members[0].label, "Oost");
  EXPECT_THAT(list.unmatched, ElementsAre("West (Voorbeeld)"));
  EXPECT_EQ(list.source, "eigen koppeling");
  EXPECT_EQ(reading.ledger.count("duplicate-row"), 1U);
  EXPECT_THAT(issues_of(reading.ledger, "not-a-code"),
              ElementsAre("6:5 'GM9000' is not a code of level 'wijk'"));
  EXPECT_EQ(reading.rows_refused, 2);
}

TEST(NamedList, HasOnlyUnmatchedLabels) {
  const Scratch scratch;
  const Probe forty = probe_of(scratch, "veertig.csv",
                               "nr,lijst,jaar,gemeente,wijk,bron\n"
                               "1,aandachtswijken40,2007,Voorbeeld,Oost,besluit\n");
  EXPECT_EQ(taken_by(forty), "named-list");
  const series::AreaList list = read_named_list(forty).lists.at(0);
  EXPECT_EQ(list.id, "aandachtswijken-40-wettelijk");
  EXPECT_THAT(list.unmatched, ElementsAre("Oost (Voorbeeld)"));
  const series::AreaList old =
      read_named_list(probe_of(scratch, "oud.csv",
                               "lijst,jaar,gemeente,wijk,bron\n"
                               "prioriteitswijken56,2003,Voorbeeld,West,krant\n"))
          .lists.at(0);
  EXPECT_EQ(old.id, "prioriteitswijken-56-fragment");
  EXPECT_THAT(old.title, HasSubstr("fragment"));
}

TEST(YearInName, IsTheLastYearOfTheFileItself) {
  EXPECT_EQ(year_in_name("cbs/wijk_2016/gem.dbf"), std::nullopt);
  EXPECT_EQ(year_in_name("x2014/wijk_2016.dbf"), 2016);
  EXPECT_EQ(year_in_name("2002-2016.csv"), 2016);
  EXPECT_EQ(year_in_name("wijk_20161.dbf"), std::nullopt);
  EXPECT_EQ(year_in_name("wijk_1066.dbf"), std::nullopt);
}

}  // namespace
}  // namespace wijkbeeld::source
