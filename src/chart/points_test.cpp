// SPDX-License-Identifier: EUPL-1.2
#include "chart/points.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/random.hpp"
#include "chart/matrix.hpp"
#include "chart/parsed_svg_test.hpp"

namespace wijkbeeld::chart {
namespace {

constexpr auto kNone = std::nullopt;

DotInterval one_series() {
  DotInterval c;
  c.frame = {"d", "title", "description", 600};
  c.series = {"Cohort"};
  c.rows = {{"Woningen", {{0.2, Interval{0.1, 0.3}}}}, {"Veiligheid", {{0.5}}}};
  c.absent_label = "niet gemeten";
  return c;
}

TEST(DotInterval, DrawsTheIntervalBehindThePoint) {
  const std::string svg = dot_interval(one_series()).svg;
  const std::size_t range = svg.find("wb-range");
  ASSERT_NE(range, std::string::npos);
  EXPECT_LT(range, svg.find("wb-ink"));
  const ParsedSvg parsed(svg);
  const Element bar = parsed.with_class("wb-range").at(0);
  const Element dot = parsed.with_class("wb-ink").at(0);
  EXPECT_NEAR((bar.number("x1") + bar.number("x2")) / 2, dot.number("cx"), 0.02);
}

TEST(DotInterval, ShowsAbsenceAndExplainsItOnlyWhenItOccurs) {
  DotInterval c = one_series();
  EXPECT_TRUE(ParsedSvg(dot_interval(c).svg).with_class("wb-absent").empty());
  c.rows[0].values[0] = {kNone};
  const ParsedSvg svg(dot_interval(c).svg);
  EXPECT_EQ(svg.with_class("wb-absent").size(), 2U);
  EXPECT_TRUE(svg.has_text("niet gemeten"));
}

TEST(DotInterval, NamesSeriesOnlyWhenThereAreSeveral) {
  DotInterval c = one_series();
  EXPECT_FALSE(ParsedSvg(dot_interval(c).svg).has_text("Cohort"));
  c.series = {"Cohort", "Vergelijking"};
  for (DotRow& row : c.rows)
    row.values.push_back({0.3});
  EXPECT_TRUE(ParsedSvg(dot_interval(c).svg).has_text("Vergelijking"));
}

TEST(DotInterval, BreaksALongNameOverTwoLinesWhereThereIsNoRoom) {
  DotInterval c = one_series();
  c.rows[0].name = "Woningen met achterstallig onderhoud";
  EXPECT_TRUE(ParsedSvg(dot_interval(c).svg).has_text("Woningen met achterstallig onderhoud"));
  c.frame.width = 360;
  const Drawing narrow = dot_interval(c);
  const ParsedSvg svg(narrow.svg);
  EXPECT_TRUE(svg.has_text("Woningen met"));
  EXPECT_TRUE(svg.has_text("achterstallig onderhoud"));
  EXPECT_GT(narrow.height, dot_interval(one_series()).height);
}

TEST(DotIntervalDeathTest, HasAValuePerSeries) {
  DotInterval c = one_series();
  c.rows[0].values.clear();
  EXPECT_DEATH(dot_interval(c), "one value per series");
  c.series.clear();
  EXPECT_DEATH(dot_interval(c), "one to three series");
}

TEST(SlopeChart, DrawsALineOnlyBetweenTwoValues) {
  SlopeChart c;
  c.frame = {"s", "title", "description", 600};
  c.items = {{"a", 1, 2}, {"b", kNone, 2}, {"c", 1, kNone}, {"d", kNone, kNone}};
  const ParsedSvg svg(slope_chart(c).svg);
  EXPECT_EQ(svg.with_class("wb-line").size(), 1U);
  EXPECT_EQ(svg.with_class("wb-dot").size(), 4U);
  EXPECT_FALSE(svg.has_text("d "));
}

TEST(SlopeChart, GrowsUntilAllNamesStandApart) {
  const base::Seed seed{5};
  SCOPED_TRACE("seed " + std::to_string(seed.value));
  base::Stream chance(seed, 6);
  SlopeChart c;
  c.frame = {"s", "title", "description", 600};
  for (int i = 0; i < 40; ++i)
    c.items.push_back({"wijk " + std::to_string(i), chance.uniform(), chance.uniform()});
  const ParsedSvg svg(slope_chart(c).svg);
  for (const char* anchor : {"end", ""}) {
    std::vector<double> rows;
    for (const Element& e : svg.named("text"))
      if (svg.elements[e.parent].name == "g" && e.get("text-anchor") == anchor)
        rows.push_back(e.number("y"));
    ASSERT_EQ(rows.size(), 40U);
    std::sort(rows.begin(), rows.end());
    for (std::size_t i = 1; i < rows.size(); ++i)
      EXPECT_GE(rows[i] - rows[i - 1], 15.9);
  }
}

Quadrant three_points() {
  Quadrant c;
  c.frame = {"q", "title", "description", 600};
  c.x.divide = 4;
  c.classes = {{"S", "Succes!"}, {"G", "Gestaag herstel"}, {"T", "Terugval"}};
  c.points = {{4.2, .1, 0, "Overvecht"}, {3.8, .1, 1}, {3.8, -.1, 1}};
  return c;
}

TEST(Quadrant, PutsTheLetterInEveryMarkAndNamesOnlyClassesThatOccur) {
  const ParsedSvg svg(quadrant(three_points()).svg);
  EXPECT_EQ(svg.with_class("wb-symbol").size(), 3U);
  EXPECT_EQ(svg.with_class("wb-letter").size(), 5U);  // three marks, two keys
  EXPECT_TRUE(svg.has_text("Gestaag herstel"));
  EXPECT_FALSE(svg.has_text("Terugval"));
  EXPECT_TRUE(svg.has_text("Overvecht"));
}

TEST(Quadrant, HasTwoLinesThatPartTheField) {
  const ParsedSvg svg(quadrant(three_points()).svg);
  const auto lines = svg.with_class("wb-zero");
  ASSERT_EQ(lines.size(), 2U);
  const auto marks = svg.with_class("wb-symbol");
  EXPECT_GT(marks[0].number("cx"), lines[1].number("x1"));
  EXPECT_LT(marks[1].number("cx"), lines[1].number("x1"));
  EXPECT_LT(marks[1].number("cy"), lines[0].number("y1"));
  EXPECT_GT(marks[2].number("cy"), lines[0].number("y1"));
}

TEST(QuadrantDeathTest, NeedsClassesForItsPoints) {
  Quadrant c = three_points();
  c.points[0].class_index = 9;
  EXPECT_DEATH(quadrant(c), "one of the classes");
}

TEST(Matrix, TintsByToneAndStrengthInFourSteps) {
  Matrix c;
  c.frame = {"m", "title", "description", 600};
  c.rows = {"1"};
  c.columns = {"a", "b", "c", "d"};
  c.cells = {{{"5", .01, CellTone::lower},
              {"6", 1, CellTone::higher},
              {"7", .5, CellTone::neutral},
              {"", 0, CellTone::neutral}}};
  const ParsedSvg svg(matrix(c).svg);
  EXPECT_EQ(svg.with_class("wb-l1").size(), 1U);
  EXPECT_EQ(svg.with_class("wb-h4").size(), 1U);
  EXPECT_EQ(svg.with_class("wb-n2").size(), 1U);
  EXPECT_EQ(svg.with_class("wb-print").size(), 1U) << "only the lower one, for grey printers";
}

TEST(Matrix, SetsTotalsApart) {
  Matrix c;
  c.frame = {"m", "title", "description", 600};
  c.rows = {"1"};
  c.columns = {"1"};
  c.cells = {{{"940", .5}}};
  c.row_totals = {"1.007"};
  c.column_totals = {"941"};
  c.total_label = "Totaal";
  c.has_diagonal = true;
  const ParsedSvg svg(matrix(c).svg);
  EXPECT_TRUE(svg.has_text("1.007"));
  EXPECT_TRUE(svg.has_text("941"));
  EXPECT_EQ(svg.with_class("wb-outline").size(), 1U);
}

TEST(MatrixDeathTest, IsARectangle) {
  Matrix c;
  c.frame = {"m", "title", "description", 600};
  c.rows = {"1"};
  c.columns = {"1", "2"};
  c.cells = {{{"1", 0}}};
  EXPECT_DEATH(matrix(c), "one cell per column");
}

TEST(QuadrantCloud, IsOnePathWithADotForEachPlace) {
  Quadrant chart;
  chart.frame = {"c", "Samen", "Een wolk", 400};
  chart.x = {"x", {base::Language::nl, 1, false, false}, 0.5, "gemiddelde"};
  chart.y = {"y", {base::Language::nl, 1, false, false}, 0.5, "gemiddelde"};
  chart.cloud = {{0, 0}, {1, 1}, {1, 1}, {0, 1}};
  const std::string svg = quadrant(chart).svg;
  const std::size_t at = svg.find("class=\"wb-cloud\"");
  ASSERT_NE(at, std::string::npos);
  EXPECT_EQ(svg.find("class=\"wb-cloud\"", at + 1), std::string::npos);
  const std::string path = svg.substr(at, svg.find("/>", at) - at);
  EXPECT_EQ(std::count(path.begin(), path.end(), 'M'), 3);
  chart.cloud.clear();
  EXPECT_EQ(quadrant(chart).svg.find("wb-cloud"), std::string::npos);
}

}  // namespace
}  // namespace wijkbeeld::chart
