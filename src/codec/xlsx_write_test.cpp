// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>
#include <time.h>

#include "base/number.hpp"
#include "base/text.hpp"
#include "codec/xlsx.hpp"
#include "codec/zip.hpp"
#include "support/scratch.hpp"

namespace wijkbeeld::codec {
namespace {

using base::Language;
using testing::ElementsAre;
using testing::HasSubstr;

table::Table sample() {
  table::Table table{"cohort_path", base::say("path")};
  table::Column name{{"name", base::say("area")}, table::Texts{}};
  table::Column wave{{"wave", base::say("wave")}, table::Integers{}};
  table::Column residents{{"residents", base::say("residents")}, table::Integers{}};
  table::Column mean{{"mean", base::say("mean score of the areas in it, weighted")},
                     table::Reals{}};
  for (const char* text : {"Crooswijk & Co", "=1+1"})
    name.add(table::Value<std::string>(text));
  for (const std::int64_t year : {2012, 2016})
    wave.add(table::Value<std::int64_t>(year));
  residents.add(table::Value<std::int64_t>(1234567));
  residents.add(table::Value<std::int64_t>(9007199254740993));
  mean.add(table::Value<double>(-6.2716917700698496E-2));
  mean.add(table::Value<double>(table::Absence::withheld));
  table.columns = {name, wave, residents, mean};
  return table;
}

std::vector<Sheet> sheets() {
  return {{"pad", "Het pad van de wijken", {"bron: BZK", "indeling 2016"}, sample()},
          {"leeg's", "Niets", {}, {"none", base::say("none")}}};
}

std::string written(Language language, const std::vector<Sheet>& all = sheets()) {
  const support::Scratch scratch;
  base::Catalogue catalogue;
  catalogue.add("msgid \"area\"\nmsgstr \"gebied\"\nmsgid \"Contents\"\nmsgstr \"Inhoud\"\n", "nl");
  write_xlsx(scratch / "annex.xlsx", all, "Bijlage", language, catalogue);
  return support::text_of(scratch / "annex.xlsx");
}

TEST(WriteXlsx, ListsTheSheetsFirst) {
  base::Ledger ledger;
  const Workbook workbook(written(Language::nl), "annex.xlsx");
  EXPECT_THAT(workbook.sheets(), ElementsAre("Inhoud", "pad", "leeg's"));
  EXPECT_THAT(Workbook(written(Language::en), "a").sheets(),
              ElementsAre("Contents", "pad", "leeg's"));
  const auto members = read_zip(written(Language::nl), "annex.xlsx");
  EXPECT_THAT(members.at("xl/worksheets/sheet1.xml"), HasSubstr("location=\"'leeg''s'!A1\""));
  EXPECT_THAT(members.at("docProps/core.xml"), HasSubstr("<dc:title>Bijlage</dc:title>"));
}

// The sheet read back as rows, its title left out so that the titles of the columns come first.
table::Rows read_back(Language language) {
  std::vector<Sheet> all = sheets();
  all[0].title.clear();
  all[0].remarks.clear();
  base::Ledger ledger;
  table::Rows rows = Workbook(written(language, all), "annex.xlsx").read("pad", ledger);
  EXPECT_TRUE(ledger.empty());
  return rows;
}

TEST(WriteXlsx, WritesTitlesInTheLanguageAndMachineNamesUnderThem) {
  EXPECT_THAT(
      read_back(Language::nl).header(),
      ElementsAre("gebied", "wave", "residents", "mean score of the areas in it, weighted"));
  const table::Rows rows = read_back(Language::en);
  EXPECT_EQ(rows.header()[0], "area");
  EXPECT_EQ(rows.cell(0, 0), "name");
  EXPECT_EQ(rows.cell(0, 3), "mean");
}

TEST(WriteXlsx, WritesCellsByTypeAndLeavesAbsentOnesEmpty) {
  const table::Rows rows = read_back(Language::nl);
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows.cell(1, 0), "Crooswijk & Co");
  EXPECT_EQ(rows.cell(2, 0), "=1+1");  // a text, no formula
  EXPECT_EQ(rows.cell(1, 1), "2012");
  EXPECT_EQ(rows.cell(1, 2), "1234567");
  EXPECT_EQ(rows.cell(2, 2), "9007199254740993");  // more digits than a number in Excel holds
  EXPECT_NEAR(base::parse_number(rows.cell(1, 3)).value(), -6.2716917700698496E-2, 1e-16);
  EXPECT_EQ(rows.cell(2, 3), "");
}

// The styles of a workbook with one column of numbers.
std::string styles_of(const std::vector<double>& numbers) {
  table::Column column{{"residents", base::say("none")}, table::Reals{}};
  for (const double one : numbers)
    column.add(table::Value<double>(one));
  std::vector<Sheet> all = sheets();
  all.resize(1);
  all[0].table.columns = {column};
  return read_zip(written(Language::nl, all), "annex.xlsx").at("xl/styles.xml");
}

TEST(WriteXlsx, ShowsNoTenthsOfWholeNumbers) {
  EXPECT_THAT(styles_of({65540, 120}), Not(HasSubstr("#,##0.0")));
  EXPECT_THAT(styles_of({65540, 120.5}), HasSubstr("#,##0.0"));
}

TEST(WriteXlsx, PutsTitleAndRemarksAboveAFrozenHeaderWithFilters) {
  const auto members = read_zip(written(Language::nl), "annex.xlsx");
  const std::string& xml = members.at("xl/worksheets/sheet2.xml");
  EXPECT_THAT(xml, HasSubstr("topLeftCell=\"A7\""));
  EXPECT_THAT(xml, HasSubstr("state=\"frozen\""));
  EXPECT_THAT(xml, HasSubstr("<autoFilter ref=\"A6:D8\"/>"));
  EXPECT_THAT(members.at("xl/sharedStrings.xml"), HasSubstr("Het pad van de wijken"));
  EXPECT_THAT(members.at("xl/sharedStrings.xml"), HasSubstr("indeling 2016"));
}

TEST(WriteXlsx, GivesTheSameBytesAtAnyTimeInAnyZoneUnderAnyName) {
  const std::string first = written(Language::nl);
  ::setenv("TZ", "Pacific/Kiritimati", 1);
  ::tzset();
  const std::string second = written(Language::nl);
  ::unsetenv("TZ");
  ::tzset();
  EXPECT_TRUE(first == second);
  EXPECT_THAT(read_zip(first, "a").at("docProps/core.xml"), HasSubstr("1980-01-01T00:00:00Z"));
}

TEST(WriteXlsx, ShortensTextsThatExcelDoesNotTake) {
  std::vector<Sheet> all = sheets();
  all[0].title.clear();
  all[0].remarks.clear();
  table::Column text{{"text", base::say("x")}, table::Texts{}};
  std::string euros;
  while (euros.size() < 40000)
    euros += "€";
  text.add(table::Value<std::string>(euros));
  all[0].table.columns = {text};
  base::Ledger ledger;
  const table::Rows rows = Workbook(written(Language::nl, all), "a").read("pad", ledger);
  EXPECT_TRUE(rows.cell(1, 0).ends_with("€..."));
  EXPECT_TRUE(base::is_utf8(rows.cell(1, 0)));
}

TEST(WriteXlsx, SaysWhatIsWrongAndLeavesNothing) {
  const support::Scratch scratch;
  try {
    write_xlsx(scratch / "no" / "annex.xlsx", sheets(), "Bijlage", Language::nl, {});
    FAIL();
  } catch (const base::Failure& failure) {
    EXPECT_THAT(failure.what(), HasSubstr("cannot write"));
    EXPECT_THAT(failure.what(), HasSubstr("annex.xlsx"));
  }
  EXPECT_TRUE(std::filesystem::is_empty(scratch.path()));
}

TEST(WriteXlsxDeathTest, StopsAtNamesThatAreBugs) {
  const auto named = [](const std::string& a, const std::string& b) {
    return std::vector<Sheet>{{a, "", {}, sample()}, {b, "", {}, sample()}};
  };
  EXPECT_DEATH(written(Language::nl, named("a", "A")), "a sheet name twice");
  EXPECT_DEATH(written(Language::nl, named("a", "inhoud")), "a sheet name twice");
  EXPECT_DEATH(written(Language::nl, named("a/b", "c")), "does not take");
  EXPECT_DEATH(written(Language::nl, named(std::string(32, 'x'), "c")), "does not take");
}

}  // namespace
}  // namespace wijkbeeld::codec
