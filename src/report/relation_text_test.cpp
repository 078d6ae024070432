// SPDX-License-Identifier: EUPL-1.2
#include "report/relation_text.hpp"

#include <gmock/gmock.h>

#include "report/causal_verbs.hpp"
#include "support/all_texts.hpp"
#include "support/tiny_study.hpp"

namespace wijkbeeld::report {
namespace {

using base::Language;
using ::testing::HasSubstr;

RelationText text_of(double correlation, Language language = Language::nl) {
  const series::Project project = support::tiny_project(support::tiny_areas(false));
  const instrument::Edition edition = support::tiny_edition();
  const study::Panel panel(edition, area::Level::wijk, {2016}, project);
  const answer::AtlasAreas areas = answer::atlas_areas(project, area::Level::wijk, {2016});
  const auto themes =
      answer::themes_of(edition, area::Level::wijk, {2016}, series::listed(project));
  answer::Relation relation = answer::relation(
      areas,
      answer::theme_view(panel, areas, answer::theme_named(themes, "score"), {{2012}, {2012}}),
      answer::theme_view(panel, areas, answer::theme_named(themes, "change"), {{2012}, {2014}}));
  if (correlation > 1) {
    relation.correlation.value = table::Absence::not_applicable;
  } else {
    relation.correlation.value = correlation;
  }
  return relation_text(relation, areas, support::all_texts(), language);
}

TEST(RelationTextTest, ChangesItsWordsWithTheCorrelation) {
  EXPECT_THAT(text_of(0.05).sentence, HasSubstr("gingen nauwelijks samen"));
  EXPECT_THAT(text_of(0.2).sentence, HasSubstr("ging zwak samen met een hogere"));
  EXPECT_THAT(text_of(-0.4).sentence, HasSubstr("ging redelijk samen met een lagere"));
  EXPECT_THAT(text_of(0.9).sentence, HasSubstr("ging sterk samen met een hogere"));
  EXPECT_THAT(text_of(2).sentence, HasSubstr("te weinig, of te veel gelijk"));
}

TEST(RelationTextTest, NamesQuantitiesUnitsAndQuadrants) {
  const RelationText text = text_of(0.2);
  EXPECT_EQ(text.x.title, "score (2012)");
  EXPECT_EQ(text.y.unit, "punten");
  EXPECT_EQ(text.quadrants[0].name, "beide op of boven het gemiddelde");
  EXPECT_EQ(text.quadrants[0].residents, "2.000");
  EXPECT_THAT(text.sentence, HasSubstr("over 5 wijken"));
  EXPECT_THAT(text.sentence, HasSubstr("zegt niet waarom"));
}

TEST(RelationTextTest, ClaimsNoCauses) {
  for (const double r : {0.05, -0.2, 0.4, -0.9, 2.0})
    for (const Language language : {Language::nl, Language::en})
      for (const CausalVerb& verb : find_causal_verbs(text_of(r, language).sentence, language))
        ADD_FAILURE() << verb.phrase << ": " << verb.context;
}

}  // namespace
}  // namespace wijkbeeld::report
