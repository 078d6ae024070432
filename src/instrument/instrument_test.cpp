// SPDX-License-Identifier: EUPL-1.2
#include "instrument/instrument.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/failure.hpp"
#include "base/file.hpp"
#include "instrument/small_country_test.hpp"

namespace wijkbeeld::instrument {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string refusal(const std::string& definition) {
  try {
    parse_instrument(definition, "klein.toml");
  } catch (const base::Failures& failures) {
    return failures.what();
  } catch (const base::Failure& failure) {
    return failure.what();
  }
  return "no failure";
}

TEST(Instrument, ReadsAWholeDefinition) {
  const Instrument one = parse_instrument(small_definition(), "klein.toml");
  EXPECT_EQ(one.edition.id.text, "klein-instrument");
  EXPECT_EQ(one.level, area::Level::cell);
  EXPECT_EQ(one.base_wave.year, 2012);
  ASSERT_EQ(one.indicators.size(), 3u);
  EXPECT_EQ(one.find("noise")->direction, -1);
  EXPECT_EQ(one.dimension_of(*one.find("age")), 1u);
  ASSERT_EQ(one.outcomes.size(), 2u);
  EXPECT_EQ(one.outcomes[0].model, Outcome::Model::ordered_probit);
  EXPECT_EQ(one.outcomes[1].controls[2].kind, Control::Kind::time);
  EXPECT_EQ(one.fit.replications, 100);
  EXPECT_EQ(one.sha256.size(), 64u);
}

TEST(Instrument, ReadsTheDefinitionsThatShip) {
  for (const std::string path :
       {"voorbeeld-instrument/definition.toml", "open-wijk-2016/definition.toml",
        "open-wijk-2016/definition-met-herkomst.toml", "open-pc4-2020/definition.toml"}) {
    const std::string file = std::string(WIJKBEELD_ROOT) + "/examples/" + path;
    const Instrument one = parse_instrument(base::read_file(file), path);
    EXPECT_GE(one.indicators.size(), 14u) << path;
  }
}

TEST(Instrument, MayAskFewerResidentsOfCells) {
  const Instrument as_it_is = parse_instrument(small_definition(), "klein.toml");
  EXPECT_EQ(as_it_is.fewest_residents(area::Level::cell), 30);
  const std::string both = "minimum_residents = 30\nminimum_residents_cell = 5";
  const Instrument one =
      parse_instrument(small_definition_with("minimum_residents = 30", both), "klein.toml");
  EXPECT_EQ(one.fewest_residents(area::Level::cell), 5);
  EXPECT_EQ(one.fewest_residents(area::Level::buurt), 30);
  EXPECT_THAT(refusal(small_definition_with("minimum_residents = 30",
                                            "minimum_residents = 30\nminimum_residents_cell = -1")),
              HasSubstr("-1 is too few: at least 0"));
}

TEST(Instrument, LeavesOriginAndBenefitsOutUnlessAReasonIsGiven) {
  const std::string contested = "direction = \"+\"\nsensitive = \"origin\"";
  EXPECT_FALSE(parse_instrument(small_definition_with("direction = \"+\"", contested), "k")
                   .find("green")
                   ->is_included);
  EXPECT_THAT(
      refusal(small_definition_with("direction = \"+\"", contested + "\ninclude = true")),
      HasSubstr("'green' is about origin or benefits, and is off unless a reason is given"));
  EXPECT_TRUE(
      parse_instrument(small_definition_with("direction = \"+\"",
                                             contested + "\ninclude = true\nreason = { nl = "
                                                         "\"proef\", en = \"trial\" }"),
                       "k")
          .find("green")
          ->is_included);
}

TEST(Instrument, TellsAllMistakesAtOnceWithTheirPlace) {
  std::string text = small_definition();
  const auto change = [&](const std::string& from, const std::string& to) {
    text.replace(text.find(from), from.size(), to);
  };
  change("base_wave = 2012", "base_wave = 2013");
  change("kind = \"stated\"", "kind = \"statd\"");
  change("dimension = \"won\"", "dimension = \"wonen\"");
  change("transform = [\"log\"]", "transform = [\"lg\", { cap = [5, 1] }]");
  change("folds = 4", "folds = 1");
  change("unit = \"dB\"", "eenheid = \"dB\"");
  const std::string told = refusal(text);
  EXPECT_THAT(told, HasSubstr("'2013' is not a wave of this edition"));
  EXPECT_THAT(told, HasSubstr("did you mean 'stated'?"));
  EXPECT_THAT(told, HasSubstr("'age' belongs to dimension 'wonen', which is not one of: fys, won"));
  EXPECT_THAT(told, HasSubstr("did you mean 'log'?"));
  EXPECT_THAT(told, HasSubstr("a cap runs from low to high, not from 5 to 1"));
  EXPECT_THAT(told, HasSubstr("1 is too few: at least 2"));
  EXPECT_THAT(told, HasSubstr("eenheid"));
  EXPECT_THAT(told, HasSubstr("klein.toml:10:"));
}

TEST(Instrument, RefusesWhatCannotBeFitted) {
  EXPECT_THAT(refusal(small_definition_with("[fit]", "[fit]\nmethod = \"ridge\"")),
              HasSubstr("'oordeel' is fitted as an ordered model, which knows no penalty"));
  EXPECT_THAT(refusal(small_definition_with("kind = \"revealed\"",
                                            "kind = \"published\"\nedition = \"x\"")),
              HasSubstr("a published score is explained alone, not beside another outcome"));
  EXPECT_THAT(refusal(small_definition_with("id = \"noise\"", "id = \"green\"")),
              HasSubstr("the indicator 'green' is there twice"));
}

TEST(Instrument, RefusesWhatIsThereTwiceOrNotAtAll) {
  EXPECT_THAT(refusal(small_definition_with("id = \"won\"", "id = \"fys\"")),
              HasSubstr("the dimension 'fys' is there twice\n  where: klein.toml:34:6"));
  EXPECT_THAT(refusal(small_definition_with("id = \"prijs\"", "id = \"oordeel\"")),
              HasSubstr("the outcome 'oordeel' is there twice"));
  EXPECT_THAT(refusal(small_definition_with("\"buurt\", \"gemeente\"", "\"buurt\", \"buurt\"")),
              HasSubstr("the level 'buurt' is there twice"));
  EXPECT_THAT(refusal(small_definition_with("level = \"cell\"", "level = \"wijk\"") +
                      "\n[low]\nclass = 5\nname = { nl = \"l\", en = \"l\" }\n"),
              HasSubstr("5 is not a class: they run from 1 to 4"));
  EXPECT_THAT(refusal(small_definition_with("id = \"klein-instrument\"", "id = \"../klein\"")),
              HasSubstr("'../klein' cannot be the id of an instrument"));
  const std::string text = small_definition();
  EXPECT_THAT(refusal(text.substr(0, text.find("[[indicator]]"))),
              HasSubstr("an instrument needs at least one indicator that counts"));
  EXPECT_THAT(refusal(""), HasSubstr("an instrument needs at least one dimension"));
}

TEST(Instrument, TellsOneMistakeOnce) {
  // What follows from a mistake is no second one.
  const std::string kind =
      refusal(small_definition_with("kind = \"revealed\"", "kind = \"survey\""));
  EXPECT_THAT(kind, HasSubstr("'survey' is not one of: stated, revealed, published"));
  EXPECT_THAT(kind, Not(HasSubstr("unknown key")));
  EXPECT_THAT(kind, Not(HasSubstr("is missing")));
  const std::string base =
      refusal(small_definition_with("base_wave = 2012", "base_wave = \"2012\""));
  EXPECT_THAT(base, Not(HasSubstr("is not a wave")));
  EXPECT_THAT(refusal(small_definition_with("base_wave = 2012", "base_wave = 2012\nspread = nan")),
              Not(HasSubstr("must be more than 0")));
}

}  // namespace
}  // namespace wijkbeeld::instrument
