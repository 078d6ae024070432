// SPDX-License-Identifier: EUPL-1.2
#include "cli/text_table.hpp"

#include <gmock/gmock.h>

#include "cli/layout.hpp"
#include "cli/print_tables.hpp"

namespace wijkbeeld::cli {
namespace {

using base::say;
using table::Absence;
using table::Value;

table::Table some_table() {
  table::Table table{"t", say("Files")};
  table::Column name{{"name", say("name")}, table::Texts{}};
  table::Column year{{"wave", say("wave"), std::string(unit::kYear)}, table::Integers{}};
  table::Column count{{"areas", say("areas")}, table::Integers{}};
  table::Column score{{"score", say("score"), std::string(unit::kScore)}, table::Reals{}};
  name.add(Value<std::string>("'s-Gravenhage Zuidwest"));
  name.add(Value<std::string>("Café"));
  year.add(Value<std::int64_t>(2012));
  year.add(Value<std::int64_t>(2014));
  count.add(Value<std::int64_t>(12345));
  count.add(Value<std::int64_t>(Absence::withheld));
  score.add(Value<double>(4.1631));
  score.add(Value<double>(Absence::not_collected));
  table.columns = {name, year, count, score};
  return table;
}

TEST(TextTable, AlignsColumnsAndSaysWhyAValueIsAbsent) {
  EXPECT_EQ(text_table(some_table(), {}),
            "Bestanden\n"
            "naam                    meting        gebieden  score (punten)\n"
            "'s-Gravenhage Zuidwest    2012          12.345           4,163\n"
            "Café                      2014  achtergehouden               –\n");
}

TEST(TextTable, ShortensTextToTheWidthOfTheTerminal) {
  EXPECT_EQ(text_table(some_table(), {.language = base::Language::en, .width = 48}),
            "Files\n"
            "name              wave     areas  score (points)\n"
            "'s-Gravenhage Z…  2012    12,345           4.163\n"
            "Café              2014  withheld               –\n");
}

TEST(TextTable, NeverShortensANumber) {
  EXPECT_THAT(text_table(some_table(), {.width = 20}), testing::HasSubstr("12.345"));
}

TEST(TextTable, MarksHeadsWhenColoursAreWanted) {
  EXPECT_THAT(text_table(some_table(), {.has_color = true}),
              testing::StartsWith("\x1b[1mBestanden\x1b[0m\n\x1b[2mnaam"));
}

TEST(TextTable, ShowsEachUnitInItsOwnWay) {
  const auto shown = [](std::string_view unit, double value) {
    table::Table table{"t", say("Files")};
    table::Column column{{"x", say("x"), std::string(unit)}, table::Reals{}};
    column.add(Value<double>(value));
    table.columns = {column};
    const std::string text = text_table(table, {});
    const std::size_t last = text.find_last_of('\n', text.size() - 2);
    std::string line = text.substr(last + 1, text.size() - last - 2);
    line.erase(0, line.find_first_not_of(' '));
    return line;
  };
  EXPECT_EQ(shown(unit::kShare, 0.471), "47,1%");
  EXPECT_EQ(shown(unit::kPeople, 1240.4), "1.240");
  EXPECT_EQ(shown(unit::kChange, 0.0086479), "+0,0086");
  EXPECT_EQ(shown(unit::kError, 0.00005), "0,00005");
  EXPECT_EQ(shown("", 1.5), "1,500");
}

TEST(Shortened, CountsCharactersAndNotBytes) {
  EXPECT_EQ(shortened("Café", 4), "Café");
  EXPECT_EQ(shortened("Cafés", 4), "Caf…");
  EXPECT_EQ(shortened("Cafés", 0), "");
}

TEST(Padded, FillsBeforeOrBehind) {
  EXPECT_EQ(padded("é", 3), "é  ");
  EXPECT_EQ(padded("é", 3, true), "  é");
  EXPECT_EQ(padded("lang", 2), "lang");
}

TEST(Wrapped, BreaksAtBlanksAndIndentsWhatFollows) {
  EXPECT_EQ(wrapped("een twee drie vier", 9, 2), "een twee\n  drie\n  vier");
  EXPECT_EQ(wrapped("eenheelandwoord x", 5), "eenheelandwoord\nx");
  EXPECT_EQ(wrapped("a b", 10, 0, 8), "a\nb");
}

TEST(ToJson, WritesEveryTableUnderItsNameAndAbsentAsNull) {
  EXPECT_EQ(to_json({some_table()}),
            "{\n"
            "  \"t\": [\n"
            "    {\n"
            "      \"name\": \"'s-Gravenhage Zuidwest\",\n"
            "      \"wave\": 2012,\n"
            "      \"areas\": 12345,\n"
            "      \"score\": 4.1631\n"
            "    },\n"
            "    {\n"
            "      \"name\": \"Café\",\n"
            "      \"wave\": 2014,\n"
            "      \"areas\": null,\n"
            "      \"score\": null\n"
            "    }\n"
            "  ]\n"
            "}\n");
}

}  // namespace
}  // namespace wijkbeeld::cli
