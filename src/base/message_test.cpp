// SPDX-License-Identifier: EUPL-1.2
#include "base/message.hpp"

#include <gtest/gtest.h>

#include "base/catalogue.hpp"
#include "base/failure.hpp"

namespace wijkbeeld::base {
namespace {

Catalogue with(std::string_view po) {
  Catalogue catalogue;
  catalogue.add(po, "test.po");
  return catalogue;
}

TEST(Render, ShowsALoneBraceAsItIs) {
  Catalogue catalogue;
  catalogue.add("msgid \"a\"\nmsgstr \"b {\"\n", "nl.po");
  EXPECT_EQ(render(say("a"), catalogue, Language::nl), "b {");
}

TEST(Render, FillsArgumentsInTheLanguage) {
  const Catalogue catalogue = with("msgid \"{} of {} areas\"\nmsgstr \"{} van de {} gebieden\"\n");
  const Message message = say("{} of {} areas", Count{31}, Count{1180});
  EXPECT_EQ(render(message, catalogue, Language::nl), "31 van de 1.180 gebieden");
  EXPECT_EQ(render(message, catalogue, Language::en), "31 of 1,180 areas");
}

TEST(Render, LetsATranslationReorder) {
  const Catalogue catalogue = with("msgid \"{} in {}\"\nmsgstr \"in {2}: {1}\"\n");
  EXPECT_EQ(render(say("{} in {}", "a", "b"), catalogue, Language::nl), "in b: a");
}

TEST(Render, KeepsEnglishWhereNoTranslationExists) {
  EXPECT_EQ(render(say("a {{brace}}"), Catalogue{}, Language::nl), "a {brace}");
}

TEST(Render, PassesFiguresToThePage) {
  Argument figure{Percent{0.26}, "cohort_change/x#share"};
  const Rendering html{[](std::string_view text) { return std::string(text); },
                       [](const Argument& a, std::string_view shown) {
                         return "<" + a.figure + "|" + std::string(shown) + ">";
                       }};
  EXPECT_EQ(render(say("that is {}", figure), Catalogue{}, Language::nl, html),
            "that is <cohort_change/x#share|26%>");
}

TEST(Catalogue, ReadsContinuedAndEscapedText) {
  const Catalogue catalogue =
      with("# note\nmsgid \"\"\n\"a \"\n\"b\"\nmsgstr \"\"\n\"x\\ny \\\"z\\\"\"\n");
  EXPECT_EQ(catalogue.translate("a b", Language::nl), "x\ny \"z\"");
}

TEST(Catalogue, RefusesTwoTranslationsOfOneText) {
  Catalogue catalogue = with("msgid \"a\"\nmsgstr \"b\"\n");
  EXPECT_THROW(catalogue.add("msgid \"a\"\nmsgstr \"c\"\n", "other.po"), Failure);
}

TEST(Catalogue, SaysWhereItIsMalformed) {
  try {
    with("msgid \"a\"\nmsgstr b\n");
    FAIL();
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.place()->line, 2);
  }
}

TEST(Failure, TellsWhatWhereWhyAndWhatToDo) {
  const Failure failure = Failure(say("cannot read '{}'", "a.xlsx"))
                              .at({"a.xlsx", "wijk", 12, 3})
                              .because(say("it stops halfway"))
                              .help(say("download it again"));
  EXPECT_STREQ(failure.what(),
               "cannot read 'a.xlsx'\n  where: a.xlsx, wijk:12:3\n  why: it stops halfway\n"
               "  what to do: download it again");
}

}  // namespace
}  // namespace wijkbeeld::base
