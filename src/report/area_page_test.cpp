// SPDX-License-Identifier: EUPL-1.2
#include "report/area_page.hpp"

#include <gmock/gmock.h>

#include "answer/mean_path.hpp"
#include "report/causal_verbs.hpp"
#include "report/html.hpp"
#include "support/all_texts.hpp"
#include "support/tiny_project.hpp"

namespace wijkbeeld::report {
namespace {

using base::Language;
using support::TinyArea;
using ::testing::HasSubstr;
using ::testing::Not;

// One wijk whose figures a test chooses, and a larger one that decides the mean of the nation.
struct Town {
  explicit Town(TinyArea one)
      : project(support::tiny_project(
            {std::move(one),
             TinyArea{"WK000201", "Ver weg", 9000, {2.0}, {3.5, 3.5}, {0, 0}, {0, 0}}})) {
    profile = answer::profile(project, editions, {"WK000101"});
  }
  std::vector<instrument::Edition> editions = {support::tiny_edition()};
  series::Project project;
  answer::Profile profile;

  [[nodiscard]] std::string text(Language language = Language::nl) const {
    return to_plain_text(area_document(profile, {language, "1.2.3"}, support::all_texts()),
                         support::all_texts());
  }
};

TinyArea low() {
  return {"WK000101", "Oost", 1000, {1.0}, {2.9, 2.5}, {-0.6, -0.8}, {0.1, -0.2}};
}
TinyArea high() {
  return {"WK000101", "Oost", 1000, {3.0}, {4.1, 4.4}, {0.6, 0.8}, {0.0, 0.1}};
}

TEST(AreaPage, SaysOnWhichSideOfTheNationItLies) {
  EXPECT_THAT(Town(low()).text(), HasSubstr("onder het landelijk gemiddelde"));
  EXPECT_THAT(Town(low()).text(), Not(HasSubstr("boven het landelijk gemiddelde;")));
  EXPECT_THAT(Town(high()).text(), HasSubstr("boven het landelijk gemiddelde;"));
  TinyArea middle = low();
  middle.scores = {3.5, 3.502};
  EXPECT_THAT(Town(middle).text(), HasSubstr("vrijwel op het landelijk gemiddelde"));
}

TEST(AreaPage, HoldsAnAreaAgainstItsGemeenteOnlyWhenThereAreOthers) {
  EXPECT_THAT(Town(low()).text(), Not(HasSubstr("Binnen de gemeente")));
}

TEST(AreaPage, SaysWhichWayTheScoreWent) {
  EXPECT_THAT(Town(low()).text(), HasSubstr("daalde de score 0,400 punt"));
  EXPECT_THAT(Town(high()).text(), HasSubstr("steeg de score 0,300 punt"));
  TinyArea still = low();
  still.scores = {2.5, 2.504};
  EXPECT_THAT(Town(still).text(), HasSubstr("bleef de score vrijwel gelijk"));
}

TEST(AreaPage, NamesTheDimensionsThatStandOut) {
  const std::string text = Town(low()).text();
  EXPECT_THAT(text, HasSubstr("Het verst onder het land lag 'woningen'"));
  EXPECT_THAT(text, Not(HasSubstr("Het verst boven het land lag")));
}

TEST(AreaPage, IsSilentOfWhatIsAbsent) {
  TinyArea unknown = low();
  unknown.residents = std::nullopt;
  unknown.classes = {std::nullopt};
  unknown.scores = {std::nullopt, std::nullopt};
  unknown.won = unknown.vei = {};
  const std::string text = Town(unknown).text();
  EXPECT_THAT(text, HasSubstr("het aantal inwoners is niet bekend"));
  for (const char* claim : {"landelijk gemiddelde;", "steeg", "daalde", "geschat als"})
    EXPECT_THAT(text, Not(HasSubstr(claim)));
}

TEST(AreaPage, ClaimsNoCauses) {
  for (const TinyArea& one : {low(), high()})
    for (const Language language : {Language::nl, Language::en})
      for (const CausalVerb& verb : find_causal_verbs(Town(one).text(language), language))
        ADD_FAILURE() << verb.phrase << ": " << verb.context;
}

TEST(AreaPage, DrawsAPathOfTwoScoresButNotOfOne) {
  const auto html = [](const TinyArea& one) {
    const Town town(one);
    return to_html(area_document(town.profile, {Language::nl, "1"}, support::all_texts()),
                   support::all_texts());
  };
  EXPECT_THAT(html(low()), HasSubstr("id=\"fig-path-tiny-wijk-2016\""));
  TinyArea once = low();
  once.scores = {2.9, std::nullopt};
  EXPECT_THAT(html(once), Not(HasSubstr("fig-path")));
}

TEST(AreaPage, TellsWhatWasNotedWhenTheDataWereRead) {
  Town town(low());
  EXPECT_THAT(town.text(), Not(HasSubstr("Opgemerkt bij het lezen")));
  town.project.ledger.add({"class-differs",
                           base::Severity::warning,
                           {"stand.xlsx", "", 3, 0},
                           base::say("the classes of {} differ", "WK000101")});
  town.project.ledger.add({"class-differs",
                           base::Severity::warning,
                           {"stand.xlsx", "", 4, 0},
                           base::say("the classes of {} differ", "WK000201")});
  town.profile = answer::profile(town.project, town.editions, {"WK000101"});
  const std::string text = town.text();
  EXPECT_THAT(text, HasSubstr("Opgemerkt bij het lezen van de gegevens"));
  EXPECT_THAT(text, HasSubstr("stand.xlsx: the classes of WK000101 differ"));
  EXPECT_THAT(text, Not(HasSubstr("WK000201 differ")));
}

TEST(AreaPage, HoldsThePathBesideThoseAlikeAndAGroup) {
  const Town town(low());
  const study::Panel panel{town.editions[0], area::Level::wijk, {2016}, town.project};
  const study::Rule rule = study::Rule::parse("score in 2014 < nation", {});
  const std::vector<std::size_t> rows{0, 1};
  const answer::RuleChoice choice{rule,
                                  base::say("below the national mean in {}", 2014),
                                  {},
                                  answer::mean_path(panel, rows, "g")};
  answer::ProfileContext context;
  context.similar = {{{"WK000201"}, "Ver weg"}};
  context.similar_means = answer::mean_path(panel, std::vector<std::size_t>{1}, "s");
  context.rules = {&choice};
  const Document made =
      area_document(town.profile, {Language::nl, "1"}, support::all_texts(), {&context, 1});
  const std::string html = to_html(made, support::all_texts());
  EXPECT_THAT(html, HasSubstr("‘lijkt erop’ is het gemiddelde van"));
  EXPECT_THAT(html, HasSubstr("‘groep’ is: onder het landelijk gemiddelde in 2014"));
  EXPECT_THAT(html, HasSubstr("id=\"t-path-tiny-wijk-2016\""));
}

TEST(AreaPage, HoldsTheDimensionsAgainstThoseOfTheFirstWave) {
  const std::string text = Town(low()).text();
  EXPECT_THAT(text, HasSubstr("De dimensies van Oost in 2012 en 2014"));
  EXPECT_THAT(text, HasSubstr("bijdrage in 2012"));
}

}  // namespace
}  // namespace wijkbeeld::report
