// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "source/source.hpp"
#include "source/voorbeeld_areas.hpp"
#include "source/voorbeeld_lists.hpp"
#include "source/voorbeeld_scores.hpp"
#include "support/scratch.hpp"

namespace wijkbeeld::source {
namespace {

using support::Scratch;
using testing::ElementsAre;
using testing::HasSubstr;

class Files : public testing::Test {
 protected:
  Probe probe(const std::string& name, const std::string& bytes) {
    return probe_file(scratch_.file(name, bytes), name);
  }
  static std::string first(const Reading& reading) {
    if (reading.ledger.empty()) return "nothing";
    const base::Issue& issue = reading.ledger.issues().front();
    return issue.code + " " + base::to_text(issue.place) + ": " + base::to_text(issue.message);
  }
  Scratch scratch_;
};

const std::string kListHeader =
    "lijst,titel,label,gemeente,code,naam,indeling,zekerheid,sinds,tot\n";

TEST_F(Files, ListsKeepLabelsCertaintyAndVintage) {
  const Probe file = probe("lijst.csv", kListHeader +
                                            "l,L,De Hof,Stad,BU99010001,Hof,2010,hoog,2003-02-01,\n"
                                            "l,L,Weg,Stad,,,2010,laag,2003-02-01,\n");
  ASSERT_TRUE(recognises_voorbeeld_list(file));
  const Reading reading = read_voorbeeld_list(file);
  ASSERT_EQ(reading.lists.size(), 1U);
  const series::AreaList& list = reading.lists.front();
  EXPECT_EQ(list.id, "l");
  EXPECT_EQ(list.vintage.year, 2010);
  EXPECT_EQ(list.since, "2003-02-01");
  EXPECT_EQ(list.level, area::Level::buurt);
  EXPECT_EQ(list.members.front().label, "De Hof");
  EXPECT_THAT(list.unmatched, ElementsAre("Weg (Stad)"));
}

TEST_F(Files, ListsRefuseWhatIsNoCode) {
  const Reading reading = read_voorbeeld_list(
      probe("lijst.csv", kListHeader + "l,L,De Hof,Stad,Hof,Hof,2010,hoog,,\n"));
  EXPECT_EQ(first(reading),
            "not-a-code lijst.csv:2:5: 'Hof' is not a code of a buurt, wijk, gemeente or PC4");
  EXPECT_EQ(reading.rows_refused, 1);
}

TEST_F(Files, ListsRefuseOneAreaTwiceUnderALabel) {
  const Reading reading = read_voorbeeld_list(
      probe("lijst.csv", kListHeader + "l,L,De Hof,Stad,BU99010001,Hof,2010,hoog,,\n"
                                       "l,L,De Hof,Stad,BU99010001,Hof,2010,laag,,\n"));
  EXPECT_THAT(first(reading), HasSubstr("BU99010001 stands under 'De Hof' twice"));
  EXPECT_EQ(reading.lists.front().members.size(), 1U);
}

TEST_F(Files, ListsKeepToOneVintage) {
  const Reading reading = read_voorbeeld_list(
      probe("lijst.csv", kListHeader + "l,L,De Hof,Stad,BU99010001,Hof,2010,hoog,,\n"
                                       "l,L,Weg,Stad,BU99010002,Weg,2016,hoog,,\n"
                                       "l,L,Laan,Stad,BU99010003,Laan,ooit,hoog,,\n"));
  EXPECT_THAT(first(reading), HasSubstr("list 'l' has codes of 2010, this row of 2016"));
  EXPECT_EQ(reading.ledger.count("vintage-unknown"), 1U);
  EXPECT_EQ(reading.rows_refused, 2);
}

TEST_F(Files, SituationRefusesUnknownLevelsAndClasses) {
  const Probe file = probe("stand.csv",
                           "niveau,gebied,jaar,klasse,score,afwijking,won,soc,vrz,onv,fys\n"
                           "wijk,WK990100,2012,12,4.2,0.05,0.05,0,0,0,0\n"
                           "provincie,PV01,2012,5,4.2,0.05,0.05,0,0,0,0\n"
                           "wijk,WK990101,2012,#N/A,#N/A,#N/A,#N/A,#N/A,#N/A,#N/A,#N/A\n");
  ASSERT_TRUE(recognises_voorbeeld_situation(file));
  const Reading reading = read_voorbeeld_situation(file);
  EXPECT_EQ(reading.ledger.count("not-a-level"), 1U);
  EXPECT_EQ(reading.ledger.count("class-out-of-range"), 1U);
  EXPECT_EQ(reading.rows_read, 3);
  EXPECT_EQ(reading.rows_refused, 1);
  for (const series::Series& one : reading.series) {
    if (one.key().quantity != "score") continue;
    EXPECT_EQ(one.value({"WK990100"}, series::at({2012})).value(), 4.2);
    EXPECT_EQ(one.value({"WK990101"}, series::at({2012})).absence(), table::Absence::withheld);
  }
}

TEST_F(Files, PopulationRefusesARowWithoutVintage) {
  const Reading reading =
      read_voorbeeld_population(probe("bevolking.csv",
                                      "niveau,code,indeling,naam,gemeente,inwoners,woningen\n"
                                      "wijk,WK990100,2016,Hof,Stad,1200,500\n"
                                      "wijk,WK990101,nu,Weg,Stad,1200,500\n"));
  EXPECT_EQ(first(reading),
            "vintage-unknown bevolking.csv:3:3: 'nu' is no year of a classification, such as 2016");
  ASSERT_EQ(reading.areas.size(), 1U);
  EXPECT_EQ(reading.areas.front().areas().front().residents.value(), 1200);
  EXPECT_EQ(reading.areas.front().areas().front().gemeente_name, "Stad");
}

TEST_F(Files, OtherPartsAreKnownAndLeftAlone) {
  const Probe file = probe("omnummering.csv", "niveau,van,naar,aandeel_van,aandeel_naar\n");
  ASSERT_TRUE(recognises_voorbeeld_other(file));
  const Reading reading = read_voorbeeld_other(file);
  EXPECT_THAT(first(reading), HasSubstr("that a study does not need"));
  EXPECT_TRUE(reading.series.empty());
  EXPECT_FALSE(recognises_voorbeeld_other(probe("x.csv", "a,b\n1,2\n")));
}

}  // namespace
}  // namespace wijkbeeld::source
