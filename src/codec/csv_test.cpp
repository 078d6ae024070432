// SPDX-License-Identifier: EUPL-1.2
#include "codec/csv.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "base/number.hpp"
#include "base/random.hpp"
#include "base/text.hpp"

namespace wijkbeeld::codec {
namespace {

using base::NumberStyle;
using testing::ElementsAre;
using testing::HasSubstr;

using Cells = std::vector<std::vector<std::string>>;

table::Rows parse(std::string_view text, base::Ledger& ledger) {
  return parse_csv(text, {"wijk.csv"}, ledger);
}

table::Rows parse(std::string_view text) {
  base::Ledger ledger;
  table::Rows rows = parse(text, ledger);
  EXPECT_TRUE(ledger.empty()) << base::to_text(ledger.issues().front().message);
  return rows;
}

Cells cells(const table::Rows& rows) {
  Cells all = {rows.header()};
  for (std::size_t r = 0; r < rows.size(); ++r) {
    all.emplace_back();
    for (std::size_t c = 0; c < rows.header().size(); ++c)
      all.back().emplace_back(rows.cell(r, c));
  }
  return all;
}

std::string failure(std::string_view text) {
  base::Ledger ledger;
  try {
    (void)parse(text, ledger);
  } catch (const base::Failure& failure) {
    return failure.what();
  }
  return "no failure";
}

TEST(ParseCsv, ReadsCommaSemicolonAndTab) {
  const Cells expected = {{"code", "naam", "x"}, {"WK01", "Kern", "3"}};
  EXPECT_EQ(cells(parse("code,naam,x\nWK01,Kern,3\n")), expected);
  EXPECT_EQ(cells(parse("code;naam;x\nWK01;Kern;3\n")), expected);
  EXPECT_EQ(cells(parse("code\tnaam\tx\nWK01\tKern\t3\n")), expected);
  EXPECT_EQ(cells(parse("sep=;\r\ncode;naam;x\r\nWK01;Kern;3\r\n")), expected);
}

TEST(ParseCsv, FindsTheSeparatorOutsideQuotesAndOverManyLines) {
  EXPECT_EQ(parse("a;b\n1,5;2,5\n3,5;4,5\n").header(), (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(parse("\"a;;;\",b,c\n\"x;\"\"y;z\",2,3\n").header().size(), 3U);
  EXPECT_EQ(parse("naam, plaats;x\nA;1\nB;2\n").header().size(), 2U);
  EXPECT_EQ(parse("a,b\nx;y;z,2\np;q;r,2\n").header().size(), 2U);
  EXPECT_EQ(parse("a\tb\n1;2,3\t4\n").header().size(), 2U);
  EXPECT_EQ(parse("code\n1\n2\n").header().size(), 1U);
}

TEST(ParseCsv, ReadsEveryLineEnd) {
  const Cells expected = {{"a", "b"}, {"1", "2"}, {"3", "4"}};
  for (const char* text : {"a,b\n1,2\n3,4\n", "a,b\r\n1,2\r\n3,4\r\n", "a,b\r1,2\r3,4\r",
                           "a,b\n1,2\n3,4", "\n\na,b\n\n1,2\n , \n,\n3,4\n\n"})
    EXPECT_EQ(cells(parse(text)), expected) << text;
}

TEST(ParseCsv, ReadsQuotedCells) {
  const table::Rows rows = parse(
      "naam,tekst\n\"Hoogvliet, Zuid\",\"zegt \"\"ja\"\"\"\n \"a\nb\r\nc\rd\" ,5\" buis\n\"\",x\n");
  EXPECT_EQ(cells(rows), (Cells{{"naam", "tekst"},
                                {"Hoogvliet, Zuid", "zegt \"ja\""},
                                {"a\nb\r\nc\rd", "5\" buis"},
                                {"", "x"}}));
  EXPECT_EQ(rows.line(0), 2);
  EXPECT_EQ(rows.line(1), 3);
  EXPECT_EQ(rows.line(2), 7);
}

TEST(ParseCsv, TrimsCells) {
  EXPECT_EQ(cells(parse("a , b\n\t1 ,\u00a02\u00a0\n")), (Cells{{"a", "b"}, {"1", "2"}}));
}

TEST(ParseCsv, KeepsTextBehindAClosingQuoteAndWarns) {
  base::Ledger ledger;
  const table::Rows rows = parse("a,b\n\"Wijk\" De \"Brink\",2\n", ledger);
  EXPECT_EQ(rows.cell(0, 0), "Wijk De \"Brink\"");
  ASSERT_EQ(ledger.count("text-after-quote"), 1U);
  EXPECT_EQ(ledger.issues()[0].place, (base::Place{"wijk.csv", "", 2, 1}));
}

TEST(ParseCsv, ReadsUtf8WithAndWithoutByteOrderMark) {
  EXPECT_EQ(cells(parse("\xef\xbb\xbfnaam\nSúdwest-Fryslân\n")),
            (Cells{{"naam"}, {"Súdwest-Fryslân"}}));
  EXPECT_EQ(cells(parse("naam\nSúdwest-Fryslân\n")), (Cells{{"naam"}, {"Súdwest-Fryslân"}}));
}

TEST(ParseCsv, ReadsWindows1252AndSaysSo) {
  base::Ledger ledger;
  const table::Rows rows = parse(
      "naam;prijs\nKern;1\nS\xfa"
      "dwest;\x80 5\n",
      ledger);
  EXPECT_EQ(rows.cell(1, 0), "Súdwest");
  EXPECT_EQ(rows.cell(1, 1), "€ 5");
  ASSERT_EQ(ledger.count("not-utf8"), 1U);
  EXPECT_EQ(ledger.issues()[0].severity, base::Severity::note);
  EXPECT_EQ(ledger.issues()[0].place.line, 3);
}

TEST(ParseCsv, RefusesARowThatIsTooLong) {
  base::Ledger ledger;
  const table::Rows rows = parse("a,b\n1,2,3\n4,5\n6,7,,\n", ledger);
  EXPECT_EQ(cells(rows), (Cells{{"a", "b"}, {"4", "5"}, {"6", "7"}}));
  ASSERT_EQ(ledger.count("row-too-long"), 1U);
  EXPECT_EQ(ledger.issues()[0].severity, base::Severity::refused);
  EXPECT_EQ(ledger.issues()[0].place, (base::Place{"wijk.csv", "", 2, 0}));
  EXPECT_EQ(base::to_text(ledger.issues()[0].message), "the row has 3 cells, but the header has 2");
}

TEST(ParseCsv, FillsRowsThatAreTooShortAndNotesThemOnce) {
  base::Ledger ledger;
  const table::Rows rows = parse("a,b,c\n1,2,3\n4\n5,6\n", ledger);
  EXPECT_EQ(cells(rows), (Cells{{"a", "b", "c"}, {"1", "2", "3"}, {"4", "", ""}, {"5", "6", ""}}));
  ASSERT_EQ(ledger.issues().size(), 1U);
  EXPECT_EQ(ledger.issues()[0].code, "row-too-short");
  EXPECT_EQ(ledger.issues()[0].place.line, 3);
  EXPECT_THAT(base::to_text(ledger.issues()[0].message), HasSubstr("empty cells: 2"));
}

struct StyleCase {
  const char* text;
  NumberStyle style;
};

TEST(ParseCsv, DecidesTheNumberStyleOverTheWholeFile) {
  for (const StyleCase& c : std::vector<StyleCase>{
           {"a;b\nx;6,8\n", NumberStyle::comma},
           {"a;b\n1.234;6,8\n", NumberStyle::comma},
           {"a;b\n1.234,5;3\n", NumberStyle::comma},
           {"a;b\n1.234;3\n", NumberStyle::comma},    // nothing proves: a semicolon file
           {"a;b\n1.234;0.5\n", NumberStyle::point},  // proved
           {"a;b\n1;-3.97E-03\n", NumberStyle::point},
           {"a,b\n1.234,3\n", NumberStyle::point},
           {"a,b\n\"6,8\",\"1.234\"\n", NumberStyle::comma},
           {"a,b\n\"1,234\",2\n", NumberStyle::point},
           {"a\tb\n1.234\t2\n", NumberStyle::point},
           {"a\tb\n1.234\t0,2\n", NumberStyle::comma},
           {"a;b\nx;\n", NumberStyle::comma},
           {"a,b\nx,\n", NumberStyle::point}})
    EXPECT_EQ(parse(c.text).number_style, c.style) << c.text;
}

TEST(ParseCsv, GivesDutchNumbersTheirValue) {
  const table::Rows rows = parse("n;v\na;1.234\nb;6,8\nc;-1.234.567,25\nd;3,97E-03\n");
  std::vector<double> values;
  for (std::size_t r = 0; r < rows.size(); ++r)
    values.push_back(base::parse_number(rows.cell(r, 1), rows.number_style).value());
  EXPECT_THAT(values, ElementsAre(1234, 6.8, -1234567.25, 3.97e-3));
}

TEST(ParseCsv, WarnsWhenAFileMixesNumberStyles) {
  base::Ledger ledger;
  const table::Rows rows = parse("a;b\n1,5;2,5\n3.5;1\n2,5;1\n", ledger);
  EXPECT_EQ(rows.number_style, NumberStyle::comma);
  ASSERT_EQ(ledger.count("mixed-number-style"), 1U);
  EXPECT_EQ(ledger.issues()[0].place, (base::Place{"wijk.csv", "", 3, 1}));
  EXPECT_EQ(base::to_text(ledger.issues()[0].message),
            "the file writes numbers with a decimal comma, but 1 with a point, such as '3.5'");
  EXPECT_EQ(parse("a,b\n1.5,2.5\n\"3,5\",1\n", ledger).number_style, NumberStyle::point);
  EXPECT_EQ(base::to_text(ledger.issues()[1].message),
            "the file writes numbers with a decimal point, but 1 with a comma, such as '3,5'");
}

TEST(ParseCsv, ReadsUtf16InEitherOrder) {
  using namespace std::string_literals;
  const std::string little =
      "\xff\xfe"
      "n\0\t\0a\0\n\0"
      "\xeb\0\xac\x20\t\0\x3d\xd8\x00\xde\n\0"s;
  std::string big = little;
  for (std::size_t i = 0; i < big.size(); i += 2)
    std::swap(big[i], big[i + 1]);
  for (const std::string& bytes : {little, big}) {
    base::Ledger ledger;
    const table::Rows rows = parse(bytes, ledger);
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows.header(), (std::vector<std::string>{"n", "a"}));
    EXPECT_EQ(rows.cell(0, 0), "\u00eb\u20ac");
    EXPECT_EQ(rows.cell(0, 1), "\U0001f600");
    ASSERT_EQ(ledger.count("not-utf8"), 1U);
    EXPECT_THAT(base::to_text(ledger.issues()[0].message), HasSubstr("UTF-16"));
  }
}

TEST(ParseCsv, SaysWhatIsWrongWithAFileItCannotRead) {
  using namespace std::string_literals;
  EXPECT_THAT(failure(""), HasSubstr("no header"));
  EXPECT_THAT(failure("\n \n;;\n"), HasSubstr("no header"));
  EXPECT_THAT(failure("a,b\n1,\"open\n2,3\n"), HasSubstr("wijk.csv:2:2"));
  EXPECT_THAT(failure("a,b\n1,\"open\n2,3\n"), HasSubstr("never closed"));
  EXPECT_THAT(failure("a,b\n1,2\nx\0y,3\n"s), HasSubstr("wijk.csv:3"));
  EXPECT_THAT(failure("a,b\n1,2\nx\0y,3\n"s), HasSubstr("zero byte"));
  EXPECT_THAT(failure("\xff\xfe"
                      "a\0,"s),
              HasSubstr("UTF-16"));
  EXPECT_THAT(failure("\xfe\xff\xd8\x3d\0a"s), HasSubstr("UTF-16"));
  EXPECT_THAT(failure("\xff\xfe"
                      "a\0\0\0b\0"s),
              HasSubstr("zero byte"));
  EXPECT_THAT(failure("PK\x03\x04rest"), HasSubstr("Excel workbook"));
  EXPECT_THAT(failure("\x01\x02\x03\x04"), HasSubstr("control characters"));
  EXPECT_THAT(failure("code,naam,code\n1,2,3\n"), HasSubstr("'code' occurs twice"));
}

TEST(ReadCsv, NamesTheFileItCannotRead) {
  base::Ledger ledger;
  try {
    (void)read_csv("/no/such/file.csv", ledger);
    FAIL();
  } catch (const base::Failure& failure) {
    EXPECT_THAT(failure.what(), HasSubstr("/no/such/file.csv"));
  }
}

// --- writing ---

table::Table sample() {
  table::Table table{"cohort_path", base::say("path of {}", "weak-2002"), {}, {"code"}};
  table::Column code{{"code", base::say("area")}, table::Texts{}};
  table::Column residents{{"residents", base::say("residents"), "{person}"}, table::Integers{}};
  table::Column mean{{"mean", base::say("mean")}, table::Reals{}};
  for (const char* text : {"WK036301", "say \"x\", y"})
    code.add(table::Value<std::string>(text));
  residents.add(table::Value<std::int64_t>(1234567));
  residents.add(table::Value<std::int64_t>(table::Absence::withheld));
  mean.add(table::Value<double>(0.1));
  mean.add(table::Value<double>(-3.97e-30));
  table.columns = {code, residents, mean};
  return table;
}

TEST(ToCsv, WritesPlainTextWithQuotesOnlyWhereNeeded) {
  EXPECT_EQ(to_csv(sample()),
            "code,residents,mean\nWK036301,1234567,0.1\n\"say \"\"x\"\", y\",,-3.97e-30\n");
}

TEST(ToCsv, KeepsARowOfEmptyCells) {
  table::Table table{"t", base::say("t")};
  for (const char* name : {"a", "b"}) {
    table.columns.push_back({{name, base::say("x")}, table::Texts{}});
    table.columns.back().add(table::Value<std::string>(table::Absence::withheld));
  }
  EXPECT_EQ(to_csv(table), "a,b\n\"\",\n");
  EXPECT_EQ(parse(to_csv(table)).size(), 1U);
  table.columns.pop_back();
  EXPECT_EQ(to_csv(table), "a\n\"\"\n");
  EXPECT_EQ(parse(to_csv(table)).size(), 1U);
}

std::string random_text(base::Stream& random) {
  static const std::vector<std::string> pieces = {"a", "\"", ",",  ";",    "\n",   "\r\n", "\t",
                                                  " ", "é",  "€",  "1",    ".",    "'",    "=",
                                                  "-", "WK", "\r", "\"\"", "#N/A", "0"};
  std::string text;
  for (std::uint64_t i = random.below(8); i-- > 0;)
    text += pieces[random.below(pieces.size())];
  return std::string(base::trim(text));
}

TEST(ToCsv, IsReadBackTheSameWhateverTheTextsAndNumbers) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    base::Stream random(base::Seed{seed}, 3);
    table::Table table{"t", base::say("t")};
    table::Column text{{"text", base::say("x")}, table::Texts{}};
    table::Column whole{{"whole", base::say("x")}, table::Integers{}};
    table::Column real{{"real", base::say("x")}, table::Reals{}};
    for (std::uint64_t rows = random.below(30); rows-- > 0;) {
      text.add(random.chance(0.2) ? table::Value<std::string>(table::Absence::withheld)
                                  : table::Value<std::string>(random_text(random)));
      whole.add(random.chance(0.2) ? table::Value<std::int64_t>(table::Absence::refused)
                                   : table::Value<std::int64_t>(static_cast<std::int64_t>(
                                         random.bits() * std::uint64_t{4000000007})));
      real.add(random.chance(0.2)
                   ? table::Value<double>(table::Absence::not_collected)
                   : table::Value<double>(random.normal() * std::exp(random.uniform(-50, 50))));
    }
    table.columns = {text, whole, real};
    const std::string bytes = to_csv(table);
    base::Ledger ledger;
    const table::Rows rows = parse(bytes, ledger);
    ASSERT_EQ(ledger.count("row-too-long") + ledger.count("row-too-short"), 0U) << "seed " << seed;
    ASSERT_EQ(rows.size(), table.rows()) << "seed " << seed << "\n" << bytes;
    for (std::size_t r = 0; r < rows.size(); ++r) {
      for (std::size_t c = 0; c < 3; ++c)
        EXPECT_EQ(rows.cell(r, c), table.text(r, c)) << "seed " << seed << "\n" << bytes;
      if (!rows.cell(r, 2).empty()) {
        EXPECT_EQ(base::parse_number(rows.cell(r, 2)), std::get<table::Reals>(real.values)[r]);
      }
    }
  }
}

TEST(ToCsvw, DescribesTheColumnsInBothLanguages) {
  base::Catalogue catalogue;
  catalogue.add("msgid \"area\"\nmsgstr \"gebied\"\nmsgid \"path of {}\"\nmsgstr \"pad van {}\"\n",
                "nl.po");
  const auto json = nlohmann::json::parse(
      to_csvw(sample(), "cohort_path.csv", catalogue, "https://example.org/licence"));
  EXPECT_EQ(json["@context"][0], "http://www.w3.org/ns/csvw");
  EXPECT_EQ(json["@context"][1]["@language"], "nl");
  EXPECT_EQ(json["url"], "cohort_path.csv");
  EXPECT_EQ(json["dc:title"][0]["@value"], "pad van weak-2002");
  EXPECT_EQ(json["dc:title"][1]["@value"], "path of weak-2002");
  EXPECT_EQ(json["dc:license"]["@id"], "https://example.org/licence");
  EXPECT_EQ(json["tableSchema"]["primaryKey"], nlohmann::json({"code"}));
  const auto& columns = json["tableSchema"]["columns"];
  ASSERT_EQ(columns.size(), 3U);
  EXPECT_EQ(columns[0]["name"], "code");
  EXPECT_EQ(columns[0]["titles"]["nl"], nlohmann::json({"code", "gebied"}));
  EXPECT_EQ(columns[0]["titles"]["en"], nlohmann::json({"code", "area"}));
  EXPECT_EQ(columns[0]["datatype"], "string");
  EXPECT_EQ(columns[1]["datatype"], "integer");
  EXPECT_EQ(columns[1]["null"], "");
  EXPECT_EQ(columns[1]["schema:unitText"], "{person}");
  EXPECT_EQ(columns[2]["datatype"], "double");
  EXPECT_FALSE(columns[2].contains("schema:unitText"));
}

TEST(ToCsvw, KeepsALicenceThatIsNoAddressAsText) {
  table::Table table = sample();
  table.keys.clear();
  const auto json = nlohmann::json::parse(to_csvw(table, "t.csv", {}, "CC0"));
  EXPECT_EQ(json["dc:license"], "CC0");
  EXPECT_FALSE(json["tableSchema"].contains("primaryKey"));
}

}  // namespace
}  // namespace wijkbeeld::codec
