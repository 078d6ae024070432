// SPDX-License-Identifier: EUPL-1.2
#include "chart/palette.hpp"

#include <gtest/gtest.h>

#include <set>

#include "chart/parsed_svg_test.hpp"
#include "chart/sample_charts_test.hpp"

namespace wijkbeeld::chart {
namespace {

TEST(Contrast, AgreesWithTheDefinition) {
  EXPECT_NEAR(contrast("#000000", "#ffffff"), 21.0, 1e-9);
  EXPECT_NEAR(contrast("#ffffff", "#ffffff"), 1.0, 1e-9);
  // #767676 on white is the well-known grey that just passes.
  EXPECT_NEAR(contrast("#767676", "#ffffff"), 4.54, 0.005);
  EXPECT_EQ(contrast("#123456", "#fedcba"), contrast("#fedcba", "#123456"));
}

TEST(Words, HaveContrastOnEveryFill) {
  for (const Palette p :
       {Palette::situation, Palette::development, Palette::clusters, Palette::sequence})
    for (const Colour fill : colours(p))
      EXPECT_GE(contrast(text_on(fill), fill), 4.5) << fill;
}

TEST(Words, AreInkOnEveryTint) {
  for (const auto& tints : {kNeutralTints, kLowerTints, kHigherTints})
    for (const Colour tint : tints)
      EXPECT_GE(contrast(kInk, tint), 4.5) << tint;
}

TEST(Words, HaveContrastOnThePageInBothModes) {
  for (const Colour paper : {kPaper, kPanel, kLand, kWater}) {
    EXPECT_GE(contrast(kInk, paper), 4.5) << paper;
    EXPECT_GE(contrast(kQuiet, paper), 4.5) << paper;
  }
  for (const Colour paper : {kDarkPaper, kDarkPanel, kDarkLand, kDarkWater}) {
    EXPECT_GE(contrast(kDarkInk, paper), 4.5) << paper;
    EXPECT_GE(contrast(kDarkQuiet, paper), 4.5) << paper;
  }
  for (const Colour c : kComparison)
    EXPECT_GE(contrast(c, kPaper), 4.5) << c;
  for (const Colour c : kDarkComparison)
    EXPECT_GE(contrast(c, kDarkPaper), 4.5) << c;
  for (const Colour c : kClusterLines)
    EXPECT_GE(contrast(c, kPaper), 4.5) << c;
  for (const Colour c : kDarkClusterLines)
    EXPECT_GE(contrast(c, kDarkPaper), 4.5) << c;
}

TEST(Marks, HaveAContrastOfThreeOrAnOutlineThatHas) {
  EXPECT_GE(contrast(kContext, kPaper), 3.0);
  EXPECT_GE(contrast(kDarkContext, kDarkPaper), 3.0);
  // Fills paler than that are drawn with a quiet outline.
  EXPECT_GE(contrast(kQuiet, kPaper), 3.0);
  EXPECT_GE(contrast(kDarkQuiet, kDarkPaper), 3.0);
}

TEST(Situation, GetsLighterFromLowToHighForAGreyPrinter) {
  for (std::size_t i = 1; i < kSituation.size(); ++i)
    EXPECT_GT(contrast(kSituation[i], "#000000"), contrast(kSituation[i - 1], "#000000") * 1.1);
}

TEST(ColourDeathTest, IsSixHexadecimalDigits) {
  EXPECT_DEATH(contrast("red", "#ffffff"), "#rrggbb");
  EXPECT_DEATH(fill_class(Palette::clusters, 5), "in its palette");
}

TEST(ChartCss, FillsInEveryProperty) {
  EXPECT_EQ(chart_css().find('$'), std::string::npos);
  EXPECT_NE(chart_css().find("var(--ink,#1d2327)"), std::string::npos);
  EXPECT_EQ(chart_css_plain().find("var("), std::string::npos);
  EXPECT_NE(chart_colours_css().find("--ink:#e8ebed"), std::string::npos);
}

TEST(ChartCss, TouchesNothingOutsideCharts) {
  const std::string css = chart_css();
  for (std::size_t at = 0; at < css.size(); at = css.find('\n', at) + 1)
    EXPECT_TRUE(css.substr(at).starts_with(".wb-") || css.substr(at).starts_with("@media print"))
        << css.substr(at, 60);
}

TEST(ChartCss, KnowsEveryClassThatDrawingsUse) {
  const std::string css = chart_css();
  std::set<std::string> used;
  for (const Sample& sample : sample_charts())
    for (const Element& e : ParsedSvg(sample.drawing.svg).elements) {
      const std::string all = e.get("class") + " ";
      for (std::size_t at = 0; at < all.size(); at = all.find(' ', at) + 1)
        if (all.find(' ', at) > at) used.insert(all.substr(at, all.find(' ', at) - at));
    }
  EXPECT_GT(used.size(), 40U);
  for (const std::string& name : used) {
    const bool is_known = css.find("." + name + "{") != std::string::npos ||
                          css.find("." + name + " ") != std::string::npos;
    EXPECT_TRUE(is_known) << name;
  }
}

}  // namespace
}  // namespace wijkbeeld::chart
