// SPDX-License-Identifier: EUPL-1.2
#include "codec/xlsx.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <map>

#include "base/number.hpp"
#include "codec/zip.hpp"

namespace wijkbeeld::codec {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

using Parts = std::map<std::string, std::string>;
using Cells = std::vector<std::vector<std::string>>;

// The parts of a workbook with one sheet "wijk", given what stands in <sheetData> and behind it.
Parts parts(const std::string& rows, const std::string& behind = "",
            const std::string& shared = "<sst><si><t>code</t></si><si><t>KL16</t></si></sst>") {
  return {
      {"[Content_Types].xml", "<Types/>"},
      {"_rels/.rels",
       "<Relationships><Relationship Id=\"rId1\" Type=\"http://x/officeDocument\" "
       "Target=\"xl/workbook.xml\"/></Relationships>"},
      {"xl/workbook.xml",
       "<?xml version=\"1.0\"?>\n<workbook xmlns:r=\"y\"><!-- > --><sheets>"
       "<sheet name=\"wijk\" sheetId=\"7\" r:id=\"rId1\"/></sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels",
       "<Relationships><Relationship Id=\"rId1\" Type=\"http://x/worksheet\" "
       "Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" "
       "Type=\"http://x/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/></Relationships>"},
      {"xl/sharedStrings.xml", shared},
      {"xl/worksheets/sheet1.xml",
       "<worksheet><sheetData>" + rows + "</sheetData>" + behind + "</worksheet>"},
  };
}

constexpr const char* kHeader =
    "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>";

table::Rows read(const Parts& all, base::Ledger& ledger) {
  return Workbook(to_zip(all), "wijk.xlsx").read("wijk", ledger);
}

Cells cells(const Parts& all) {
  base::Ledger ledger;
  const table::Rows rows = read(all, ledger);
  EXPECT_TRUE(ledger.empty());
  Cells result = {rows.header()};
  for (std::size_t r = 0; r < rows.size(); ++r) {
    result.emplace_back();
    for (std::size_t c = 0; c < rows.header().size(); ++c)
      result.back().emplace_back(rows.cell(r, c));
  }
  return result;
}

std::string failure_of_bytes(const std::string& bytes, const std::string& sheet = "wijk") {
  base::Ledger ledger;
  try {
    (void)Workbook(bytes, "wijk.xlsx").read(sheet, ledger);
  } catch (const base::Failure& failure) {
    EXPECT_TRUE(failure.place().has_value());
    return failure.what();
  }
  return "no failure";
}

std::string failure(const Parts& all, const std::string& sheet = "wijk") {
  return failure_of_bytes(to_zip(all), sheet);
}

std::string utf16(const std::string& ascii) {
  std::string out;
  for (const char c : ascii)
    out.append({c, '\0'});
  return out;
}

TEST(Workbook, ReadsEveryKindOfCell) {
  const Parts all = parts(std::string(kHeader) +
                          "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><r><t>WK</t></r><r><rPr/>"
                          "<t>01</t></r></is></c><c r=\"B2\"><v>-3.97E-3</v></c></row>"
                          "<row r=\"3\"><c r=\"A3\" t=\"str\"><f>A1&amp;\"x\"</f><v>a &amp; "
                          "b&#233;</v></c><c r=\"B3\" t=\"e\"><v>#N/A</v></c></row>"
                          "<row r=\"4\"><c r=\"A4\" t=\"b\"><v>1</v></c><c r=\"B4\" s=\"3\"/></row>"
                          "<row r=\"5\"><c r=\"A5\" t=\"str\"><v><![CDATA[<&>]]></v></c>"
                          "<c r=\"B5\"><v>0.1<!-- exactly --></v></c></row>");
  EXPECT_EQ(
      cells(all),
      (Cells{
          {"code", "KL16"}, {"WK01", "-3.97E-3"}, {"a & bé", "#N/A"}, {"1", ""}, {"<&>", "0.1"}}));
}

TEST(Workbook, ReadsSharedTextsWithFormatsAndPhoneticHints) {
  const Parts all =
      parts("<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v> 1 </v></c></row>", "",
            "<x:sst xmlns:x=\"z\"><x:si><x:r><x:t>co</x:t></x:r><x:r><x:t>de</x:t>"
            "</x:r><x:rPh><x:t>no</x:t></x:rPh></x:si><x:si><x:t xml:space=\"preserve\">"
            " a_x000D_&#10;b </x:t></x:si></x:sst>");
  EXPECT_EQ(cells(all), (Cells{{"code", "a\r\nb"}}));
}

TEST(Workbook, PutsCellsWhereTheirReferenceSays) {
  const Parts all = parts(
      "<row r=\"3\"><c r=\"B3\"><v>1</v></c><c r=\"D3\"><v>2</v></c><c r=\"E3\"/></row>"
      "<row r=\"5\"/><row r=\"7\"><c r=\"D7\"><v>4</v></c></row><row><c/><c><v>5</v></c></row>");
  base::Ledger ledger;
  const table::Rows rows = read(all, ledger);
  EXPECT_THAT(rows.header(), ElementsAre("", "1", "", "2"));
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows.cell(0, 3), "4");
  EXPECT_EQ(rows.line(0), 7);
  EXPECT_EQ(rows.cell(1, 1), "5");
  EXPECT_EQ(rows.place_of(1, 1), (base::Place{"wijk.xlsx", "wijk", 8, 2}));
}

TEST(Workbook, RefusesRowsThatAreTooLong) {
  base::Ledger ledger;
  const table::Rows rows =
      read(parts(std::string(kHeader) + "<row r=\"2\"><c r=\"C2\"><v>9</v></c></row>"
                                        "<row r=\"3\"><c r=\"A3\"><v>9</v></c></row>"),
           ledger);
  EXPECT_EQ(rows.size(), 1U);
  ASSERT_EQ(ledger.count("row-too-long"), 1U);
  EXPECT_EQ(ledger.issues()[0].place, (base::Place{"wijk.xlsx", "wijk", 2, 0}));
}

TEST(Workbook, ListsSheetsInTabOrderWithoutCharts) {
  Parts all = parts(kHeader);
  all["xl/workbook.xml"] =
      "<workbook xmlns:r=\"y\"><sheets><sheet name=\"data(2)\" r:id=\"rId1\"/>"
      "<sheet name=\"grafiek\" r:id=\"rId3\"/><sheet name=\"a &amp; b\" r:id=\"rId1\"/></sheets>"
      "</workbook>";
  all["xl/_rels/workbook.xml.rels"].insert(
      15, "<Relationship Id=\"rId3\" Type=\"http://x/chartsheet\" Target=\"c.xml\"/>");
  EXPECT_THAT(Workbook(to_zip(all), "w").sheets(), ElementsAre("data(2)", "a & b"));
}

TEST(Workbook, NamesTheSheetsWhenOneIsMissing) {
  EXPECT_THAT(failure(parts(kHeader), "wjik"), HasSubstr("sheet 'wjik' is missing"));
  EXPECT_THAT(failure(parts(kHeader), "wjik"), HasSubstr("the sheets are: wijk"));
  EXPECT_THAT(failure(parts(kHeader), "wjik"), HasSubstr("did you mean 'wijk'?"));
  EXPECT_THAT(failure(parts(kHeader), "gemeente"), HasSubstr("as it was published"));
}

TEST(Workbook, RefusesASheetNameTwice) {
  Parts all = parts(kHeader);
  all["xl/workbook.xml"] =
      "<workbook xmlns:r=\"y\"><sheets><sheet name=\"wijk\" r:id=\"rId1\"/>"
      "<sheet name=\"Wijk\" r:id=\"rId1\"/></sheets></workbook>";
  EXPECT_THAT(failure(all), HasSubstr("sheet 'Wijk' occurs twice"));
}

TEST(Workbook, RefusesAMergedHeaderAndWarnsOfOtherMergedCells) {
  const std::string rows = std::string(kHeader) + "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row>";
  EXPECT_THAT(failure(parts(rows, "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>")),
              HasSubstr("the header has merged cells (A1:B1)"));
  base::Ledger ledger;
  EXPECT_EQ(read(parts(rows,
                       "<mergeCells><mergeCell ref=\"A2:A3\"/>"
                       "<mergeCell ref=\"F1:G1\"/></mergeCells>"),
                 ledger)
                .size(),
            1U);
  ASSERT_EQ(ledger.count("merged-cells"), 1U);
  EXPECT_EQ(ledger.issues()[0].place, (base::Place{"wijk.xlsx", "wijk", 2, 1}));
}

TEST(Workbook, FindsTheHeaderBelowTitlesWhenItIsToldApart) {
  const std::string titles =
      "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>Leefbaarometer</v></c></row><row r=\"2\"/>"
      "<row r=\"3\"><c r=\"A3\" t=\"str\"><v>stand</v></c><c r=\"B3\" t=\"str\"><v>stand</v></c>"
      "</row>";
  const std::string table =
      "<row r=\"4\"><c r=\"A4\" t=\"s\"><v>0</v></c><c r=\"B4\" t=\"s\"><v>1</v></c></row>"
      "<row r=\"5\"><c r=\"A5\" t=\"str\"><v>WK01</v></c><c r=\"B5\"><v>4</v></c></row>";
  const std::string bytes =
      to_zip(parts(titles + table, "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>"));
  const auto is_header = [](std::span<const std::string_view> row) {
    return row.size() == 2 && row[0] == "code";
  };
  base::Ledger ledger;
  const table::Rows rows = Workbook(bytes, "wijk.xlsx").read("wijk", ledger, is_header);
  EXPECT_THAT(rows.header(), ElementsAre("code", "KL16"));
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows.line(0), 5);
  ASSERT_EQ(ledger.issues().size(), 1U);
  EXPECT_EQ(ledger.issues()[0].code, "rows-above-header");
  EXPECT_EQ(base::to_text(ledger.issues()[0].message),
            "rows above the header on row 4 that were not read: 2");
}

TEST(Workbook, TakesTheFirstRowWhenNoneIsAHeader) {
  base::Ledger ledger;
  const std::string bytes = to_zip(parts(kHeader));
  const table::Rows rows =
      Workbook(bytes, "wijk.xlsx").read("wijk", ledger, [](auto) { return false; });
  EXPECT_THAT(rows.header(), ElementsAre("code", "KL16"));
  EXPECT_TRUE(ledger.empty());
}

TEST(Workbook, RefusesAColumnTwiceAndAnEmptySheet) {
  EXPECT_THAT(failure(parts("<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>0</v></c></row>")),
              HasSubstr("column 'code' occurs twice"));
  EXPECT_THAT(failure(parts("<row/>")), HasSubstr("sheet 'wijk' is empty"));
}

TEST(Workbook, SaysWhichPartIsDamaged) {
  Parts all = parts(kHeader);
  all.erase("xl/sharedStrings.xml");
  EXPECT_THAT(failure(all), HasSubstr("shared text '0', but the workbook holds 0 of them"));
  EXPECT_THAT(failure(parts("<row><c t=\"s\"><v>2</v></c></row>")),
              HasSubstr("shared text '2', but the workbook holds 2 of them"));
  EXPECT_THAT(failure(parts("<row><c t=\"s\"><v>x</v></c></row>")), HasSubstr("shared text 'x'"));
  EXPECT_THAT(failure(parts("<row><c></row>")), HasSubstr("the XML inside it breaks off"));
  EXPECT_THAT(failure(parts("<row><c r=\"ZZZ1\"/></row>")), HasSubstr("a cell stands at 'ZZZ1'"));
  EXPECT_THAT(failure(parts("<row r=\"0\"/>")), HasSubstr("a row has the number '0'"));
  EXPECT_THAT(failure(parts(kHeader, "<mergeCell ref=\"A1:?\"/>")), HasSubstr("'A1:?'"));
  EXPECT_THAT(failure(parts(kHeader, "\xff")), HasSubstr("not UTF-8"));
  EXPECT_THAT(failure(parts(kHeader, "", "<sst><si>")), HasSubstr("breaks off at byte 9"));
  all = parts(kHeader);
  all.erase("xl/worksheets/sheet1.xml");
  EXPECT_THAT(failure(all), HasSubstr("sheet 'wijk' has no contents"));
  all.erase("xl/workbook.xml");
  EXPECT_THAT(failure(all), HasSubstr("the list of its sheets is missing"));
  all = parts(kHeader);
  all["xl/workbook.xml"] = "<!DOCTYPE x [<!ENTITY a \"b\">]><workbook/>";
  EXPECT_THAT(failure(all), HasSubstr("breaks off at byte 0"));
  all["xl/workbook.xml"] = "<workbook/>";
  all["xl/_rels/workbook.xml.rels"] = "<R";
  EXPECT_THAT(failure(all), HasSubstr("breaks off"));
}

TEST(Workbook, TellsOtherFilesFromWorkbooks) {
  const std::string ole = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + std::string(500, '\0');
  EXPECT_THAT(failure_of_bytes(ole + utf16("EncryptedPackage")), HasSubstr("with a password"));
  EXPECT_THAT(failure_of_bytes(ole + utf16("Workbook")), HasSubstr("Excel 97 to 2003 (.xls)"));
  EXPECT_THAT(failure_of_bytes(ole + utf16("WordDocument")), HasSubstr("not a workbook"));
  EXPECT_THAT(failure_of_bytes("code;naam\n1;2\n"), HasSubstr("ending .csv"));
  EXPECT_THAT(failure_of_bytes("\n<html><body>404"), HasSubstr("a web page"));
  EXPECT_THAT(failure_of_bytes(std::string("\x01\x00\x02\n", 4)), HasSubstr("no Excel workbook"));
  EXPECT_THAT(failure_of_bytes(""), HasSubstr("the file is empty"));
  EXPECT_THAT(failure({{"xl/workbook.bin", ""}}), HasSubstr(".xlsb"));
  EXPECT_THAT(failure({{"mimetype", "x"}}), HasSubstr("OpenDocument"));
  EXPECT_THAT(failure({{"a.csv", "x"}}), HasSubstr("zip archive of another kind"));
}

TEST(Workbook, NeverReadsACutFile) {
  const std::string good = to_zip(parts(kHeader));
  EXPECT_EQ(failure_of_bytes(good), "no failure");
  EXPECT_THAT(failure_of_bytes(good.substr(0, good.size() / 2)), HasSubstr("cut short"));
  for (std::size_t length = 0; length < good.size(); length += 7)
    EXPECT_NE(failure_of_bytes(good.substr(0, length)), "no failure") << length;
}

TEST(Workbook, NamesAFileItCannotOpen) {
  try {
    const Workbook workbook(std::filesystem::path("/no/such/wijk.xlsx"));
    FAIL();
  } catch (const base::Failure& failure) {
    EXPECT_THAT(failure.what(), HasSubstr("/no/such/wijk.xlsx"));
  }
}

// --- what is published ---

std::filesystem::path official() {
  const char* data = std::getenv("WIJKBEELD_DATA");
  const std::filesystem::path folder =
      data != nullptr ? data : std::string(WIJKBEELD_ROOT) + "/../shared/data";
  return folder / "lbm" / "lbm2_meting_2016_officieel";
}

TEST(Workbook, ReadsTheOfficialWorkbooks) {
  if (!std::filesystem::exists(official()))
    GTEST_SKIP() << "the folder with published data is not here";
  base::Ledger ledger;
  const Workbook classes(official() / "wijk.xlsx");
  const table::Rows wijken = classes.read("wijk", ledger);
  EXPECT_EQ(wijken.size(), 2981U);
  EXPECT_EQ(wijken.header().size(), 16U);
  EXPECT_EQ(wijken.cell(0, wijken.column("WK_CODE")), "WK000300");
  EXPECT_EQ(wijken.cell(0, wijken.column("KL16")), "6");
  std::size_t withheld = 0;
  for (std::size_t r = 0; r < wijken.size(); ++r)
    withheld += wijken.cell(r, wijken.column("KL16")) == "#N/A" ? 1U : 0U;
  EXPECT_EQ(withheld, 135U);

  const Workbook scores(official() / "dimensiescore_wijk (stand).xlsx");
  EXPECT_THAT(scores.sheets(), ElementsAre("data(1)", "data(2)"));
  const table::Rows wide = scores.read("data(2)", ledger);
  EXPECT_EQ(wide.size(), 2962U);
  const table::Rows tall = scores.read("data(1)", ledger);
  EXPECT_EQ(tall.size(), 8886U);
  EXPECT_EQ(base::parse_number(tall.cell(0, tall.column("RLBRMTR"))), -6.2716917700698496E-2);
  EXPECT_TRUE(ledger.empty());
}

}  // namespace
}  // namespace wijkbeeld::codec
