// SPDX-License-Identifier: EUPL-1.2
#include "study/rule.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/tiny_project.hpp"

namespace wijkbeeld::study {
namespace {

using support::tiny_edition;
using support::tiny_project;
using ::testing::HasSubstr;

const std::vector<support::TinyArea> kAreas = {
    {"WK990100", "Aa", 1000, {1, 1, 2}, {2.9, 3.1}, {-0.3, -0.2}, {-0.3, -0.2}},
    {"WK990101", "Bee", 500, {2, 2, 2}, {3.5, 3.2}, {0.0, 0.0}, {0.0, -0.3}},
    {"WK990102", "Cee", std::nullopt, {3, 3, 3}, {4.2, 4.2}, {0.4, 0.4}, {0.3, 0.3}},
    {"WK990103", "Dee", 2000, {std::nullopt, 2, std::nullopt}, {3.2, std::nullopt}},
};

class RuleTest : public ::testing::Test {
 protected:
  std::string where(const std::string& text, double threshold = 0) const {
    const Rule rule = Rule::parse(text, {"plan.toml"});
    std::string names;
    for (std::size_t row = 0; row < panel.size(); ++row) {
      const auto holds = rule.holds(panel, row, threshold);
      names += holds ? (*holds ? panel.area(row).name : "-") : "?";
      names += ' ';
    }
    return names;
  }
  static std::string refused(const std::string& text) {
    try {
      if (Selection::is_selection(text))
        Selection::parse(text, {"plan.toml", "", 7, 8});
      else
        Rule::parse(text, {"plan.toml", "", 7, 8});
    } catch (const base::Failure& failure) {
      return failure.what();
    }
    return "accepted";
  }
  instrument::Edition edition = tiny_edition();
  series::Project project = tiny_project(kAreas);
  Panel panel{edition, area::Level::wijk, {2016}, project};
};

TEST_F(RuleTest, ComparesClassScoreAndResidents) {
  EXPECT_EQ(where("class <= 2 in 2002"), "Aa Bee - ? ");
  EXPECT_EQ(where("class in 2002 <= 2"), "Aa Bee - ? ");
  EXPECT_EQ(where("residents >= 1000"), "Aa - ? Dee ");
  EXPECT_EQ(where("score > 3.3 in 2012"), "- Bee Cee - ");
  EXPECT_EQ(where("all"), "Aa Bee Cee Dee ");
}

TEST_F(RuleTest, TakesAnAbsentValueForUnknownAndNotForFalse) {
  EXPECT_EQ(where("not class <= 2 in 2002"), "- - Cee ? ");
  EXPECT_EQ(where("class <= 2 in 2002 and residents >= 1000"), "Aa - - ? ");
  EXPECT_EQ(where("class <= 2 in 2002 or residents >= 1000"), "Aa Bee ? Dee ");
}

TEST_F(RuleTest, UnderstandsChangesAndTheThreshold) {
  EXPECT_EQ(where("change from 2012 to 2014 < -t", 0.2), "- Bee - ? ");
  EXPECT_EQ(where("change from 2012 to 2014 < -t", 0.4), "- - - ? ");
  EXPECT_EQ(where("development from 2012 to 2014 = 1"), "- Bee - ? ");
  EXPECT_EQ(where("contribution.vei < 0 in 2014"), "Aa Bee - ? ");
}

TEST_F(RuleTest, TakesImprovedFromScores) {
  EXPECT_EQ(where("improved from 2012 to 2014"), "Aa - - ? ");
  EXPECT_EQ(where("declined from 2012 to 2014"), "- Bee - ? ");
}

TEST_F(RuleTest, ComparesWithTheNationByResidents) {
  // (1000 x 3.1 + 500 x 3.2) / 1500 = 3.1333: the area without residents does not count.
  EXPECT_NEAR(*panel.national_mean({2014}), 3.13333333, 1e-6);
  EXPECT_EQ(where("score < nation in 2014"), "Aa - - ? ");
}

TEST_F(RuleTest, BindsAndTighterThanOr) {
  EXPECT_EQ(where("class = 3 in 2002 or class = 1 in 2002 and residents > 5000"), "- - Cee ? ");
  EXPECT_EQ(where("(class = 3 in 2002 or class = 1 in 2002) and residents > 500"), "Aa - ? ? ");
}

TEST_F(RuleTest, SaysWhatIsWrongAndWhere) {
  EXPECT_THAT(refused("klass <= 4 in 2002"), HasSubstr("did you mean 'class'?"));
  EXPECT_THAT(refused("class << 4 in 2002"), HasSubstr("expected one of < <= > >= ="));
  EXPECT_THAT(refused("class << 4 in 2002"), HasSubstr("plan.toml:7:15"));
  EXPECT_THAT(refused("class <= four in 2002"), HasSubstr("expected a number, found 'four'"));
  EXPECT_THAT(refused("class <= 4"), HasSubstr("say in which wave"));
  EXPECT_THAT(refused("change < 0 in 2014"), HasSubstr("a change needs two waves"));
  EXPECT_THAT(refused("change from 2014 to 2012 < 0"), HasSubstr("earlier to a later wave"));
  EXPECT_THAT(refused("class <= 4 in 2002 residents > 1"), HasSubstr("expected 'and', 'or'"));
  EXPECT_THAT(refused("residents > 1 in 2002"), HasSubstr("leave out the wave"));
  EXPECT_THAT(refused("residents < nation"), HasSubstr("only a score"));
  EXPECT_THAT(refused("(all"), HasSubstr("stops where ')' is expected"));
  EXPECT_THAT(refused(""), HasSubstr("the rule is empty"));
  EXPECT_THAT(refused(std::string(4000, '(') + "all"), HasSubstr("nested too deeply"));
}

TEST_F(RuleTest, NeverSubtractsAcrossEditions) {
  EXPECT_THAT(refused("change from lbm2-2016:2012 to lbm3-2022:2014 < 0"),
              HasSubstr("subtracts edition 'lbm2-2016' from edition 'lbm3-2022'"));
  const Rule other = Rule::parse("score < 3 in lbm3-2022:2014", {"plan.toml"});
  EXPECT_THROW(other.check(edition, {}), base::Failure);
}

TEST_F(RuleTest, KnowsTheWavesAndDimensionsOfItsEdition) {
  const auto told = [&](const char* text) {
    try {
      Rule::parse(text, {}).check(edition, {"plan.toml", "", 3, 1});
    } catch (const base::Failure& failure) {
      return std::string(failure.what());
    }
    return std::string("accepted");
  };
  EXPECT_THAT(told("class <= 4 in 2003"), HasSubstr("no wave 2003"));
  EXPECT_THAT(told("contribution.bev < 0 in 2014"), HasSubstr("its dimensions are won, vei"));
  EXPECT_EQ(told("contribution.vei < 0 in 2014"), "accepted");
}

TEST_F(RuleTest, SelectsTheLowestAndTellsOfTies) {
  const auto chosen = [&](const char* text) {
    std::string names;
    for (const std::size_t row : rows_of(Selection::parse(text, {}), panel))
      names += panel.area(row).name + " ";
    return names;
  };
  EXPECT_EQ(chosen("the 2 lowest in 2012"), "Aa Dee ");
  EXPECT_EQ(chosen("the 2 lowest in 2012 among areas with all waves"), "Aa Bee ");
  EXPECT_EQ(chosen("the 1 highest in 2014"), "Cee ");
  EXPECT_EQ(chosen("the 2 lowest in 2012 among residents <= 1000"), "Aa Bee ");
  EXPECT_EQ(chosen("the 99 lowest in 2014"), "Aa Bee Cee ");
}

TEST_F(RuleTest, BreaksTiesByCodeAndCountsThem) {
  const series::Project same = tiny_project({{"WK990105", "E", 1, {}, {3.0, 3.0}},
                                             {"WK990104", "D", 1, {}, {3.0, 3.0}},
                                             {"WK990106", "F", 1, {}, {3.0, 3.0}}});
  const Panel tied_panel(edition, area::Level::wijk, {2016}, same);
  std::size_t tied = 0;
  const Rows rows = rows_of(Selection::parse("the 1 lowest in 2014", {}), tied_panel, &tied);
  EXPECT_EQ(tied_panel.area(rows.at(0)).name, "D");
  EXPECT_EQ(tied, 2U);
}

TEST_F(RuleTest, RefusesSelectionsThatMakeNoSense) {
  EXPECT_THAT(refused("the 0 lowest in 2014"), HasSubstr("at least 1"));
  EXPECT_THAT(refused("the 1.5 lowest in 2014"), HasSubstr("whole"));
  EXPECT_THAT(refused("the 3 worst in 2014"), HasSubstr("expected 'highest', found 'worst'"));
  EXPECT_THROW(Selection::parse("the 3 lowest in 2002", {}).check(edition, {}), base::Failure);
}

}  // namespace
}  // namespace wijkbeeld::study
