// SPDX-License-Identifier: EUPL-1.2
#include "report/explain_page.hpp"

#include <gmock/gmock.h>

#include "report/causal_verbs.hpp"
#include "report/html.hpp"
#include "support/all_texts.hpp"
#include "support/tiny_instrument.hpp"

namespace wijkbeeld::report {
namespace {

using base::Language;
using ::testing::HasSubstr;
using ::testing::Not;

class ExplainPage : public ::testing::Test {
 protected:
  answer::Explanation explained(const char* code) {
    return answer::explain(answer::whole_question(scored.levels, {code}), tiny.instrument,
                           tiny.fitted.model, scored, tiny.project, {1});
  }
  static std::string text(const answer::Explanation& found, Language language = Language::nl) {
    return to_plain_text(explanation_document(found, language, "1.2.3", support::all_texts()),
                         support::all_texts());
  }
  support::TinyFit tiny;
  instrument::Scored scored = tiny.scored();
};

TEST_F(ExplainPage, SaysOnWhichSideOfTheReferenceTheScoreLies) {
  answer::Explanation found = explained("WK990100");
  found.deviation.value = 0.25;
  EXPECT_THAT(text(found), HasSubstr("Dat is 0,250 punt boven de referentie"));
  found.deviation.value = -0.25;
  EXPECT_THAT(text(found), HasSubstr("Dat is 0,250 punt onder de referentie"));
  EXPECT_THAT(text(found, Language::en), HasSubstr("0.250 points below the reference"));
}

TEST_F(ExplainPage, SaysWhichWayTheScoreWent) {
  answer::Explanation found = explained("WK990100");
  ASSERT_TRUE(found.change.has_value());
  found.change->change.value = 0.1;
  EXPECT_THAT(text(found), HasSubstr("De score steeg 0,100 punt"));
  found.change->change.value = -0.1;
  EXPECT_THAT(text(found), HasSubstr("De score daalde 0,100 punt"));
  found.change.reset();
  EXPECT_THAT(text(found), Not(HasSubstr("De verandering van")));
}

TEST_F(ExplainPage, PutsTheLargestContributionFirst) {
  answer::Explanation found = explained("WK990100");
  ASSERT_FALSE(found.dimensions.empty());
  answer::ExplainedIndicator& last = found.dimensions.back().indicators.back();
  last.contribution.value = 9;
  const std::string page = text(found);
  EXPECT_THAT(page,
              HasSubstr("‘" + last.indicator->name.nl + "’ draagt het meest bij (9,000 punt)"));
}

TEST_F(ExplainPage, ClaimsNoCauses) {
  for (const Language language : {Language::nl, Language::en})
    for (const CausalVerb& verb :
         find_causal_verbs(text(explained("WK990100"), language), language))
      ADD_FAILURE() << verb.phrase << ": " << verb.context;
}

}  // namespace
}  // namespace wijkbeeld::report
