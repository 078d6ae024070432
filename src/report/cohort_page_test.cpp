// SPDX-License-Identifier: EUPL-1.2
#include "report/cohort_page.hpp"

#include <gmock/gmock.h>

#include "report/causal_verbs.hpp"
#include "report/html.hpp"
#include "study/cohort_study.hpp"
#include "support/all_texts.hpp"
#include "support/tiny_study.hpp"

namespace wijkbeeld::report {
namespace {

using base::Language;
using ::testing::HasSubstr;
using ::testing::Not;

class CohortPage : public ::testing::Test {
 protected:
  Document of(const study::CohortQuestion& question, Language language = Language::nl) {
    const study::Panel panel(edition, area::Level::wijk, {2016}, project);
    const study::Findings findings = study::study_cohorts(
        study::cohort_plan(question, panel), panel, study::nation_study(panel), project);
    return cohort_document(findings, answer::answers(findings),
                           answer::cohort_shift(findings, "gekozen", "andere"),
                           {language, "1.2.3", {}}, support::all_texts());
  }
  std::string text(const study::CohortQuestion& question, Language language = Language::nl) {
    return to_plain_text(of(question, language), support::all_texts());
  }

  instrument::Edition edition = support::tiny_edition();
  series::Project project = support::tiny_project(support::tiny_areas(false));
};

study::CohortQuestion weak() {
  return {"", "score in 2012 <= 3.5", "", true};
}

TEST_F(CohortPage, SaysWhoBelongsAndHowTheyDid) {
  const std::string words = text(weak());
  EXPECT_THAT(words, HasSubstr("De groep heeft 3 van de 6 wijken, met 1.750 inwoners."));
  EXPECT_THAT(words, HasSubstr("daalde de gemiddelde score van de groep"));
  EXPECT_THAT(words, HasSubstr("De vergelijkingsgroep: alle andere gebieden."));
  EXPECT_THAT(words, HasSubstr("WK990101"));
}

TEST_F(CohortPage, HasTheChaptersOfAStudyThatHaveFindings) {
  std::vector<std::string> ids;
  for (const Chapter& one : of(weak()).chapters)
    ids.push_back(one.id);
  EXPECT_EQ(ids, (std::vector<std::string>{"verloop", "dimensies", "matrix", "cohorten"}));
}

TEST_F(CohortPage, LeadsToNoFileThatIsNotThere) {
  for (const char* file : {"annex.xlsx", "findings.json", "Tabel "})
    EXPECT_THAT(text(weak()), Not(HasSubstr(file)));
}

TEST_F(CohortPage, TellsWhoMovesWhenTheRuleMoves) {
  study::CohortQuestion question = weak();
  question.other = "score in 2012 <= 3.2";
  const Document document = of(question);
  EXPECT_EQ(document.chapters.front().id, "verschuiving");
  const std::string words = to_plain_text(document, support::all_texts());
  EXPECT_THAT(words, HasSubstr("Er komt geen gebied bij."));
  EXPECT_THAT(words, HasSubstr("1 gebied met 250 inwoners gaat eraf."));
}

TEST_F(CohortPage, IsWholeWithoutResidentsAndWithEveryArea) {
  EXPECT_THAT(text({"", "all", "", true}), HasSubstr("De groep heeft 6 van de 6 wijken"));
  std::vector<support::TinyArea> areas = support::tiny_areas(false);
  for (auto& one : areas)
    one.residents.reset();
  project = support::tiny_project(areas);
  const std::string words = text(weak());
  EXPECT_THAT(words, HasSubstr("hun inwonertal is niet bekend"));
  EXPECT_THAT(words, Not(HasSubstr(" 0 inwoners")));
}

TEST_F(CohortPage, ClaimsNoCausesAndIsAllInOneLanguage) {
  study::CohortQuestion question = weak();
  question.other = "residents >= 800";
  for (const Language language : {Language::nl, Language::en})
    for (const CausalVerb& verb : find_causal_verbs(text(question, language), language))
      ADD_FAILURE() << verb.phrase << ": " << verb.context;
  for (const char* english : {" the ", " areas ", " wave"})
    EXPECT_THAT(text(question), Not(HasSubstr(english)));
}

}  // namespace
}  // namespace wijkbeeld::report
