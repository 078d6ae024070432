// SPDX-License-Identifier: EUPL-1.2
// What holds for every kind of drawing.
#include "chart/drawing.hpp"

#include <gtest/gtest.h>

#include <set>

#include "chart/bars.hpp"
#include "chart/lines.hpp"
#include "chart/map.hpp"
#include "chart/matrix.hpp"
#include "chart/parsed_svg_test.hpp"
#include "chart/points.hpp"
#include "chart/sample_charts_test.hpp"

namespace wijkbeeld::chart {
namespace {

TEST(EveryDrawing, IsWellFormedAndNamesItself) {
  for (const Sample& sample : sample_charts()) {
    const ParsedSvg svg(sample.drawing.svg);
    const Element& root = svg.elements.front();
    EXPECT_EQ(root.name, "svg") << sample.name;
    EXPECT_EQ(root.get("role"), "img");
    const std::string id = root.get("id");
    EXPECT_EQ(root.get("aria-labelledby"), id + "-title " + id + "-desc");
    EXPECT_EQ(svg.elements[1].name, "title");
    EXPECT_EQ(svg.elements[1].get("id"), id + "-title");
    EXPECT_FALSE(svg.elements[1].text.empty());
    EXPECT_EQ(svg.elements[2].name, "desc");
    EXPECT_FALSE(svg.elements[2].text.empty());
    EXPECT_EQ(root.number("width"), sample.drawing.width);
    EXPECT_EQ(root.number("height"), sample.drawing.height);
  }
}

TEST(EveryDrawing, HasIdsThatAreUniqueInThePageAndRefersOnlyToThem) {
  std::set<std::string> ids;
  for (const Sample& sample : sample_charts()) {
    std::set<std::string> own;
    const ParsedSvg svg(sample.drawing.svg);
    for (const Element& e : svg.elements) {
      if (e.get("id").empty()) continue;
      EXPECT_TRUE(ids.insert(e.get("id")).second) << e.get("id");
      EXPECT_TRUE(e.get("id").starts_with(svg.elements[0].get("id")));
      own.insert(e.get("id"));
    }
    for (const Element& e : svg.elements) {
      for (const std::string& value : {e.get("href"), e.get("fill")}) {
        const std::size_t hash = value.find('#');
        if (hash == std::string::npos) continue;
        const std::string name = value.substr(hash + 1, value.find(')', hash) - hash - 1);
        EXPECT_TRUE(own.contains(name)) << sample.name << ": " << value;
      }
    }
  }
}

TEST(EveryDrawing, HasNoNegativeSidesAndNoWordsOutsideItsWidth) {
  for (const Sample& sample : sample_charts()) {
    for (const Element& e : ParsedSvg(sample.drawing.svg).elements) {
      for (const char* side : {"width", "height", "r"})
        EXPECT_GE(e.get(side).empty() ? 0 : e.number(side), 0) << sample.name << " " << e.name;
      if (e.name != "text") continue;
      EXPECT_GE(e.number("x"), -1) << sample.name << ": " << e.text;
      EXPECT_LE(e.number("x"), sample.drawing.width + 1) << sample.name << ": " << e.text;
      EXPECT_LE(e.number("y"), sample.drawing.height) << sample.name << ": " << e.text;
    }
  }
}

TEST(EveryDrawing, IsTheSameBytesEveryTime) {
  const auto first = sample_charts();
  const auto second = sample_charts();
  for (std::size_t i = 0; i < first.size(); ++i)
    EXPECT_EQ(first[i].drawing.svg, second[i].drawing.svg) << first[i].name;
}

TEST(EveryDrawing, StandsAloneWithItsCaption) {
  for (const Sample& sample : sample_charts()) {
    const Drawing whole = standalone(sample.drawing, sample.caption);
    const ParsedSvg svg(whole.svg);
    EXPECT_EQ(svg.elements[0].get("xmlns"), "http://www.w3.org/2000/svg");
    EXPECT_TRUE(svg.has_text(sample.caption.source));
    EXPECT_EQ(svg.named("style").size(), 1U);
    EXPECT_EQ(whole.svg.find("var("), std::string::npos) << "colours are written out";
    EXPECT_GT(whole.height, sample.drawing.height);
    EXPECT_TRUE(whole.svg.starts_with("<?xml"));
  }
}

const std::string kHostile = "</text><script>alert(1)</script>&\"'\x01";

std::vector<Drawing> hostile_drawings() {
  const Frame frame{"x", kHostile, kHostile, 500};
  const Line line{kHostile, LineStyle::cohort, {1.0, 2.0}};
  const std::vector<Wave> waves = {{1, kHostile}, {2, kHostile}};
  const std::vector<ClassKey> keys = {{kHostile, kHostile, kHostile}};
  const std::vector<geo::MultiPolygon> square = {
      {{{{{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}}, {}}}}};
  Map map;
  map.frame = frame;
  map.shapes = square;
  map.areas = {{0, NoClass::withheld, kHostile, kHostile}};
  map.classes = keys;
  map.notes = {kHostile};
  map.places = {{{0.2, 0.5}, kHostile}};
  map.insets = {{{0, 0, 1, 1}, kHostile}};
  map.north = kHostile;
  Quadrant quad;
  quad.frame = frame;
  quad.x.title = quad.y.title = quad.corners[0] = quad.x.divide_label = kHostile;
  quad.classes = keys;
  quad.points = {{1, 1, 0, kHostile, kHostile}};
  return {
      line_chart({frame, waves, {line}, {{}, {}, {}, true, {{1.5, kHostile}}}}),
      small_multiples({frame, waves, {{kHostile, {line}}}, {}}),
      class_bars({frame, Palette::situation, keys, {{kHostile, {1}, 0, kHostile, kHostile}}}),
      decomposition_chart({frame, {kHostile}, kHostile, {{kHostile, kHostile, {1.0}, 1.0}}}),
      dot_interval({frame, {kHostile, kHostile}, {{kHostile, {{1.0}, {2.0}}, kHostile}}, {}}),
      slope_chart({frame, kHostile, kHostile, {{kHostile, 1, 2, LineStyle::cohort}}, {}}),
      matrix({frame,
              kHostile,
              kHostile,
              {kHostile},
              {kHostile},
              {{{kHostile, 1}}},
              {kHostile},
              {kHostile},
              kHostile}),
      quadrant(quad),
      class_map(map),
  };
}

TEST(EveryDrawing, KeepsHostileNamesHarmless) {
  for (const Drawing& drawing : hostile_drawings()) {
    EXPECT_EQ(drawing.svg.find("<script"), std::string::npos);
    EXPECT_NO_THROW(ParsedSvg{drawing.svg}) << drawing.svg.substr(0, 200);
    EXPECT_NO_THROW(ParsedSvg{standalone(drawing, {kHostile, kHostile, kHostile}).svg});
  }
}

TEST(DrawingDeathTest, NeedsAnIdThatFitsInAnAttribute) {
  LineChart chart;
  chart.waves = {{2002, "2002"}};
  chart.frame.id = "a b";
  EXPECT_DEATH(line_chart(chart), "letters, digits and hyphens");
}

TEST(ToText, WritesNumbersInTheLanguage) {
  EXPECT_EQ(to_text(0.4712, {base::Language::nl, 1, true}), "47,1%");
  EXPECT_EQ(to_text(0.4712, {base::Language::en, 1, true}), "47.1%");
  EXPECT_EQ(to_text(0.0456, {base::Language::nl, 3, false, true}), "+0,046");
  EXPECT_EQ(to_text(-1234.5, {base::Language::nl, 1}), "−1.234,5");
}

}  // namespace
}  // namespace wijkbeeld::chart
