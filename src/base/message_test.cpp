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

TEST(Catalogue, HasAFormForOne) {
  const Catalogue catalogue = with(
      "msgid \"{} of {} area rose\"\nmsgid_plural \"{} of {} areas rose\"\n"
      "msgstr[0] \"{} van {} gebied steeg\"\nmsgstr[1] \"{} van {} gebieden stegen\"\n"
      "\nmsgid \"{} people\"\nmsgstr \"{} mensen\"\n");
  const auto rose = [](const char* of, std::int64_t areas) {
    return say("{} of {} areas rose", of, Count{areas});
  };
  EXPECT_EQ(render(rose("half", 1), catalogue, Language::nl), "half van 1 gebied steeg");
  EXPECT_EQ(render(rose("half", 1), catalogue, Language::en), "half of 1 area rose");
  EXPECT_EQ(render(rose("half", 2), catalogue, Language::nl), "half van 2 gebieden stegen");
  EXPECT_EQ(render(rose("half", 0), catalogue, Language::en), "half of 0 areas rose");
  EXPECT_EQ(render(say("{} people", Count{1}), catalogue, Language::nl), "1 mensen");
}

TEST(Catalogue, LooksAtTheFirstNumberOfThings) {
  const Catalogue catalogue = with(
      "msgid \"{} area, {} people\"\nmsgid_plural \"{} areas, {} people\"\n"
      "msgstr[0] \"{} gebied, {} mensen\"\nmsgstr[1] \"{} gebieden, {} mensen\"\n");
  EXPECT_EQ(render(say("{} areas, {} people", Count{2}, Count{1}), catalogue, Language::nl),
            "2 gebieden, 1 mensen");
}

TEST(Render, BeginsASentenceWithACapital) {
  const Catalogue none;
  EXPECT_EQ(render(say("{} of the areas rose.", Percent{0.001}), none, Language::nl),
            "Minder dan 1% of the areas rose.");
  EXPECT_EQ(render(say("{} of the areas", Percent{0.001}), none, Language::nl),
            "minder dan 1% of the areas");
  EXPECT_EQ(render(say("so {} rose.", Percent{0.9999}), none, Language::en),
            "so more than 99% rose.");
  EXPECT_EQ(render(say("{} of the areas rose.", Percent{0.5}), none, Language::en),
            "50% of the areas rose.");
}

TEST(Catalogue, RefusesAnotherKeyword) {
  Catalogue catalogue;
  EXPECT_THROW(catalogue.add("msgid \"a\"\nmsgtxt \"b\"\n", "x.po"), Failure);
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
