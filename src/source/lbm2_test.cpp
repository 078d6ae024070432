// SPDX-License-Identifier: EUPL-1.2
#include "source/lbm2.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/failure.hpp"
#include "source/lbm2_columns.hpp"
#include "source/made_files_test.hpp"

namespace wijkbeeld::source {
namespace {

using series::at;
using series::Period;
using support::Scratch;
using table::Absence;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// Made up: twenty wijken that do not exist.
std::string classes_csv() {
  std::string text = "wk_code,KL02,KL14,KL16,VKL0216,VKL1416\n";
  for (int i = 1; i <= 20; ++i)
    text += fmt::format("WK9000{:02},{},{},{},{},4\n", i, 1 + i % 9, 1 + (i + 1) % 9,
                        1 + (i + 2) % 9, 1 + i % 7);
  return text;
}

const Cells kLong = {{"GBD", "JAAR", "RLBRMTR", "RLBWON", "RLBBEV", "RLBVRZ", "RLBVEI", "RLBFYS"},
                     {"WK900001", "2014", "0.15", "0.01", "0.02", "0.03", "0.04", "0.05"},
                     {"WK900001", "2016", "0.2", "0.1", "0.1", "0", "0", "0"},
                     {"WK900002", "2014", "-6.5E-2", "#N/A", "0", "0", "0", "0"}};
Cells wide(const std::string& total_2016) {
  return {{"GBD", "RLBRMTR14", "RLBWON14", "RLBRMTR16"},
          {"WK900001", "0.15", "0.01", total_2016},
          {"WK900002", "-0.065", "#N/A", "#N/A"}};
}

std::string failure_of(const Probe& probe) {
  try {
    static_cast<void>(read_lbm2(probe));
  } catch (const base::Failure& failure) {
    return failure.what();
  }
  return "no failure";
}

TEST(Lbm2Column, KnowsThePublishedNames) {
  const auto column = lbm2_column("VKL0214");
  EXPECT_EQ(column->quantity, "development");
  EXPECT_EQ(column->period, (Period{{2002}, {2014}}));
  EXPECT_EQ(lbm2_column("kl16")->rule, ValueRule::situation_class);
  EXPECT_EQ(lbm2_column("RLBVEI")->quantity, "contribution.vei");
  EXPECT_FALSE(lbm2_column("RLBVEI")->period.has_value());
  EXPECT_EQ(lbm2_column("DLBRMTR1216")->quantity, "change");
  EXPECT_EQ(lbm2_column("DLBFYS1416")->quantity, "contribution_change.fys");
  EXPECT_EQ(lbm2_column("KL98")->period, at({1998}));
}

TEST(Lbm2Column, KnowsNothingElse) {
  for (const char* name : {"KL", "KL2012", "KLX2", "VKL14", "VKL1612", "RLBXYZ", "RLBWON2012",
                           "WK_CODE", "", "klimaat"})
    EXPECT_FALSE(lbm2_column(name).has_value()) << name;
}

TEST(Lbm2, ReadsClassesPerWijk) {
  const Scratch scratch;
  const Probe probe = probe_of(scratch, "wijken.csv", classes_csv());
  EXPECT_EQ(taken_by(probe), "lbm2-table");
  const Reading reading = read_lbm2(probe);
  EXPECT_EQ(reading.rows_read, 20);
  EXPECT_EQ(reading.rows_refused, 0);
  const series::Series& classes = series_in(reading, "class");
  EXPECT_EQ(classes.key().edition.text, "lbm2-2016");
  EXPECT_EQ(classes.key().vintage.year, 2016);
  EXPECT_EQ(classes.key().level, area::Level::wijk);
  EXPECT_EQ(classes.areas().size(), 20U);
  EXPECT_EQ(classes.value({"WK900003"}, at({2002})).value(), 4.0);
  EXPECT_EQ(series_in(reading, "development").periods().size(), 2U);
  EXPECT_TRUE(reading.ledger.empty());
}

TEST(Lbm2, ReadsDutchFilesWithSemicolons) {
  const Scratch scratch;
  const Reading reading = read_lbm2(probe_of(
      scratch, "g.csv",
      "\xEF\xBB\xBFGM_CODE;RLBRMTR14;RLBWON14\r\nGM0003;0,125;-1,5E-2\r\nGM0005;0,5;#N/A\r\n"));
  const series::Series& deviation = series_in(reading, "deviation");
  EXPECT_EQ(deviation.key().level, area::Level::gemeente);
  EXPECT_EQ(deviation.value({"GM0003"}, at({2014})).value(), 0.125);
  EXPECT_EQ(series_in(reading, "contribution.won").value({"GM0003"}, at({2014})).value(), -0.015);
}

TEST(Lbm2, CallsWhatIsEmptyWithheld) {
  const Scratch scratch;
  const Reading reading = read_lbm2(probe_of(
      scratch, "w.csv", "WK_CODE,KL02,KL14\nWK900001,,6\nWK900002,#N/A,\nWK900003,NA,.\n"));
  const series::Series& classes = series_in(reading, "class");
  for (const char* code : {"WK900001", "WK900002", "WK900003"})
    EXPECT_EQ(classes.value({code}, at({2002})).absence(), Absence::withheld);
  EXPECT_EQ(classes.coverage(0), 0U);
  EXPECT_EQ(classes.coverage(1), 1U);
}

TEST(Lbm2, IsEdition2018WhenTheFileHolds2018) {
  const Scratch scratch;
  const Probe probe = probe_of(scratch, "pc4.csv", "CODE,KL16,KL18,VKL1618\n1011,9,9,4\n");
  EXPECT_EQ(taken_by(probe), "lbm2-pc4");
  const Reading reading = read_lbm2(probe);
  EXPECT_EQ(series_in(reading, "class").key().edition.text, "lbm2-2018");
  EXPECT_EQ(series_in(reading, "class").key().vintage.year, 2020);
  EXPECT_THAT(issues_of(reading.ledger, "vintage-assumed"),
              ElementsAre(HasSubstr("they are read as those of 2020")));
}

TEST(Lbm2, ReadsPc4DimensionsInOneLongTable) {
  const Scratch scratch;
  const Reading reading = read_lbm2(probe_of(
      scratch, "d.csv",
      "GBD,JAAR,RLBRMTR,RLBWON,RLBBEV,RLBVRZ,RLBVEI,RLBFYS\n1011,2012,0.277897105,0.158773273,"
      "-3.97E-03,0.489702417,-0.23093786,-0.13567157\n1011,2018,,,,,,\n"));
  const series::Series& bev = series_in(reading, "contribution.bev");
  EXPECT_EQ(bev.key().level, area::Level::pc4);
  EXPECT_EQ(bev.value({"1011"}, at({2012})).value(), -3.97e-3);
  EXPECT_EQ(bev.value({"1011"}, at({2018})).absence(), Absence::withheld);
}

TEST(Lbm2, RefusesClassesThatCannotBe) {
  const Scratch scratch;
  const Reading reading = read_lbm2(probe_of(
      scratch, "w.csv",
      "WK_CODE,KL02,VKL0214\nWK900001,0,8\nWK900002,10,0\nWK900003,4.5,4\nWK900004,vier,7\n"));
  EXPECT_THAT(issues_of(reading.ledger, "class-out-of-range"),
              testing::UnorderedElementsAre("2:2 class '0' is not a whole number from 1 to 9",
                                            "2:3 class '8' is not a whole number from 1 to 7",
                                            "3:2 class '10' is not a whole number from 1 to 9",
                                            "3:3 class '0' is not a whole number from 1 to 7",
                                            "4:2 class '4.5' is not a whole number from 1 to 9"));
  EXPECT_THAT(issues_of(reading.ledger, "not-a-number"),
              ElementsAre("5:2 'vier' in column 'KL02' is not a number"));
  const series::Series& classes = series_in(reading, "class");
  EXPECT_EQ(classes.value({"WK900001"}, at({2002})).absence(), Absence::refused);
  EXPECT_EQ(classes.coverage(0), 0U);
}

TEST(Lbm2, RefusesGemeenteCodesWhereWijkenAreAsked) {
  const Scratch scratch;
  const Reading reading = read_lbm2(
      probe_of(scratch, "w.csv", "WK_CODE,KL02,KL14\nGM0363,5,6\nWK900001,5,6\nonzin,5,6\n,1,1\n"));
  EXPECT_THAT(
      issues_of(reading.ledger, "code-of-other-level"),
      ElementsAre("2:1 'GM0363' is a code of level gemeente, where one of level wijk is expected"));
  EXPECT_THAT(issues_of(reading.ledger, "not-a-code"),
              ElementsAre("4:1 'onzin' is not the code of a wijk: WK and six digits or letters, as "
                          "WK036300",
                          HasSubstr("5:1 '' is not the code of a wijk")));
  EXPECT_EQ(reading.rows_refused, 3);
  EXPECT_EQ(reading.rows_read, 4);
}

TEST(Lbm2, CountsADoubleRowOnce) {
  const Scratch scratch;
  const Reading reading = read_lbm2(
      probe_of(scratch, "w.csv", "WK_CODE,KL02,KL14\nWK900001,5,6\nWK900002,5,6\nWK900001,7,7\n"));
  EXPECT_THAT(issues_of(reading.ledger, "duplicate-row"),
              ElementsAre("4:1 WK900001 already stood on line 2; that row counts"));
  EXPECT_EQ(series_in(reading, "class").value({"WK900001"}, at({2002})).value(), 5.0);
}

TEST(Lbm2, MendsCodesThatLostTheirZerosAndSaysSoOnce) {
  const Scratch scratch;
  const Reading reading =
      read_lbm2(probe_of(scratch, "g.csv", "GM_CODE,KL02,KL14\n3,5,6\n363,5,6\nGM0005,5,6\n"));
  EXPECT_THAT(issues_of(reading.ledger, "code-mended"),
              ElementsAre(HasSubstr("were mended: 2; the first is '3'")));
  EXPECT_TRUE(series_in(reading, "class").find(area::AreaCode{"GM0003"}).has_value());
}

TEST(Lbm2, ReadsLongAndWideSheetsThatAgree) {
  const Scratch scratch;
  const Probe probe = probe_of(scratch, "stand.xlsx",
                               workbook_bytes({{"data(1)", kLong}, {"data(2)", wide("0.2")}}));
  EXPECT_EQ(taken_by(probe), "lbm2-workbook");
  const Reading reading = read_lbm2(probe);
  EXPECT_THAT(issues_of(reading.ledger, "long-and-wide-differ"), IsEmpty());
  EXPECT_EQ(reading.rows_read, 5);
  const series::Series& deviation = series_in(reading, "deviation");
  EXPECT_EQ(deviation.value({"WK900002"}, at({2014})).value(), -0.065);
  EXPECT_EQ(deviation.value({"WK900002"}, at({2016})).absence(), Absence::withheld);
  EXPECT_EQ(series_in(reading, "contribution.won").value({"WK900002"}, at({2014})).absence(),
            Absence::withheld);
}

TEST(Lbm2, SaysWhereLongAndWideSheetsDiffer) {
  const Scratch scratch;
  const Reading reading = read_lbm2(probe_of(
      scratch, "stand.xlsx", workbook_bytes({{"data(1)", kLong}, {"data(2)", wide("0.3")}})));
  EXPECT_THAT(
      issues_of(reading.ledger, "long-and-wide-differ"),
      ElementsAre(HasSubstr("deviation of WK900001 in 2016 is 0.2 in the long sheet and 0.3 "
                            "in the wide one; the long sheet counts")));
  EXPECT_EQ(series_in(reading, "deviation").value({"WK900001"}, at({2016})).value(), 0.2);
}

TEST(Lbm2, ReadsDevelopmentBetweenTwoYears) {
  const Scratch scratch;
  const Reading reading = read_lbm2(probe_of(
      scratch, "o.xlsx",
      workbook_bytes(
          {{"data(1)",
            {{"GBD", "BEGIN", "EINDE", "DLBRMTR", "DLBWON", "DLBBEV", "DLBVRZ", "DLBVEI", "DLBFYS"},
             {"GM0003", "2012", "2014", "0.01", "0.002", "0.002", "0.002", "0.002", "0.002"},
             {"GM0003", "2014", "2012", "0.01", "0", "0", "0", "0", "0"},
             {"GM0003", "2012", "20014", "0.01", "0", "0", "0", "0", "0"}}}})));
  EXPECT_EQ(series_in(reading, "change").value({"GM0003"}, {{2012}, {2014}}).value(), 0.01);
  EXPECT_TRUE(has_series(reading, "contribution_change.vei"));
  EXPECT_THAT(issues_of(reading.ledger, "year-not-plausible"),
              ElementsAre(HasSubstr("'2012' is not a year"), HasSubstr("'20014' is not a year")));
}

TEST(Lbm2, FailsWhenADimensionWasRenamed) {
  const Scratch scratch;
  Cells renamed = kLong;
  renamed[0][6] = "RLBVEIL";
  const std::string text =
      failure_of(probe_of(scratch, "s.xlsx", workbook_bytes({{"data(1)", renamed}})));
  EXPECT_THAT(text, HasSubstr("column 'RLBVEI' is missing"));
  EXPECT_THAT(text, HasSubstr("did you mean 'RLBVEIL'?"));
  EXPECT_THAT(text, HasSubstr("data(1)"));
}

TEST(Lbm2, FailsWhenTheCodeOrYearColumnWasRenamed) {
  const Scratch scratch;
  EXPECT_THAT(failure_of(probe_of(scratch, "a.csv", "WKCODE,KL02,KL08\nWK900001,5,5\n")),
              HasSubstr("did you mean 'WKCODE'?"));
  Cells renamed = kLong;
  renamed[0][1] = "JAREN";
  EXPECT_THAT(failure_of(probe_of(scratch, "s.xlsx", workbook_bytes({{"data(1)", renamed}}))),
              HasSubstr("column 'JAAR' is missing"));
}

TEST(Lbm2, FailsWhenTwoColumnsHoldTheSame) {
  const Scratch scratch;
  EXPECT_THAT(failure_of(probe_of(scratch, "a.csv", "WK_CODE,KL02,kl02\nWK900001,5,5\n")),
              HasSubstr("columns 'KL02' and 'kl02' hold the same thing"));
}

TEST(Lbm2, NamesColumnsThatWereNotUsed) {
  const Scratch scratch;
  const Reading reading =
      read_lbm2(probe_of(scratch, "a.csv", "WK_CODE,KL02,KL08,KL2012\nWK900001,5,5,5\n"));
  EXPECT_THAT(issues_of(reading.ledger, "column-not-used"),
              ElementsAre("0:4 column 'KL2012' is not one of the published ones and was not used"));
}

}  // namespace
}  // namespace wijkbeeld::source
