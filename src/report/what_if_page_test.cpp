// SPDX-License-Identifier: EUPL-1.2
#include "report/what_if_page.hpp"

#include <gmock/gmock.h>

#include "report/causal_verbs.hpp"
#include "report/html.hpp"
#include "support/all_texts.hpp"
#include "support/tiny_instrument.hpp"

namespace wijkbeeld::report {
namespace {

using base::Language;
using instrument::Change;
using ::testing::HasSubstr;
using ::testing::Not;

class WhatIfPage : public ::testing::Test {
 protected:
  std::string page(std::vector<Change> changes, Language language = Language::nl) {
    const instrument::Scored scored = tiny.scored();
    const answer::WhatIfAnswer answer =
        answer::what_if({std::move(changes), area::Level::wijk, series::Wave{2012}},
                        tiny.instrument, tiny.fitted.model, scored, tiny.project);
    return to_html(what_if_document(answer, language, support::all_texts()), support::all_texts());
  }
  support::TinyFit tiny;
};

TEST_F(WhatIfPage, TellsWhatWasAskedAndWhoMoves) {
  const std::string html =
      page({{"verhuizers", Change::Kind::factor, 3}, {"groen", Change::Kind::without, 0}});
  EXPECT_THAT(html, HasSubstr("Wat als: Klein &amp; &lt;eigen&gt; in 2012"));
  EXPECT_THAT(html, HasSubstr("Groen &amp; &lt;water&gt; telt niet mee"));
  EXPECT_THAT(html, HasSubstr("Verhuizers telt 3,00 keer zo zwaar"));
  EXPECT_THAT(html, HasSubstr("Gebieden die van klasse veranderen"));
  EXPECT_THAT(html, HasSubstr("Van de "));
}

TEST_F(WhatIfPage, SaysThatNothingWasChanged) {
  const std::string html = page({}, Language::en);
  EXPECT_THAT(html, HasSubstr("nothing changes yet"));
  EXPECT_THAT(html, Not(HasSubstr("Areas that change class")));
}

TEST_F(WhatIfPage, ClaimsNoCauses) {
  for (const Language language : {Language::nl, Language::en})
    EXPECT_TRUE(
        find_causal_verbs(page({{"groen", Change::Kind::factor, 2}}, language), language).empty());
}

}  // namespace
}  // namespace wijkbeeld::report
