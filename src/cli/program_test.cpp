// SPDX-License-Identifier: EUPL-1.2
#include "cli/program.hpp"

#include <gmock/gmock.h>

#include <sstream>

#include "cli/catalogue.hpp"
#include "cli/commands.hpp"
#include "cli/complaint.hpp"

namespace wijkbeeld::cli {
namespace {

using base::say;
using testing::HasSubstr;
using testing::StartsWith;

struct Ran {
  Ending ending;
  std::string out;
  std::string err;
};

Ran ran(const std::vector<std::string>& words, const Surroundings& surroundings = {}) {
  std::ostringstream out;
  std::ostringstream err;
  const Ending ending = run_program(words, surroundings, out, err);
  return {ending, out.str(), err.str()};
}

TEST(Program, SpeaksDutchUnlessAskedOtherwise) {
  EXPECT_THAT(ran({"imprt"}).err, StartsWith("wijkbeeld: er is geen opdracht 'imprt'\n"));
  EXPECT_THAT(ran({"imprt", "--lang", "en"}).err, StartsWith("wijkbeeld: there is no command"));
  EXPECT_THAT(ran({"imprt"}, {.environment = {{"WIJKBEELD_LANG", "en"}}}).err,
              StartsWith("wijkbeeld: there is no command"));
  EXPECT_THAT(ran({"--lang=nl", "imprt"}, {.environment = {{"WIJKBEELD_LANG", "en"}}}).err,
              StartsWith("wijkbeeld: er is geen"));
}

TEST(Program, RefusesALanguageItDoesNotSpeak) {
  const Ran bad = ran({"version"}, {.environment = {{"WIJKBEELD_LANG", "fr"}}});
  EXPECT_EQ(bad.ending, Ending::usage);
  EXPECT_THAT(bad.err, HasSubstr("'fr' kan niet de waarde van WIJKBEELD_LANG zijn"));
}

TEST(Program, GivesTheOverviewWithoutWordsAsWrongUsage) {
  const Ran nothing = ran({});
  EXPECT_EQ(nothing.ending, Ending::usage);
  EXPECT_EQ(nothing.out, "");
  EXPECT_EQ(nothing.err, ran({"help"}).out);
  EXPECT_EQ(ran({"--help"}).out, ran({"help"}).out);
}

TEST(Program, ExplainsACommandInTwoWays) {
  EXPECT_EQ(ran({"help", "version"}).out, ran({"version", "--help"}).out);
  EXPECT_EQ(ran({"version", "-h", "--nonsense"}).ending, Ending::done);
}

TEST(Program, SaysItsVersion) {
  EXPECT_THAT(ran({"--version"}).out, StartsWith("wijkbeeld "));
  EXPECT_EQ(ran({"version"}).ending, Ending::done);
}

TEST(Program, FailsWhenNothingCanBePrinted) {
  std::ostringstream out;
  std::ostringstream err;
  out.setstate(std::ios::badbit);
  EXPECT_EQ(run_program({"help"}, {}, out, err), Ending::failed);
  EXPECT_THAT(err.str(), StartsWith("wijkbeeld: kan niet naar de standaarduitvoer schrijven"));
}

TEST(Commands, EachHasAPageOfHelpAndExamplesThatStartRight) {
  for (const CommandEntry& entry : commands()) {
    const std::string help = ran({"help", entry.name}).out;
    EXPECT_THAT(help, StartsWith("wijkbeeld " + entry.name + ": "));
    ASSERT_FALSE(entry.examples.empty()) << entry.name;
    for (const std::string& example : entry.examples)
      EXPECT_THAT(example, StartsWith("wijkbeeld " + entry.name)) << entry.name;
  }
}

TEST(Commands, HelpFitsOnANarrowScreen) {
  Surroundings narrow{.is_out_terminal = true, .columns = 60};
  for (const CommandEntry& entry : commands()) {
    std::istringstream lines(ran({"help", entry.name}, narrow).out);
    for (std::string line; std::getline(lines, line);) {
      const bool may_be_long = line.starts_with("  wijkbeeld ") || line.find("~/") != line.npos;
      EXPECT_TRUE(may_be_long || line.size() <= 64) << line;  // some letters take two bytes
    }
  }
}

TEST(Complaint, SaysWhatWhereWhyAndWhatToDo) {
  const base::Failure failure = base::Failure(say("there is no command '{}'", "x"))
                                    .at({"plan.toml", "", 3, 7})
                                    .because(say("failed; nothing is left half-written"))
                                    .help(say("read 'wijkbeeld help'"));
  EXPECT_EQ(complaint(failure, base::Language::nl),
            "wijkbeeld: er is geen opdracht 'x'\n"
            "  waar: plan.toml:3:7\n"
            "  waarom: mislukt; niets is half geschreven achtergebleven\n"
            "  wat nu: lees 'wijkbeeld help'\n");
}

TEST(Complaint, PutsThePlaceBeforeEachOfSeveral) {
  const base::Failures failures(
      say("the command line has {} mistakes", 2),
      {base::Failure(say("--{} is missing", "a")).at({"plan.toml", "", 3, 7}),
       base::Failure(say("--{} is missing", "b")).help(say("read 'wijkbeeld help'"))});
  EXPECT_EQ(complaint(failures, base::Language::en),
            "wijkbeeld: the command line has 2 mistakes\n"
            "  plan.toml:3:7: --a is missing\n"
            "  --b is missing\n"
            "    what to do: read 'wijkbeeld help'\n");
  EXPECT_FALSE(is_usage(failures));
}

TEST(Catalogue, HoldsTheDutchOfEveryModule) {
  EXPECT_TRUE(catalogue().has("stopped on request"));
  EXPECT_TRUE(catalogue().has("stopped on request; nothing was written"));
}

}  // namespace
}  // namespace wijkbeeld::cli
