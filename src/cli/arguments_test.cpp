// SPDX-License-Identifier: EUPL-1.2
#include "cli/arguments.hpp"

#include <gmock/gmock.h>

namespace wijkbeeld::cli {
namespace {

using base::say;
using testing::ElementsAre;

Grammar some_grammar() {
  return {
      .operands = {{.name = "path",
                    .value = say("PATH"),
                    .meaning = say("PATH"),
                    .required = say("PATH"),
                    .is_many = true}},
      .options = {
          {.name = "project",
           .meaning = say("PATH"),
           .value = say("PATH"),
           .required = say("PATH")},
          {.name = "series", .meaning = say("PATH"), .value = say("PATH"), .is_repeatable = true},
          replace_option(),
          format_option(),
          threads_option()}};
}

struct Parsed {
  Arguments arguments;
  Mistakes mistakes;
};

Parsed parsed(const std::vector<std::string>& words) {
  Parsed result;
  result.arguments = parse_arguments(words, some_grammar(), result.mistakes);
  return result;
}

std::vector<std::string> faults(const std::vector<std::string>& words) {
  std::vector<std::string> texts;
  const Parsed result = parsed(words);
  for (const base::Failure& one : result.mistakes.all())
    texts.push_back(to_text(one.message()));
  return texts;
}

TEST(ParseArguments, TakesValuesBehindABlankOrAnEqualsSign) {
  const Parsed one = parsed({"a", "--project", "p.gpkg", "b", "--format=json"});
  EXPECT_TRUE(one.mistakes.empty());
  EXPECT_THAT(one.arguments.all("path"), ElementsAre("a", "b"));
  EXPECT_EQ(one.arguments.text("project"), "p.gpkg");
  EXPECT_EQ(one.arguments.text("format"), "json");
  EXPECT_FALSE(one.arguments.has("replace"));
}

TEST(ParseArguments, TakesCommonOptionsByLetter) {
  EXPECT_TRUE(parsed({"a", "--project", "p", "-q"}).arguments.has("quiet"));
}

TEST(ParseArguments, TakesEverythingBehindTwoDashesAsItStands) {
  const Parsed one = parsed({"--project", "p", "--", "--replace", "-x"});
  EXPECT_TRUE(one.mistakes.empty());
  EXPECT_THAT(one.arguments.all("path"), ElementsAre("--replace", "-x"));
}

TEST(ParseArguments, TakesADashAloneAsAWord) {
  EXPECT_THAT(parsed({"-", "--project", "p"}).arguments.all("path"), ElementsAre("-"));
}

TEST(ParseArguments, SplitsListsAtCommasAndOverOccasions) {
  const Parsed one = parsed({"a", "--project", "p", "--series", "class, score,", "--series=x"});
  EXPECT_THAT(one.arguments.list("series"), ElementsAre("class", "score", "x"));
}

TEST(ParseArguments, ReportsEveryMistakeAtOnce) {
  EXPECT_THAT(
      faults({"--format", "xml", "--replace=yes", "--threads", "--project", "p", "--project", "q"}),
      ElementsAre("'xml' cannot be the value of --format",
                  "--replace takes no value, but got 'yes'", "--threads has no value behind it",
                  "--project is given twice", "there is a word too few"));
}

TEST(ParseArguments, MissesWhatIsRequired) {
  EXPECT_THAT(faults({}), ElementsAre("there is a word too few", "--project is missing"));
}

TEST(ParseArguments, AsksNothingOfWhoAsksForHelp) {
  EXPECT_THAT(faults({"--help"}), ElementsAre());
}

TEST(ParseArguments, KnowsTheOptionPerhapsMeant) {
  const Parsed one = parsed({"a", "--project", "p", "--replce"});
  ASSERT_EQ(one.mistakes.all().size(), 1U);
  EXPECT_STREQ(one.mistakes.all().front().what(),
               "there is no option '--replce' here\n  what to do: did you mean '--replace'?");
}

TEST(ParseArguments, DoesNotBlameTheValueOfAnUnknownOption) {
  Mistakes mistakes;
  parse_arguments({"--uot", "map"}, {}, mistakes);
  EXPECT_EQ(mistakes.all().size(), 1U);
}

TEST(ParseArguments, RefusesAWordTooMany) {
  Mistakes mistakes;
  parse_arguments({"word"}, {}, mistakes);
  ASSERT_EQ(mistakes.all().size(), 1U);
  EXPECT_EQ(to_text(mistakes.all().front().message()), "'word' is one word too many");
}

TEST(Arguments, GivesWholeNumbersInTheirRange) {
  Mistakes mistakes;
  const Arguments good = parsed({"--threads", "4"}).arguments;
  EXPECT_EQ(good.whole("threads", 1, 8, mistakes), 4);
  EXPECT_EQ(good.whole("absent", 1, 8, mistakes), std::nullopt);
  EXPECT_EQ(good.workers(mistakes).count, 4U);
  EXPECT_TRUE(mistakes.empty());
  for (const char* bad : {"0", "9", "x", "1.5"})
    EXPECT_FALSE(parsed({"--threads", bad}).arguments.whole("threads", 1, 8, mistakes));
  EXPECT_EQ(mistakes.all().size(), 4U);
}

TEST(Mistakes, AreOneFailureOrSeveralOfWrongUsage) {
  Mistakes mistakes;
  EXPECT_NO_THROW(mistakes.check("import"));
  mistakes.add(say("PATH"));
  try {
    mistakes.check("import");
    FAIL();
  } catch (const base::Failure& failure) {
    EXPECT_EQ(failure.kind(), base::Failure::Kind::usage);
    EXPECT_STREQ(failure.what(), "PATH\n  what to do: read 'wijkbeeld help import'");
  }
  mistakes.add(say("FORMAT"));
  try {
    mistakes.check("");
    FAIL();
  } catch (const base::Failures& failures) {
    EXPECT_STREQ(failures.what(),
                 "the command line has 2 mistakes\nPATH\nFORMAT\n  what to do: read 'wijkbeeld "
                 "help'");
  }
}

TEST(SplitCommand, FindsTheCommandBehindCommonOptions) {
  const SplitWords split = split_command({"--lang", "en", "-q", "import", "a", "--lang=nl"});
  EXPECT_EQ(split.command, "import");
  EXPECT_THAT(split.rest, ElementsAre("--lang", "en", "-q", "a", "--lang=nl"));
  EXPECT_EQ(split_command({"--lang"}).command, "");
}

}  // namespace
}  // namespace wijkbeeld::cli
