// SPDX-License-Identifier: EUPL-1.2
#include "report/study_report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "base/file.hpp"
#include "report/causal_verbs.hpp"
#include "report/findings_json.hpp"
#include "report/html.hpp"
#include "study/tables.hpp"
#include "support/all_texts.hpp"
#include "support/tiny_study.hpp"

namespace wijkbeeld::report {
namespace {

using base::Language;
using support::tiny_findings;
using support::TinyStudy;
using ::testing::HasSubstr;
using ::testing::Not;

OutputOptions options(Language language) {
  return {language, "1.2.3", "wijkbeeld study plan.toml"};
}

std::string report_of(const study::Findings& findings, Language language = Language::nl) {
  return study_report(findings, answer::answers(findings), options(language), support::all_texts());
}

// Every combination of what a study may have.
std::vector<TinyStudy> combinations() {
  std::vector<TinyStudy> out;
  for (int bits = 0; bits < 64; ++bits) {
    TinyStudy what;
    what.with_headline = (bits & 1) != 0;
    what.with_typology = (bits & 2) != 0;
    what.with_classes = (bits & 4) != 0;
    what.with_second_edition = (bits & 8) != 0;
    what.with_outlines = (bits & 16) != 0;
    what.with_residents = (bits & 32) == 0;
    out.push_back(what);
  }
  return out;
}

std::set<std::string> values_of(const std::string& html, const std::string& attribute) {
  std::set<std::string> out;
  const std::string start = attribute + "=\"";
  for (std::size_t at = html.find(start); at != std::string::npos; at = html.find(start, at + 1)) {
    const std::size_t begin = at + start.size();
    out.insert(html.substr(begin, html.find('"', begin) - begin));
  }
  return out;
}

TEST(StudyReport, ReadsWithoutCausalVerbsInEveryCombinationAndBothLanguages) {
  for (const TinyStudy& what : combinations())
    for (const Language language : {Language::nl, Language::en}) {
      const auto findings = tiny_findings(what);
      const Document document = study_document(findings, answer::answers(findings),
                                               options(language), support::all_texts());
      for (const CausalVerb& one :
           find_causal_verbs(to_plain_text(document, support::all_texts()), language))
        ADD_FAILURE() << one.phrase << ": " << one.context;
    }
}

TEST(StudyReport, LeadsEveryFigureToARowOfTheFindings) {
  for (const TinyStudy& what : combinations()) {
    const auto findings = tiny_findings(what);
    const auto answers = answer::answers(findings);
    const std::string json = findings_json(findings, answers, study::tables(findings), "1.2.3");
    for (const std::string& id : values_of(report_of(findings), "data-finding")) {
      const std::string row = id.starts_with("answers/") ? id : id.substr(0, id.find('#'));
      EXPECT_THAT(json, HasSubstr("\"" + row + "\": {")) << id;
    }
  }
}

TEST(StudyReport, IsAllInDutchUnlessEnglishIsAsked) {
  TinyStudy what;
  what.with_second_edition = true;
  const auto findings = tiny_findings(what);
  const Document document = study_document(findings, answer::answers(findings),
                                           options(Language::nl), support::all_texts());
  const std::string text = to_plain_text(document, support::all_texts());
  for (const char* english : {" the ", " residents", " areas", " wave"})
    EXPECT_THAT(text, Not(HasSubstr(english)));
  EXPECT_THAT(report_of(findings, Language::en), HasSubstr("The figures as a table"));
}

TEST(StudyReport, SaysSoWhenResidentsAreNotOnRecord) {
  for (TinyStudy what : combinations()) {
    what.with_residents = false;
    const auto findings = tiny_findings(what);
    const Document document = study_document(findings, answer::answers(findings),
                                             options(Language::nl), support::all_texts());
    const std::string text = to_plain_text(document, support::all_texts());
    EXPECT_THAT(text, HasSubstr("Het inwonertal is niet bekend"));
    EXPECT_THAT(text, HasSubstr("waarvan het inwonertal niet bekend is"));
    for (const char* empty : {" 0 inwoners", "– inwoners", "– van de inwoners", "– punten"})
      EXPECT_THAT(text, Not(HasSubstr(empty)));
  }
}

TEST(StudyReport, NeedsNothingElse) {
  const std::string html = report_of(tiny_findings());
  for (const char* outside : {"<script", "src=\"", "<link", "@import", "url(http"})
    EXPECT_THAT(html, Not(HasSubstr(outside)));
}

TEST(StudyReport, UsesEachIdOnce) {
  TinyStudy what;
  what.with_second_edition = true;
  what.with_outlines = true;
  const std::string html = report_of(tiny_findings(what));
  std::vector<std::string> ids;
  for (std::size_t at = html.find(" id=\""); at != std::string::npos;
       at = html.find(" id=\"", at + 1))
    ids.push_back(html.substr(at + 5, html.find('"', at + 5) - at - 5));
  std::sort(ids.begin(), ids.end());
  EXPECT_EQ(std::adjacent_find(ids.begin(), ids.end()), ids.end())
      << *std::adjacent_find(ids.begin(), ids.end());
}

TEST(StudyReport, ChangesItsLedeWhenTheFiguresCross) {
  TinyStudy pace;
  pace.keeps_pace = true;
  const std::string fell = report_of(tiny_findings());
  const std::string rose = report_of(tiny_findings(pace));
  EXPECT_THAT(fell, HasSubstr("daalde de gemiddelde score van de groep"));
  EXPECT_THAT(fell, HasSubstr("de groep bleef achter"));
  EXPECT_THAT(rose, HasSubstr("steeg de gemiddelde score van de groep"));
  EXPECT_THAT(rose, HasSubstr("de groep liep in"));
}

TEST(StudyReport, HasOnlyChaptersWithFindings) {
  TinyStudy what;
  what.with_typology = false;
  what.with_headline = false;
  const std::string html = report_of(tiny_findings(what));
  EXPECT_THAT(html, Not(HasSubstr("id=\"typen\"")));
  EXPECT_THAT(html, Not(HasSubstr("id=\"toetsen\"")));
  EXPECT_THAT(html, HasSubstr("id=\"land\""));
  EXPECT_THAT(html, HasSubstr("id=\"herhalen\""));
}

TEST(StudyReport, ShowsTheMapWhenThereAreOutlines) {
  TinyStudy what;
  what.with_outlines = true;
  const std::string html = report_of(tiny_findings(what));
  EXPECT_THAT(html, HasSubstr("id=\"map-situation-tiny\""));
  EXPECT_THAT(html, HasSubstr("id=\"map-types-weak\""));
  EXPECT_THAT(html, HasSubstr("verzonnen kaart"));
  EXPECT_THAT(report_of(tiny_findings()), Not(HasSubstr("id=\"map-")));
}

TEST(StudyReport, SaysWhoseResidentsAreWeighedAndWhatWasRefused) {
  const std::string html = report_of(tiny_findings());
  EXPECT_THAT(html, HasSubstr("verzonnen, 2016"));
  EXPECT_THAT(html, HasSubstr("value-refused"));
  EXPECT_THAT(html, HasSubstr("vreemd.txt"));
}

}  // namespace
}  // namespace wijkbeeld::report
