// SPDX-License-Identifier: EUPL-1.2
#include "codec/dbf.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "support/scratch.hpp"

namespace wijkbeeld::codec {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string number(std::size_t value, std::size_t size) {
  std::string out;
  for (std::size_t i = 0; i < size; ++i, value >>= 8U)
    out.push_back(static_cast<char>(value & 0xffU));
  return out;
}

struct TestField {
  std::string name;
  char type;
  std::size_t width;
};

// A table of records given as whole texts, deletion mark first.
std::string dbf(const std::vector<TestField>& fields, const std::vector<std::string>& records,
                char language = '\0') {
  std::size_t record_size = 1;
  std::string out(32, '\0');
  for (const TestField& field : fields) {
    std::string entry(32, '\0');
    entry.replace(0, field.name.size(), field.name);
    entry[11] = field.type;
    entry[16] = static_cast<char>(field.width);
    out += entry;
    record_size += field.width;
  }
  out += '\r';
  out.replace(0, 4, "\x03\x75\x06\x0c");
  out.replace(4, 4, number(records.size(), 4));
  out.replace(8, 2, number(out.size(), 2));
  out.replace(10, 2, number(record_size, 2));
  out[29] = language;
  for (const std::string& record : records)
    out += record;
  return out + '\x1a';
}

const std::vector<TestField> kFields = {{"CODE", 'C', 4}, {"N", 'N', 5}};

// A record of kFields.
std::string row(std::string code, const std::string& n, char mark = ' ') {
  code.resize(4, ' ');
  return mark + code + std::string(5 - n.size(), ' ') + n;
}

table::Rows parse(const std::string& bytes, base::Ledger& ledger,
                  std::optional<std::string_view> cpg = {}) {
  return parse_dbf(bytes, {"wijk.dbf"}, cpg, ledger);
}

std::string failure(const std::string& bytes) {
  base::Ledger ledger;
  try {
    (void)parse(bytes, ledger);
  } catch (const base::Failure& failure) {
    return failure.what();
  }
  return "no failure";
}

TEST(ParseDbf, ReadsTextNumbersDatesAndTruths) {
  base::Ledger ledger;
  const table::Rows rows = parse(
      dbf({{"CODE", 'C', 4}, {"X", 'F', 6}, {"D", 'D', 8}, {"L", 'L', 1}}, {" WK01 -3.5 20070322T",
                                                                            " 0002          "
                                                                            "      ?"}),
      ledger);
  EXPECT_THAT(rows.header(), ElementsAre("CODE", "X", "D", "L"));
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows.cell(0, 0), "WK01");
  EXPECT_EQ(rows.cell(0, 1), "-3.5");
  EXPECT_EQ(rows.cell(0, 2), "20070322");
  EXPECT_EQ(rows.cell(0, 3), "T");
  EXPECT_EQ(rows.cell(1, 0), "0002");
  EXPECT_EQ(rows.cell(1, 1), "");
  EXPECT_EQ(rows.cell(1, 3), "");
  EXPECT_EQ(rows.number_style, base::NumberStyle::point);
  EXPECT_TRUE(ledger.empty());
}

TEST(ParseDbf, SkipsDeletedRecordsAndCountsThem) {
  base::Ledger ledger;
  const table::Rows rows = parse(
      dbf(kFields, {row("A", "1"), row("B", "2", '*'), row("C", "3", '*'), row("D", "4")}), ledger);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows.line(1), 4);
  ASSERT_EQ(ledger.count("deleted-record"), 1U);
  EXPECT_THAT(base::to_text(ledger.issues()[0].message), HasSubstr("skipped: 2"));
}

TEST(ParseDbf, TakesTheEncodingFromTheCpgFile) {
  const std::string utf8 = dbf(kFields, {row("aé", "1")});
  const std::string windows = dbf(kFields, {row("a\xe9z", "1")});
  base::Ledger ledger;
  for (const char* cpg : {"UTF-8", "utf8\r\n", "65001"})
    EXPECT_EQ(parse(utf8, ledger, cpg).cell(0, 0), "aé") << cpg;
  for (const char* cpg : {"ANSI 1252", "1252\n", "ISO-8859-1", "ISO 88591", "8859_1", "Latin1"}) {
    EXPECT_EQ(parse(windows, ledger, cpg).cell(0, 0), "aéz") << cpg;
    EXPECT_EQ(parse(utf8, ledger, cpg).cell(0, 0), "aÃ©") << cpg;
  }
  EXPECT_TRUE(ledger.empty());
}

TEST(ParseDbf, TakesTheEncodingFromTheLanguageByteElseFromTheText) {
  base::Ledger ledger;
  EXPECT_EQ(parse(dbf(kFields, {row("aé", "1")}, '\x57'), ledger).cell(0, 0), "aÃ©");
  EXPECT_EQ(parse(dbf(kFields, {row("aé", "1")}), ledger).cell(0, 0), "aé");
  EXPECT_EQ(parse(dbf(kFields, {row("a\xe9", "1")}), ledger).cell(0, 0), "aé");
  EXPECT_TRUE(ledger.empty());
}

TEST(ParseDbf, SaysWhenTheEncodingIsUnknownOrDoesNotFit) {
  base::Ledger ledger;
  EXPECT_EQ(parse(dbf(kFields, {row("a\xe9", "1")}), ledger, "KOI8-R").cell(0, 0), "aé");
  EXPECT_THAT(base::to_text(ledger.issues().at(0).message), HasSubstr("'KOI8-R' is not known"));
  EXPECT_EQ(parse(dbf(kFields, {row("a", "1")}, '\x01'), ledger).cell(0, 0), "a");
  EXPECT_THAT(base::to_text(ledger.issues().at(1).message), HasSubstr("'0x01' is not known"));
  EXPECT_EQ(ledger.count("encoding-unknown"), 2U);
  EXPECT_EQ(parse(dbf(kFields, {row("a", "1"), row("a\xe9z", "1")}), ledger, "UTF-8").cell(1, 0),
            "aéz");
  ASSERT_EQ(ledger.count("not-utf8"), 1U);
  EXPECT_EQ(ledger.issues().at(2).place.line, 2);
}

TEST(ParseDbf, DropsALetterCutInHalfByItsField) {
  base::Ledger ledger;
  EXPECT_EQ(parse(dbf(kFields, {row("abc\xc3", "1")}), ledger, "UTF-8").cell(0, 0), "abc");
  EXPECT_EQ(parse(dbf(kFields, {row("ab\xe2\x82", "1"), row("é", "2")}), ledger).cell(0, 0), "ab");
  EXPECT_TRUE(ledger.empty());
}

TEST(ParseDbf, LeavesFieldsOfOtherTypesEmptyAndWarns) {
  base::Ledger ledger;
  const table::Rows rows =
      parse(dbf({{"CODE", 'C', 4}, {"MEMO", 'M', 4}}, {" A   \x01\x02\x03\x04"}), ledger);
  EXPECT_EQ(rows.cell(0, 1), "");
  ASSERT_EQ(ledger.count("field-type-unknown"), 1U);
  EXPECT_EQ(ledger.issues()[0].place.column, 2);
}

TEST(ParseDbf, SaysWhatIsWrong) {
  const std::string good = dbf(kFields, {row("A", "1"), row("B", "2"), row("C", "3")});
  EXPECT_EQ(failure(good), "no failure");
  EXPECT_THAT(failure(good.substr(0, good.size() - 5)),
              HasSubstr("it promises 3 records, but holds 2"));
  EXPECT_THAT(failure(good.substr(0, 80)), HasSubstr("in the middle of its header"));
  EXPECT_THAT(failure("code,naam\n1,2\n3,4\n5,6\n7,8\n9,10\n11,12\n"), HasSubstr("no dBASE table"));
  EXPECT_THAT(failure(""), HasSubstr("no dBASE table"));
  std::string narrow = good;
  narrow[10] = 3;
  EXPECT_THAT(failure(narrow), HasSubstr("do not fit in its records"));
  EXPECT_THAT(failure(dbf({{"A", 'C', 1}, {"A", 'C', 1}}, {})), HasSubstr("'A' occurs twice"));
  for (std::size_t length = 0; length + 1 < good.size(); ++length)
    EXPECT_NE(failure(good.substr(0, length)), "no failure") << length;
}

TEST(ReadDbf, FindsTheCpgFileBesideIt) {
  const support::Scratch scratch;
  const std::string bytes = dbf(kFields, {row("aé", "1")});
  base::Ledger ledger;
  const auto path = scratch.file("a.dbf", bytes);
  EXPECT_EQ(read_dbf(path, ledger).cell(0, 0), "aé");
  (void)scratch.file("a.cpg", "1252");
  EXPECT_EQ(read_dbf(path, ledger).cell(0, 0), "aÃ©");
}

TEST(ReadDbf, ReadsThePublishedTables) {
  const char* data = std::getenv("WIJKBEELD_DATA");
  const std::filesystem::path folder =
      std::filesystem::path(data != nullptr ? data
                                            : std::string(WIJKBEELD_ROOT) + "/../shared/data") /
      "cbs" / "wijk_2016";
  if (!std::filesystem::exists(folder))
    GTEST_SKIP() << "the folder with published data is not here";
  base::Ledger ledger;
  const table::Rows wijken = read_dbf(folder / "wijk_2016.dbf", ledger);
  EXPECT_EQ(wijken.size(), 2981U);
  EXPECT_EQ(wijken.header().size(), 36U);
  EXPECT_EQ(wijken.cell(0, wijken.column("WK_CODE")), "WK000300");
  EXPECT_EQ(wijken.cell(0, wijken.column("AANT_INW")), "12000");
  for (const char* file : {"wijk_2016.dbf", "gem_2016.dbf"}) {  // the second has no .cpg
    const table::Rows rows = read_dbf(folder / file, ledger);
    bool is_found = false;
    for (std::size_t r = 0; r < rows.size(); ++r)
      is_found = is_found || rows.cell(r, rows.column("GM_NAAM")) == "Súdwest-Fryslân";
    EXPECT_TRUE(is_found) << file;
  }
  EXPECT_EQ(read_dbf(folder / "gem_2016.dbf", ledger).size(), 390U);
  EXPECT_TRUE(ledger.empty());
}

}  // namespace
}  // namespace wijkbeeld::codec
