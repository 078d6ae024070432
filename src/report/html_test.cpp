// SPDX-License-Identifier: EUPL-1.2
#include "report/html.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wijkbeeld::report {
namespace {

using base::say;
using ::testing::HasSubstr;
using ::testing::Not;

Document small() {
  Document d;
  d.title = "Proef <&>";
  d.running_head = "Proef \"x\" </style>";
  d.lede = {Paragraph{{say("In {} areas.", base::Argument{base::Count{1234}, "t/1#areas"})},
                      Paragraph::Kind::lede}};
  TableView t{"t-1",
              say("A table"),
              {say("name"), say("areas")},
              {{say("a group")},
               {say("one <b>"), say("{}", base::Argument{base::Percent{0.471, 1}, "t/1#share"})}}};
  d.chapters = {{"een", say("First"), {t, Verbatim{"a <= b"}}}};
  return d;
}

TEST(Html, MarksEveryFigureWithItsExactValueAndItsRow) {
  const std::string html = to_html(small(), {});
  EXPECT_THAT(html, HasSubstr("<data class=\"figure\" id=\"c1\" value=\"1234\" "
                              "data-finding=\"t/1#areas\" title=\"t/1#areas\">1.234</data>"));
  EXPECT_THAT(html, HasSubstr("value=\"0.471\" data-finding=\"t/1#share\">47,1%</data>"));
}

TEST(Html, EscapesEverythingFromOutside) {
  const std::string html = to_html(small(), {});
  EXPECT_THAT(html, HasSubstr("<title>Proef &lt;&amp;&gt;</title>"));
  EXPECT_THAT(html, HasSubstr("one &lt;b&gt;"));
  EXPECT_THAT(html, HasSubstr("<code>a &lt;= b</code>"));
  EXPECT_THAT(html, Not(HasSubstr("x\" </style>")));  // nor out of a style sheet
}

TEST(Html, GivesTablesTheirHeadsAndScopes) {
  const std::string html = to_html(small(), {});
  EXPECT_THAT(html, HasSubstr("<caption><span>A table</span></caption>"));
  EXPECT_THAT(html, HasSubstr("<th scope=\"col\" class=\"n\">areas</th>"));
  EXPECT_THAT(html, HasSubstr("<th colspan=\"2\" scope=\"rowgroup\">a group</th>"));
  EXPECT_THAT(html, HasSubstr("<th scope=\"row\""));
}

TEST(Html, TellsItsLanguageAndHasASkipLink) {
  Document d = small();
  EXPECT_THAT(to_html(d, {}), HasSubstr("<html lang=\"nl\">"));
  d.language = base::Language::en;
  EXPECT_THAT(to_html(d, {}), HasSubstr("<html lang=\"en\">"));
  EXPECT_THAT(to_html(d, {}), HasSubstr("<a class=\"skip\" href=\"#inhoud\">"));
}

TEST(Html, LeavesOutEmptyBlocks) {
  Document d;
  d.chapters = {{"een", say("First"), {Paragraph{}, Bullets{}, Definitions{}, TableView{}}}};
  const std::string html = to_html(d, {});
  for (const char* tag : {"<table", "<ul", "<dl"})
    EXPECT_THAT(html, Not(HasSubstr(tag)));
}

TEST(Html, FoldsATableAndKeepsItOnPaperUnlessTold) {
  Document d = small();
  auto& t = std::get<TableView>(d.chapters[0].blocks[0]);
  t.folded_as = say("One by one");
  EXPECT_THAT(to_html(d, {}), HasSubstr("<details class=\"kept\"><summary>One by one</summary>"));
  t.is_printed = false;
  EXPECT_THAT(to_html(d, {}), HasSubstr("<details class=\"screen\">"));
}

TEST(PlainText, HasTheWordsOfEveryBlock) {
  const std::string text = to_plain_text(small(), {});
  for (const char* words : {"Proef", "In 1.234 areas.", "First", "A table", "a group", "47,1%"})
    EXPECT_THAT(text, HasSubstr(words));
}

}  // namespace
}  // namespace wijkbeeld::report
