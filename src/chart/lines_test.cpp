// SPDX-License-Identifier: EUPL-1.2
#include "chart/lines.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/random.hpp"
#include "chart/parsed_svg_test.hpp"
#include "chart/text_width.hpp"

namespace wijkbeeld::chart {
namespace {

constexpr auto kNone = std::nullopt;

LineChart plain_chart() {
  LineChart c;
  c.frame = {"c", "title", "description", 680};
  c.waves = {{2002, "2002"}, {2008, "2008"}, {2012, "2012"}, {2014, "2014"}};
  c.lines = {{"Cohort", LineStyle::cohort, {3.7, 3.8, 3.9, 3.85}}};
  return c;
}

std::string line_path(const ParsedSvg& svg) {
  for (const Element& e : svg.with_class("wb-line"))
    if (e.name == "path") return e.get("d");
  return "";
}

std::size_t count(const std::string& text, char c) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), c));
}

TEST(LineChart, HasATimeAxisToScaleWithTicksAtTheWavesOnly) {
  const ParsedSvg svg(line_chart(plain_chart()).svg);
  const auto ticks = svg.with_class("wb-axis");
  ASSERT_EQ(ticks.size(), 4U);
  const double per_year = (ticks[3].number("x1") - ticks[0].number("x1")) / 12;
  EXPECT_NEAR(ticks[1].number("x1") - ticks[0].number("x1"), 6 * per_year, 0.02);
  EXPECT_NEAR(ticks[2].number("x1") - ticks[1].number("x1"), 4 * per_year, 0.02);
  EXPECT_NEAR(ticks[3].number("x1") - ticks[2].number("x1"), 2 * per_year, 0.02);
}

TEST(LineChart, NeverBridgesAGap) {
  LineChart c = plain_chart();
  EXPECT_EQ(count(line_path(ParsedSvg(line_chart(c).svg)), 'M'), 1U);
  c.lines[0].values = {3.7, kNone, 3.9, 3.85};
  const std::string path = line_path(ParsedSvg(line_chart(c).svg));
  EXPECT_EQ(count(path, 'M'), 2U);
  EXPECT_EQ(count(path, 'L'), 1U);
}

TEST(LineChart, ShowsAndExplainsAbsenceOnlyWhenItOccurs) {
  LineChart c = plain_chart();
  c.absent_label = "geen score";
  EXPECT_FALSE(ParsedSvg(line_chart(c).svg).has_text("geen score"));
  c.lines[0].values[2] = kNone;
  const ParsedSvg svg(line_chart(c).svg);
  EXPECT_TRUE(svg.has_text("geen score"));
  EXPECT_EQ(svg.with_class("wb-absent").size(), 2U);  // on the axis and in the legend
}

TEST(LineChart, DrawsALineWithoutAnyValueAsAbsence) {
  LineChart c = plain_chart();
  c.lines[0].values = {kNone, kNone, kNone, kNone};
  EXPECT_NO_THROW(ParsedSvg{line_chart(c).svg});
}

TEST(LineChart, DrawsOneWave) {
  LineChart c = plain_chart();
  c.waves.resize(1);
  c.lines[0].values.resize(1);
  EXPECT_EQ(ParsedSvg(line_chart(c).svg).with_class("wb-dot").size(), 1U);
}

TEST(LineChart, HasAZeroLineWhereZeroMeansSomething) {
  LineChart c = plain_chart();
  EXPECT_TRUE(ParsedSvg(line_chart(c).svg).with_class("wb-zero").empty());
  c.lines[0].values = {-0.1, 0.05, 0.1, kNone};
  c.axis.has_zero_line = true;
  EXPECT_EQ(ParsedSvg(line_chart(c).svg).with_class("wb-zero").size(), 1U);
}

TEST(LineChart, NamesLinesAtTheirEndWithTheirLastValue) {
  LineChart c = plain_chart();
  c.lines[0].values[3] = kNone;
  EXPECT_TRUE(ParsedSvg(line_chart(c).svg).has_text("Cohort 3,90"));
  c.shows_last_value = false;
  EXPECT_FALSE(ParsedSvg(line_chart(c).svg).has_text("Cohort 3,90"));
}

TEST(LineChart, KeepsNamesApartWhateverTheValues) {
  const base::Seed seed{2014};
  SCOPED_TRACE("seed " + std::to_string(seed.value));
  for (std::uint64_t run = 0; run < 100; ++run) {
    base::Stream chance(seed, 4, run);
    LineChart c = plain_chart();
    c.frame.width = 320 + static_cast<int>(chance.below(500));
    c.lines.clear();
    for (int k = 0; k < 5; ++k) {
      Line line{"Lijn met een naam " + std::to_string(k), static_cast<LineStyle>(k), {}};
      for (int w = 0; w < 4; ++w)
        line.values.emplace_back(chance.uniform(3.9, 3.9 + 0.2 * chance.uniform()));
      c.lines.push_back(line);
    }
    std::vector<double> rows;
    const ParsedSvg svg(line_chart(c).svg);
    for (const Element& e : svg.named("text"))
      if (svg.elements[e.parent].name == "g") rows.push_back(e.number("y"));
    std::sort(rows.begin(), rows.end());
    for (std::size_t i = 1; i < rows.size(); ++i)
      EXPECT_GE(rows[i] - rows[i - 1], 15.9) << run;
  }
}

TEST(LineChartDeathTest, HasAtMostFiveLinesOverRisingWaves) {
  LineChart c = plain_chart();
  c.lines.assign(6, c.lines[0]);
  EXPECT_DEATH(line_chart(c), "at most five lines");
  c = plain_chart();
  std::swap(c.waves[0], c.waves[1]);
  EXPECT_DEATH(line_chart(c), "order of time");
  c = plain_chart();
  c.lines[0].values.pop_back();
  EXPECT_DEATH(line_chart(c), "per wave");
}

TEST(SmallMultiples, HaveOneScale) {
  SmallMultiples c;
  c.frame = {"m", "title", "description", 680};
  c.waves = plain_chart().waves;
  c.panels = {{"Woningen", {{"a", LineStyle::cohort, {1, 1, 1, 1}}}},
              {"Veiligheid", {{"a", LineStyle::cohort, {9, 9, 9, 1}}}}};
  const ParsedSvg svg(small_multiples(c).svg);
  const auto dots = svg.with_class("wb-dot");
  ASSERT_EQ(dots.size(), 8U);
  EXPECT_EQ(dots[0].get("cy"), dots[7].get("cy")) << "the same value at the same height";
  // One key per line, however many panels it is in.
  std::size_t keys = 0;
  for (const Element& e : svg.named("text"))
    keys += e.text == "a" ? 1U : 0U;
  EXPECT_EQ(keys, 1U);
}

TEST(SmallMultiples, WrapIntoRowsWhenTheyDoNotFit) {
  SmallMultiples c;
  c.frame = {"m", "title", "description", 360};
  c.waves = plain_chart().waves;
  for (int k = 0; k < 5; ++k)
    c.panels.push_back({"Vlak", {{"a", LineStyle::cohort, {1, 2, 3, 4}}}});
  const int narrow = small_multiples(c).height;
  c.frame.width = 1000;
  EXPECT_LT(small_multiples(c).height, narrow);
}

}  // namespace
}  // namespace wijkbeeld::chart
