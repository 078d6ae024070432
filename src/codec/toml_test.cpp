// SPDX-License-Identifier: EUPL-1.2
#include "codec/toml.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.hpp"

namespace wijkbeeld::codec {
namespace {

using base::say;
using testing::ElementsAre;
using testing::HasSubstr;

// The mistakes that finish() throws, one line each.
std::vector<std::string> mistakes(TomlDocument& document) {
  try {
    document.finish(say("the plan has mistakes"));
  } catch (const base::Failures& failures) {
    std::vector<std::string> lines;
    for (const base::Failure& failure : failures.all())
      lines.push_back(base::to_text(*failure.place()) + " " + base::to_text(failure.message()) +
                      (failure.advice().empty() ? "" : " | " + to_text(failure.advice()[0])));
    return lines;
  }
  return {};
}

TEST(TomlDocument, GivesValuesOfEachType) {
  TomlDocument document(
      "title = \"Kwetsbare wijken\"\nseed = 42\nshare = 0.25\nwhole = 3\nlist = true\n"
      "start = 2007-03-22\nwaves = [2012, 2014]\nlimits = [3.46, 4]\nnames = [\"a\", 'b']\n",
      "plan.toml");
  const TomlNode root = document.root();
  EXPECT_EQ(root["title"].text(), "Kwetsbare wijken");
  EXPECT_EQ(root["seed"].integer(), 42);
  EXPECT_EQ(root["share"].real(), 0.25);
  EXPECT_EQ(root["whole"].real(), 3.0);
  EXPECT_TRUE(root["list"].boolean_or(false));
  EXPECT_EQ(root["start"].date(), "2007-03-22");
  EXPECT_THAT(root["limits"].reals(), ElementsAre(3.46, 4.0));
  EXPECT_THAT(root["names"].texts(), ElementsAre("a", "b"));
  ASSERT_EQ(root["waves"].items().size(), 2U);
  EXPECT_EQ(root["waves"].items()[1].integer(), 2014);
  EXPECT_THAT(mistakes(document), ElementsAre());
}

TEST(TomlDocument, GivesDefaultsForWhatIsAbsent) {
  TomlDocument document("", "plan.toml");
  const TomlNode root = document.root();
  EXPECT_EQ(root["a"].text_or("x"), "x");
  EXPECT_EQ(root["b"].integer_or(7), 7);
  EXPECT_EQ(root["c"].real_or(0.5), 0.5);
  EXPECT_TRUE(root["d"].boolean_or(true));
  EXPECT_FALSE(root["e"].date().has_value());
  EXPECT_TRUE(root["f"].items().empty() && root["f"].texts().empty() && root["f"].reals().empty());
  EXPECT_TRUE(root["g"]["h"]["i"].keys().empty());
  EXPECT_FALSE(root["g"]["h"]["i"].exists());
  EXPECT_THAT(mistakes(document), ElementsAre());
}

TEST(TomlDocument, KnowsTheKindOfAValue) {
  TomlDocument document("t = 'x'\ni = 1\nl = []\n[table]\n", "plan.toml");
  const TomlNode root = document.root();
  EXPECT_TRUE(root["t"].is_text() && root["i"].is_integer() && root["l"].is_list() &&
              root["table"].is_table() && root.is_table());
  EXPECT_FALSE(root["t"].is_integer() || root["i"].is_text() || root["l"].is_table() ||
               root["none"].is_list() || root["none"].is_text());
  EXPECT_THAT(mistakes(document), ElementsAre());
}

TEST(TomlDocument, ListsKeysInTheOrderOfTheFile) {
  TomlDocument document("[means]\n2016 = 1.0\n2002 = 2.0\n'2014' = 3.0\n", "plan.toml");
  EXPECT_THAT(document.root()["means"].keys(), ElementsAre("2016", "2002", "2014"));
}

TEST(TomlDocument, PointsAtTheValue) {
  TomlDocument document("a = 1\n[cohort]\n  rule = \"class < 4\"\n", "plan.toml");
  const TomlNode cohort = document.root()["cohort"];
  EXPECT_EQ(cohort["rule"].place(), (base::Place{"plan.toml", "", 3, 10}));
  EXPECT_EQ(cohort["other"].place(), cohort.place());
  EXPECT_EQ(cohort.place().line, 2);
}

TEST(TomlDocument, ReportsEightMistakesAtOnceInOrderOfPlace) {
  TomlDocument document(
      "title = 12\n"                         // 1 wrong type
      "langauge = \"nl\"\n"                  // 2 unknown, near a known one
      "seed = 1.5\n"                         // 3 wrong type
      "waves = 2012\n"                       // 4 no list
      "\n[[cohort]]\nname = \"weak\"\n"      //
      "[[cohort]]\nfrom = \"2007-03-22\"\n"  // 5 missing name, 6 no date
      "[typology]\nthreshold = true\n"       // 7 wrong type
      "[zzzzzzzz]\ninner = [1]\n",           // 8 unknown, once for the whole table
      "plan.toml");
  const TomlNode root = document.root();
  (void)root["title"].text();
  (void)root["language"].text_or("nl");
  (void)root["seed"].integer_or(0);
  EXPECT_TRUE(root["waves"].items().empty());
  for (const TomlNode& cohort : root["cohort"].items()) {
    (void)cohort["name"].text();
    (void)cohort["from"].date();
  }
  (void)root["typology"]["threshold"].real();
  EXPECT_THAT(
      mistakes(document),
      ElementsAre("plan.toml:1:9 'title' must be a text, not 12 | put it between double quotes",
                  "plan.toml:2:1 unknown key 'langauge' | did you mean 'language'?",
                  "plan.toml:3:8 'seed' must be a whole number, not 1.5",
                  "plan.toml:4:9 'waves' must be a list, not 2012 | "
                  "put it between [ and ], or under a [[heading]]",
                  "plan.toml:8:1 'cohort[2].name' is missing",
                  "plan.toml:9:8 'cohort[2].from' must be a date, not \"2007-03-22\" | "
                  "write it as 2007-03-22, without quotes",
                  "plan.toml:11:13 'typology.threshold' must be a number, not true",
                  "plan.toml:12:2 unknown key 'zzzzzzzz' | the keys that can stand here are: "
                  "title, language, seed, waves, cohort, typology"));
}

TEST(TomlDocument, ReportsAMissingTableOnceAndNotEachOfItsKeys) {
  TomlDocument document("", "plan.toml");
  const TomlNode study = document.root()["study"];
  EXPECT_EQ(study["title"].text(), "");
  EXPECT_EQ(study["level"]["name"].integer(), 0);
  EXPECT_EQ(study["share"].real(), 0.0);
  EXPECT_THAT(mistakes(document), ElementsAre("plan.toml 'study' is missing"));
}

TEST(TomlDocument, ReportsAWrongTableOnceAndNotEachOfItsKeys) {
  TomlDocument document("study = \"x\"\nlist = [{a = 1}]\nyes = \"true\"\n", "plan.toml");
  const TomlNode root = document.root();
  EXPECT_EQ(root["study"]["title"].text(), "");
  EXPECT_EQ(root["study"]["level"].integer_or(3), 3);
  EXPECT_TRUE(root["study"].keys().empty());
  EXPECT_EQ(root["list"].text_or("none"), "none");  // its inner 'a' is not reported as well
  EXPECT_FALSE(root["yes"].boolean_or(false));
  EXPECT_THAT(mistakes(document),
              ElementsAre("plan.toml:1:9 'study' must be a table, not \"x\"",
                          "plan.toml:2:8 'list' must be a text, not [...] | "
                          "put it between double quotes",
                          "plan.toml:3:7 'yes' must be true or false, not \"true\" | "
                          "without quotes, in small letters"));
}

TEST(TomlDocument, RefusesNumbersThatAreNotFinite) {
  TomlDocument document("a = nan\nb = inf\n", "plan.toml");
  EXPECT_EQ(document.root()["a"].real(), 0.0);
  EXPECT_EQ(document.root()["b"].real_or(2), 2.0);
  EXPECT_THAT(mistakes(document), ElementsAre("plan.toml:1:5 'a' must be a number, not nan",
                                              "plan.toml:2:5 'b' must be a number, not inf"));
}

TEST(TomlDocument, KeepsTheMistakesOfItsReader) {
  TomlDocument document("waves = [2014, 2012]\n", "plan.toml");
  const TomlNode second = document.root()["waves"].items()[1];
  second.mistake(say("waves rise in time"), say("put {} first", second.integer()));
  second.mistake(say("waves rise in time"), say("put {} first", second.integer()));
  EXPECT_THAT(mistakes(document),
              ElementsAre("plan.toml:1:16 waves rise in time | put 2012 first"));
}

TEST(TomlDocument, SaysInWhichLineAHeadingIsCutShort) {
  for (const char* text : {"a = 1\n[\n", "a = 1\n[", "a = 1\n[[", "a = 1\n[b.\n"}) {
    try {
      TomlDocument(text, "plan.toml");
      FAIL() << text;
    } catch (const base::Failure& failure) {
      EXPECT_EQ(failure.place()->line, 2) << text;
      EXPECT_THAT(failure.what(), HasSubstr("no valid TOML"));
    }
  }
}

TEST(TomlDocument, SaysWhatIsWrongWithTextThatIsNoToml) {
  try {
    TomlDocument("a = 1\nb = [1, 2\nc = 3\n", "plan.toml");
    FAIL();
  } catch (const base::Failure& failure) {
    EXPECT_EQ(failure.place()->line, 3);
    EXPECT_GT(failure.place()->column, 0);
    EXPECT_THAT(failure.what(), HasSubstr("plan.toml:3:"));
    EXPECT_THAT(failure.what(), HasSubstr("no valid TOML"));
  }
}

TEST(TomlDocument, SaysInOurWordsWhatPeopleGetWrong) {
  const std::vector<std::pair<const char*, const char*>> cases = {
      {"id = proef\n", "a text stands between double quotes"},
      {"id = \"proef\n", "is not closed on its line"},
      {"id = \"\"\"proef\n", "is never closed"},
      {"id \"proef\"\n", "between a name and its value stands a ="},
      {"titel: \"a\"\n", "between a name and its value stands a ="},
      {"id =\n", "there is no value behind the ="},
      {"a = 1\na = 2\n", "'a' stands here for the second time"},
      {"[a]\n[a]\n", "'a' stands here for the second time"},
      {"[[cohort]\n", "a heading is not closed"},
      {"a = [1, 2\nb = 3\n", "a list lacks a comma"},
      {"a = {b = 1\n", "between braces is not closed"},
      {"a = {b = 1,}\n", "a comma too many"},
      {"a = 1,5\n", "decimals stand behind a point"},
      {"a = \"x\" b = 2\n", "goes on with 'b'"},
      {"a = True\n", "in small letters"},
      {"a = 01\n", "a code stands between double quotes"},
      {"a = 2014-13-01\n", "this is no date"},
      {"a = 1..2\n", "this is no number"},
      {"a = \"C:\\q\"\n", "write it twice"},
      {"<html>\n", "not with '<'"},
      {"a = \"\xff\"\n", "save it as UTF-8"},
      {"a = 99999999999999999999\n", "the reader of TOML says, in English: "},
  };
  for (const auto& [text, told] : cases) {
    try {
      const TomlDocument document(text, "plan.toml");
      ADD_FAILURE() << text;
    } catch (const base::Failure& failure) {
      EXPECT_THAT(failure.what(), HasSubstr(told)) << text;
    }
  }
}

TEST(TomlNode, KeepsThePlaceOfAMistakeAnotherParserFound) {
  TomlDocument document("rule = \"class << 4\"\nother = \"x\"\n", "plan.toml");
  document.root()["rule"].mistake(
      base::Failure(say("expected a sign")).at({"plan.toml", "", 1, 15}));
  document.root()["other"].mistake(base::Failure(say("expected a rule")));
  try {
    document.finish(say("mistakes"));
    FAIL();
  } catch (const base::Failures& failures) {
    ASSERT_EQ(failures.all().size(), 2U);
    EXPECT_EQ(failures.all()[0].place()->column, 15);
    EXPECT_EQ(failures.all()[1].place()->line, 2);
  }
}

TEST(TomlDocument, RefusesLettersWithAccentsOutsideQuotes) {
  for (const char* text : {"één = 1\n", "a = 1 é\n", "a\u3001 = 1\n", "a = \"\"\"x\\\n é\"\"\"é\n",
                           "[kop é]\n", "\u2000é = 1\n", "\uff00 = 1\n"}) {
    try {
      const TomlDocument document(text, "plan.toml");
      ADD_FAILURE() << text;
    } catch (const base::Failure& failure) {
      EXPECT_THAT(failure.what(), HasSubstr("no valid TOML")) << text;
    }
  }
  TomlDocument document("# één\n'één' = \"\"\"x\\\n é\"\"\"\n", "plan.toml");
  EXPECT_EQ(document.root()["één"].text(), "xé");
}

}  // namespace
}  // namespace wijkbeeld::codec
