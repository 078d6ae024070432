// SPDX-License-Identifier: EUPL-1.2
#include "source/observations.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "source/made_files_test.hpp"

namespace wijkbeeld::source {
namespace {

using area::Level;
using support::Scratch;
using table::Absence;
using testing::ElementsAre;

constexpr auto kNone = static_cast<std::uint8_t>(Absence::none);

std::uint8_t of(Absence absence) {
  return static_cast<std::uint8_t>(absence);
}

TEST(Survey, KeepsAnswersAndNotWhoGaveThem) {
  const Scratch scratch;
  const Probe probe = probe_of(scratch, "Enquete.csv",
                               "respondent,cel,jaar,gewicht,stratum,oordeel,thuis,buurvrouw\n"
                               "1,E1500N4500,2012,123.5,GM9901,4,5,Jansen\n"
                               "2,E1501N4500,2012,99,GM9901,,3,\n");
  EXPECT_EQ(taken_by(probe), "survey");
  const Reading reading = read_survey(probe);
  EXPECT_TRUE(reading.ledger.empty());
  ASSERT_EQ(reading.samples.size(), 1U);
  const series::Sample& sample = reading.samples[0].sample;
  EXPECT_EQ(sample.id, "enquete");
  EXPECT_EQ(sample.level, Level::cell);
  EXPECT_EQ(sample.vintage.year, 0) << "the file does not tell it";
  EXPECT_THAT(sample.areas,
              ElementsAre(area::AreaCode{"E1500N4500"}, area::AreaCode{"E1501N4500"}));
  EXPECT_EQ(sample.find("respondent"), nullptr);
  EXPECT_THAT(sample.find("gewicht")->numbers, ElementsAre(123.5, 99));
  EXPECT_THAT(sample.find("stratum")->texts, ElementsAre("GM9901", "GM9901"));
  EXPECT_THAT(sample.find("oordeel")->absences, ElementsAre(kNone, of(Absence::not_collected)));
  EXPECT_THAT(sample.find("thuis")->numbers, ElementsAre(5, 3));
  EXPECT_THAT(sample.find("buurvrouw")->texts, ElementsAre("Jansen", ""));
  EXPECT_THAT(sample.find("buurvrouw")->absences, ElementsAre(kNone, of(Absence::not_collected)));
}

TEST(Survey, RefusesRespondentsThatCannotBeUsedEachWithItsPlace) {
  const Scratch scratch;
  const Reading reading = read_survey(probe_of(scratch, "e.csv",
                                               "respondent,cel,jaar,gewicht,oordeel\n"
                                               "1,E1500N4500,2012,1,4\n"
                                               "1,E1501N4500,2012,1,4\n"
                                               "1,E1501N4500,2014,1,4\n"
                                               "3,BU99010001,2012,1,4\n"
                                               "4,Jansen,2012,1,4\n"
                                               "5,E1500N4500,12,1,4\n"
                                               "6,E1500N4500,2012,0,4\n"
                                               "7,E1500N4500,2012,veel,4\n"
                                               "8,E1500N4500,2012,1,goed\n"));
  EXPECT_THAT(issues_of(reading.ledger, "duplicate-row"),
              ElementsAre("3:1 this respondent already stood on line 2; that row counts"));
  EXPECT_EQ(reading.ledger.count("code-of-other-level"), 1U);
  EXPECT_EQ(reading.ledger.count("not-a-code"), 1U);
  EXPECT_EQ(reading.ledger.count("year-not-plausible"), 1U);
  EXPECT_THAT(issues_of(reading.ledger, "not-above-zero"),
              ElementsAre("8:4 '0' in column 'gewicht' is not a number above zero",
                          "9:4 'veel' in column 'gewicht' is not a number above zero"));
  EXPECT_THAT(issues_of(reading.ledger, "not-a-number"),
              ElementsAre("10:5 'goed' in column 'oordeel' is not a number"));
  EXPECT_EQ(reading.rows_read, 9);
  EXPECT_EQ(reading.rows_refused, 6);
  const series::Sample& sample = reading.samples.at(0).sample;
  EXPECT_EQ(sample.rows(), 3U) << "an answer that is no number does not cost the respondent";
  EXPECT_THAT(sample.find("oordeel")->absences, ElementsAre(kNone, kNone, of(Absence::refused)));
  EXPECT_THAT(reading.samples[0].lines, ElementsAre(2, 4, 10));
}

TEST(Survey, OfBuurtenTellsItsClassification) {
  const Scratch scratch;
  const Reading told = read_survey(probe_of(scratch, "e.csv",
                                            "respondent,gebied,indeling,jaar,oordeel\n"
                                            "1,BU99010001,2016,2012,4\n"
                                            "2,BU99010001,2017,2012,4\n"
                                            "3,BU99010001,nu,2012,4\n"));
  ASSERT_EQ(told.samples.size(), 1U);
  EXPECT_EQ(told.samples[0].sample.level, Level::buurt);
  EXPECT_EQ(told.samples[0].sample.vintage.year, 2016);
  EXPECT_EQ(told.ledger.count("vintage-differs"), 1U);
  EXPECT_EQ(told.ledger.count("vintage-unknown"), 1U);
  EXPECT_EQ(told.rows_read, 3);
  EXPECT_EQ(told.rows_refused, 2);
  const Reading untold =
      read_survey(probe_of(scratch, "f.csv", "respondent,buurt,jaar\n1,BU99010001,2012\n"));
  EXPECT_TRUE(untold.samples.empty());
  EXPECT_EQ(untold.ledger.count("vintage-unknown"), 1U);
  EXPECT_EQ(untold.rows_refused, 1);
}

TEST(Sales, KeepDatesAsIsoAndRefuseWhatIsNoSale) {
  const Scratch scratch;
  const Probe probe = probe_of(scratch, "verkopen_2012.csv",
                               "verkoop;datum;cel;prijs;woningtype;bouwjaar\n"
                               "1;2012-03-31;E1500N4500;171000,5;rijwoning;1975\n"
                               "2;31-3-2012;E1500N4500;200000;;\n"
                               "3;31-02-2012;E1500N4500;200000;;\n"
                               "4;vorig jaar;E1500N4500;200000;;\n"
                               "5;2012-03-31;E1500N4500;;;\n"
                               "6;2012-03-31;E1500N4500;op aanvraag;;\n"
                               "2;2012-03-31;E1500N4500;200000;;\n");
  EXPECT_EQ(taken_by(probe), "sales");
  const Reading reading = read_sales(probe);
  const series::Sample& sample = reading.samples.at(0).sample;
  EXPECT_EQ(sample.id, "verkopen_2012");
  EXPECT_THAT(sample.find("datum")->texts, ElementsAre("2012-03-31", "2012-03-31"));
  EXPECT_THAT(sample.find("prijs")->numbers, ElementsAre(171000.5, 200000));
  EXPECT_THAT(sample.find("woningtype")->texts, ElementsAre("rijwoning", ""));
  EXPECT_THAT(sample.find("bouwjaar")->absences, ElementsAre(kNone, of(Absence::not_collected)));
  EXPECT_THAT(issues_of(reading.ledger, "not-a-date"),
              ElementsAre("4:2 '31-02-2012' is not a date such as 2012-03-31 or 31-3-2012",
                          "5:2 'vorig jaar' is not a date such as 2012-03-31 or 31-3-2012"));
  EXPECT_EQ(reading.ledger.count("not-above-zero"), 2U);
  EXPECT_EQ(reading.ledger.count("duplicate-row"), 1U);
  EXPECT_EQ(reading.rows_refused, 5);
}

TEST(ParseDate, KnowsDaysThatWere) {
  EXPECT_EQ(parse_date("2012-02-29"), "2012-02-29");
  EXPECT_EQ(parse_date("1-1-2012"), "2012-01-01");
  for (const char* text : {"", "2012", "2013-02-29", "2012-13-01", "2012-00-01", "01-01-12",
                           "2012-1-1-1", "2012--1", "-1-1-2012", "0000-01-01", "20120101"})
    EXPECT_FALSE(parse_date(text).has_value()) << text;
}

}  // namespace
}  // namespace wijkbeeld::source
