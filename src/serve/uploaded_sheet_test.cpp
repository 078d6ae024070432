// SPDX-License-Identifier: EUPL-1.2
#include "serve/uploaded_sheet.hpp"

#include <gmock/gmock.h>

#include <map>

#include "base/failure.hpp"
#include "codec/zip.hpp"

namespace wijkbeeld::serve {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

// Rows of texts as the XML of a sheet.
std::string sheet_xml(const std::vector<std::vector<std::string>>& rows) {
  std::string out = "<worksheet><sheetData>";
  for (std::size_t r = 0; r < rows.size(); ++r) {
    out += "<row r=\"" + std::to_string(r + 1) + "\">";
    for (std::size_t c = 0; c < rows[r].size(); ++c)
      if (!rows[r][c].empty())
        out += "<c r=\"" + std::string(1, static_cast<char>('A' + c)) + std::to_string(r + 1) +
               "\" t=\"inlineStr\"><is><t>" + rows[r][c] + "</t></is></c>";
    out += "</row>";
  }
  return out + "</sheetData></worksheet>";
}

using Sheets = std::vector<std::pair<std::string, std::vector<std::vector<std::string>>>>;

std::string workbook_of(const Sheets& sheets) {
  std::string names;
  std::string relations;
  std::map<std::string, std::string> parts;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    names += "<sheet name=\"" + sheets[i].first + "\" sheetId=\"" + number + "\" r:id=\"r" +
             number + "\"/>";
    relations += "<Relationship Id=\"r" + number +
                 "\" Type=\"http://x/worksheet\" Target=\"worksheets/sheet" + number + ".xml\"/>";
    parts["xl/worksheets/sheet" + number + ".xml"] = sheet_xml(sheets[i].second);
  }
  parts["[Content_Types].xml"] = "<Types/>";
  parts["xl/workbook.xml"] = "<workbook xmlns:r=\"y\"><sheets>" + names + "</sheets></workbook>";
  parts["xl/_rels/workbook.xml.rels"] = "<Relationships>" + relations + "</Relationships>";
  return codec::to_zip(parts);
}

std::string complaint_about(const std::string& bytes, const std::string& sheet = {},
                            const SheetLimits& limits = {}) {
  try {
    read_uploaded_sheet(bytes, "klachten.xlsx", sheet, limits);
  } catch (const base::Failure& failure) {
    EXPECT_EQ(failure.kind(), base::Failure::Kind::usage);
    return failure.what();
  }
  return "read";
}

const Sheets kSheets = {{"Toelichting", {{"Geteld in 2020"}, {"Bron: gemeente"}}},
                        {"Klachten", {{"Klachten per wijk"}, {"code", "klachten"}, {"WK1", "3"}}},
                        {"Meer", {{"code", "bomen"}, {"WK1", "7"}, {"WK2", "8"}}},
                        {"Leeg", {}}};

TEST(UploadedSheet, IsTheFirstThatIsATableBelowItsTitle) {
  const UploadedSheet read = read_uploaded_sheet(workbook_of(kSheets), "klachten.xlsx");
  EXPECT_THAT(read.sheets, ElementsAre("Toelichting", "Klachten", "Meer", "Leeg"));
  EXPECT_EQ(read.sheet, "Klachten");
  EXPECT_THAT(read.rows.header(), ElementsAre("code", "klachten"));
  ASSERT_EQ(read.rows.size(), 1U);
  EXPECT_EQ(read.rows.cell(0, 1), "3");
  ASSERT_EQ(read.ledger.tally().size(), 1U);  // the title
}

TEST(UploadedSheet, IsTheOneThatIsAskedFor) {
  const UploadedSheet read = read_uploaded_sheet(workbook_of(kSheets), "klachten.xlsx", "Meer");
  EXPECT_EQ(read.sheet, "Meer");
  EXPECT_EQ(read.rows.size(), 2U);
  EXPECT_THAT(complaint_about(workbook_of(kSheets), "Leeg"), HasSubstr("is empty"));
  EXPECT_THAT(complaint_about(workbook_of(kSheets), "Meet"), HasSubstr("did you mean 'Meer'"));
}

TEST(UploadedSheet, IsRefusedInPlainWords) {
  EXPECT_THAT(complaint_about(""), HasSubstr("it is empty"));
  EXPECT_THAT(complaint_about("code;klachten\nWK1;3\n"),
              AllOf(HasSubstr("no figures can be read from 'klachten.xlsx'"),
                    HasSubstr("it is plain text")));
  const std::string ole = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
  std::string locked = ole;
  for (const char c : std::string("EncryptedPackage"))
    locked.append({c, '\0'});
  EXPECT_THAT(complaint_about(locked), HasSubstr("password"));
  EXPECT_THAT(complaint_about(codec::to_zip({{"a.csv", "x"}})), HasSubstr("of another kind"));
  EXPECT_THAT(complaint_about(workbook_of({})), HasSubstr("no sheets"));
  EXPECT_THAT(complaint_about(workbook_of({{"Leeg", {}}})), HasSubstr("is empty"));
  const std::string whole = workbook_of(kSheets);
  EXPECT_THAT(complaint_about(whole.substr(0, whole.size() / 2)), HasSubstr("klachten.xlsx"));
}

TEST(UploadedSheet, IsRefusedWhenItIsTooLarge) {
  const std::string bytes = workbook_of(kSheets);
  EXPECT_THAT(complaint_about(bytes, "Meer", {.rows = 1}),
              HasSubstr("it has 2 rows, and at most 1"));
  EXPECT_THAT(complaint_about(bytes, "Meer", {.cells = 3}), HasSubstr("2 rows of 2 columns"));
  EXPECT_THAT(complaint_about(bytes, {}, {.unpacked_bytes = 100}), HasSubstr("klachten.xlsx"));
  EXPECT_EQ(complaint_about(bytes, "Meer", {.rows = 2, .cells = 4}), "read");
}

}  // namespace
}  // namespace wijkbeeld::serve
