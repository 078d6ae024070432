// SPDX-License-Identifier: EUPL-1.2
#include "report/compare_page.hpp"

#include <gmock/gmock.h>

#include "report/causal_verbs.hpp"
#include "report/html.hpp"
#include "support/all_texts.hpp"
#include "support/tiny_study.hpp"

namespace wijkbeeld::report {
namespace {

using base::Language;
using ::testing::HasSubstr;
using ::testing::Not;

class ComparePage : public ::testing::Test {
 protected:
  Document of(const std::vector<std::string>& codes, Language language = Language::nl) {
    std::vector<answer::Profile> profiles;
    for (const std::string& code : codes)
      profiles.push_back(answer::profile(project, editions, {code}));
    comparison = answer::compare(std::move(profiles));
    return compare_document(comparison, {language, "1.2.3", {}}, support::all_texts());
  }
  std::string text(const std::vector<std::string>& codes, Language language = Language::nl) {
    return to_plain_text(of(codes, language), support::all_texts());
  }

  std::vector<instrument::Edition> editions{support::tiny_edition()};
  series::Project project = support::tiny_project(support::tiny_areas(false));
  answer::Comparison comparison;
};

TEST_F(ComparePage, SaysWhoIsHighestAndWhatMoved) {
  const std::string words = text({"WK990100", "WK990200"});
  EXPECT_THAT(words, HasSubstr("Naast elkaar: Aa, Dee"));
  EXPECT_THAT(words, HasSubstr("In 2014 was de score het hoogst in Dee (4,400) en het laagst in Aa "
                               "(2,600): een verschil van 1,800 punt."));
  EXPECT_THAT(words, HasSubstr("Van 2012 tot 2014 steeg de score in 1 van de 2 gebieden"));
  EXPECT_THAT(words, Not(HasSubstr("overlappen")));
}

TEST_F(ComparePage, DrawsUpToFourInOneChartAndMoreInPanels) {
  const auto html = [&](const std::vector<std::string>& codes) {
    return to_html(of(codes), support::all_texts());
  };
  const std::string few = html({"WK990100", "WK990101", "WK990102", "WK990200"});
  EXPECT_THAT(few, HasSubstr("id=\"fig-paths-tiny\""));
  EXPECT_THAT(html({"WK990100", "WK990101", "WK990102", "WK990200", "WK990201"}),
              HasSubstr("id=\"fig-paths-tiny\""));
}

TEST_F(ComparePage, TellsNamesApart) {
  project = support::tiny_project({support::TinyArea{"WK000100", "Centrum", 10, {1}, {2.0, 2.2}},
                                   support::TinyArea{"WK000200", "Centrum", 20, {1}, {3.0, 3.1}}});
  EXPECT_THAT(text({"WK000100", "WK000200"}),
              HasSubstr("Naast elkaar: Centrum (WK000100), Centrum (WK000200)"));
}

TEST_F(ComparePage, OfAreasWithoutAnEditionInCommonSaysWhy) {
  editions.push_back(support::tiny_edition());
  editions.back().id = {"other"};
  project = support::tiny_project({support::TinyArea{"WK990100", "Aa", 10, {1}, {2.0, 2.0}}});
  const series::Project other =
      support::tiny_project({support::TinyArea{"WK990200", "Bee", 20, {1}, {3.0, 3.0}}}, "other");
  for (const series::Series& one : other.series)
    project.series.push_back(one);
  const Document document = of({"WK990100", "WK990200"});
  EXPECT_TRUE(document.chapters.empty());
  EXPECT_THAT(to_plain_text(document, support::all_texts()),
              HasSubstr("Geen editie heeft cijfers van twee van deze gebieden"));
}

TEST_F(ComparePage, NamesAnAreaWithoutScoresAndClaimsNothingOfIt) {
  const std::string words = text({"WK990100", "WK990202"});
  EXPECT_THAT(words, HasSubstr("Gee"));
  EXPECT_THAT(words, Not(HasSubstr("het hoogst")));
}

TEST_F(ComparePage, ClaimsNoCauses) {
  for (const Language language : {Language::nl, Language::en})
    for (const CausalVerb& verb :
         find_causal_verbs(text({"WK990100", "WK990200", "WK990202"}, language), language))
      ADD_FAILURE() << verb.phrase << ": " << verb.context;
}

}  // namespace
}  // namespace wijkbeeld::report
