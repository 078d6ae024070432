// SPDX-License-Identifier: EUPL-1.2
#include "report/causal_verbs.hpp"

#include <gtest/gtest.h>

namespace wijkbeeld::report {
namespace {

using base::Language;

TEST(CausalVerbs, AreFoundAsWholeWordsInAnyCase) {
  const auto found = find_causal_verbs("De score steeg Dankzij het beleid.", Language::nl);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].phrase, "dankzij");
  EXPECT_NE(found[0].context.find("steeg Dankzij het"), std::string::npos);
  EXPECT_TRUE(find_causal_verbs("de waarden gaven de doorslag", Language::nl).empty());
  EXPECT_EQ(find_causal_verbs("gedaald door verhuizing", Language::nl).size(), 1U);
}

TEST(CausalVerbs, AreThoseOfTheLanguage) {
  EXPECT_EQ(find_causal_verbs("It fell because of the policy.", Language::en).size(), 1U);
  EXPECT_TRUE(find_causal_verbs("It fell because of the policy.", Language::nl).empty());
}

TEST(CausalVerbs, MayBeDenied) {
  EXPECT_TRUE(find_causal_verbs("Een score zegt niets over oorzaken.", Language::nl).empty());
  EXPECT_TRUE(find_causal_verbs("It is no model of causes.", Language::en).empty());
}

TEST(CausalVerbs, IncludeSignificanceWithoutItsKind) {
  EXPECT_EQ(find_causal_verbs("een significant verschil", Language::nl).size(), 1U);
  EXPECT_TRUE(find_causal_verbs("een statistisch significant verschil", Language::nl).empty());
  EXPECT_TRUE(find_causal_verbs("statistically significant", Language::en).empty());
}

TEST(CausalVerbs, IncludeNamesThatHurtPeople) {
  EXPECT_EQ(find_causal_verbs("de slechte wijken van 2014", Language::nl).size(), 1U);
}

}  // namespace
}  // namespace wijkbeeld::report
