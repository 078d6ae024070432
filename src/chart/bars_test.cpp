// SPDX-License-Identifier: EUPL-1.2
#include "chart/bars.hpp"

#include <gtest/gtest.h>

#include "chart/parsed_svg_test.hpp"

namespace wijkbeeld::chart {
namespace {

ClassBars three_classes() {
  ClassBars c;
  c.frame = {"b", "title", "description", 680};
  c.classes = {{"1", "laag"}, {"2", "midden"}, {"3", "hoog"}};
  c.bars = {{"2012", {.2, .5, .3}}, {"2014", {.1, .5, .3}, .1}};
  c.withheld_label = "niet gepubliceerd";
  c.mean_label = "landelijk gemiddelde";
  return c;
}

std::vector<Element> segments(const ParsedSvg& svg, const std::string& css) {
  std::vector<Element> out;
  for (const Element& e : svg.with_class(css))
    if (e.number("height") == 22) out.push_back(e);
  return out;
}

TEST(ClassBars, HaveLengthsInProportionToTheShares) {
  const ParsedSvg svg(class_bars(three_classes()).svg);
  const auto low = segments(svg, "wb-s1");
  const auto mid = segments(svg, "wb-s2");
  ASSERT_EQ(low.size(), 2U);
  EXPECT_NEAR(low[0].number("width") / mid[0].number("width"), 0.4, 0.001);
  EXPECT_NEAR(low[1].number("width") / low[0].number("width"), 0.5, 0.001);
  EXPECT_NEAR(mid[0].number("x"), low[0].number("x") + low[0].number("width"), 0.011);
}

TEST(ClassBars, WriteTheShareWhereItFits) {
  ClassBars c = three_classes();
  c.bars = {{"2012", {.005, .495, .5}}};
  const ParsedSvg svg(class_bars(c).svg);
  EXPECT_TRUE(svg.has_text("50%"));
  EXPECT_FALSE(svg.has_text("0%0"));
  EXPECT_FALSE(svg.has_text("1%"));
}

TEST(ClassBars, HatchAndExplainWhatIsWithheldOnlyWhenItOccurs) {
  ClassBars c = three_classes();
  EXPECT_TRUE(ParsedSvg(class_bars(c).svg).has_text("niet gepubliceerd"));
  c.bars.pop_back();
  const ParsedSvg svg(class_bars(c).svg);
  EXPECT_FALSE(svg.has_text("niet gepubliceerd"));
  EXPECT_TRUE(svg.named("pattern").empty());
}

TEST(ClassBars, MarkTheClassOfTheNationalMean) {
  ClassBars c = three_classes();
  EXPECT_TRUE(ParsedSvg(class_bars(c).svg).with_class("wb-mark").empty());
  c.mean_class = 1;
  const ParsedSvg svg(class_bars(c).svg);
  EXPECT_EQ(svg.with_class("wb-mark").size(), 2U);  // around the class and beside its name
  EXPECT_TRUE(svg.has_text("landelijk gemiddelde"));
}

TEST(ClassBars, GiveOnlyTheDecliningArmAPatternForPrint) {
  ClassBars c = three_classes();
  EXPECT_TRUE(ParsedSvg(class_bars(c).svg).with_class("wb-print").empty());
  c.palette = Palette::development;
  c.classes.assign(7, {"1", "naam"});
  c.bars = {{"2012", {.1, .1, .1, .4, .1, .1, .1}}};
  // Three swatches and three segments.
  EXPECT_EQ(ParsedSvg(class_bars(c).svg).with_class("wb-print").size(), 6U);
}

TEST(ClassBarsDeathTest, RefuseSharesThatCannotBe) {
  ClassBars c = three_classes();
  c.bars[0].shares = {.5, .6, .1};
  EXPECT_DEATH(class_bars(c), "at most the whole");
  c.bars[0].shares = {-.1, .6, .1};
  EXPECT_DEATH(class_bars(c), "not negative");
  c.bars[0].shares = {1};
  EXPECT_DEATH(class_bars(c), "one share per class");
}

DecompositionChart two_groups() {
  DecompositionChart c;
  c.frame = {"d", "title", "description", 680};
  c.dimensions = {"Woningen", "Veiligheid"};
  c.total_label = "Totaal";
  c.absent_label = "niet gemeten";
  c.groups = {{"Lager", "", {-.01, -.02}, -.03}, {"Hoger", "", {.02, .01}, .03}};
  return c;
}

TEST(Decomposition, DrawsLowerLeftAndHigherRightOfZeroOnOneScale) {
  const ParsedSvg svg(decomposition_chart(two_groups()).svg);
  const auto zeros = svg.with_class("wb-zero");
  ASSERT_EQ(zeros.size(), 2U);
  const auto lower = svg.with_class("wb-d2");
  const auto higher = svg.with_class("wb-d6");
  ASSERT_EQ(lower.size(), 2U);
  EXPECT_NEAR(lower[0].number("x") + lower[0].number("width"), zeros[0].number("x1"), 0.02);
  EXPECT_NEAR(higher[0].number("x"), zeros[1].number("x1"), 0.02);
  EXPECT_NEAR(lower[1].number("width"), higher[0].number("width"), 0.02);
  EXPECT_NEAR(lower[1].number("width"), 2 * lower[0].number("width"), 0.03);
}

TEST(Decomposition, WritesEveryValueWithItsSign) {
  const ParsedSvg svg(decomposition_chart(two_groups()).svg);
  for (const char* words : {"−0,010", "−0,030", "+0,020", "+0,030"})
    EXPECT_TRUE(svg.has_text(words)) << words;
}

TEST(Decomposition, SaysWhereAValueIsAbsent) {
  DecompositionChart c = two_groups();
  EXPECT_FALSE(ParsedSvg(decomposition_chart(c).svg).has_text("niet gemeten"));
  c.groups[0].values[1] = std::nullopt;
  EXPECT_TRUE(ParsedSvg(decomposition_chart(c).svg).has_text("niet gemeten"));
}

TEST(Decomposition, DrawsNothingButZeros) {
  DecompositionChart c = two_groups();
  for (auto& group : c.groups) {
    group.values = {0.0, 0.0};
    group.total = 0.0;
  }
  EXPECT_NO_THROW(ParsedSvg{decomposition_chart(c).svg});
}

}  // namespace
}  // namespace wijkbeeld::chart
