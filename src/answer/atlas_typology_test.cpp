// SPDX-License-Identifier: EUPL-1.2
#include "answer/atlas_typology.hpp"

#include <gtest/gtest.h>

#include "base/catalogue.hpp"
#include "support/all_texts.hpp"
#include "support/tiny_project.hpp"

namespace wijkbeeld::answer {
namespace {

// Limits 3 and 4, mean 3.5: a level is weak in class 1. A change counts from a fifth of 0.1.
instrument::Edition typed_edition() {
  instrument::Edition out = support::tiny_edition();
  out.waves = {{2008}, {2012}, {2014}};
  out.score_waves = out.waves;
  return out;
}

TEST(AtlasTypology, TakesItsLimitsFromTheEdition) {
  instrument::Edition edition = typed_edition();
  const auto plan = atlas_typology(edition, {2014});
  ASSERT_TRUE(plan);
  EXPECT_EQ(plan->since.year, 2008);
  EXPECT_EQ(plan->stall.year, 2012);
  EXPECT_EQ(plan->last.year, 2014);
  EXPECT_DOUBLE_EQ(plan->threshold, 0.02);
  ASSERT_EQ(plan->lines.size(), 4U);
  EXPECT_EQ(plan->lines[3].when.text(), "class in 2014 >= 2 and improved from 2008 to 2014");
  edition.reference.constant = 4.5;  // now the mean is in class 3
  EXPECT_EQ(atlas_typology(edition, {2014})->lines[3].when.text(),
            "class in 2014 >= 3 and improved from 2008 to 2014");
}

TEST(AtlasTypology, NeedsAClassBelowTheMean) {
  instrument::Edition edition = typed_edition();
  edition.reference.constant = 2.5;
  EXPECT_FALSE(atlas_typology(edition, {2014}));
}

TEST(AtlasTypology, NeedsLimitsOfDevelopmentAndBothWaves) {
  instrument::Edition edition = typed_edition();
  edition.development.reset();
  EXPECT_FALSE(atlas_typology(edition, {2014}));
  EXPECT_FALSE(atlas_typology(support::tiny_edition(), {2014}));  // no 2008
  EXPECT_FALSE(atlas_typology(typed_edition(), {2012}));          // nothing after the stall
}

TEST(TypeRules, AreToldInTheLanguageOfTheReader) {
  const Figure threshold{"t", 0.02, Unit::error, {}};
  const auto rules = type_rules(typed_edition(), {2014}, threshold);
  ASSERT_EQ(rules.size(), 4U);
  const auto words = [&](std::size_t i, base::Language language) {
    return base::render(rules[i], support::all_texts(), language);
  };
  EXPECT_EQ(words(3, base::Language::en),
            "Succes!: class 2 or higher in 2014, and improved since 2008");
  EXPECT_EQ(words(3, base::Language::nl),
            "Succes!: klasse 2 of hoger in 2014, en vooruitgegaan sinds 2008");
  EXPECT_EQ(words(0, base::Language::nl).rfind("Terugval: klasse 1 of lager in 2014", 0), 0U);
  EXPECT_NE(words(0, base::Language::nl).find("0,02"), std::string::npos);
}

TEST(TypeRules, AreNoneWithoutAPlan) {
  EXPECT_TRUE(type_rules(support::tiny_edition(), {2014}, {}).empty());
}

}  // namespace
}  // namespace wijkbeeld::answer
