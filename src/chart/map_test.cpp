// SPDX-License-Identifier: EUPL-1.2
#include "chart/map.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "chart/detail/map_view.hpp"
#include "chart/parsed_svg_test.hpp"
#include "geo/shape.hpp"

namespace wijkbeeld::chart {
namespace {

geo::MultiPolygon rectangle(double x, double y, double width, double height) {
  return {{{{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}, {x, y}}, {}}}};
}

const std::vector<geo::MultiPolygon>& two_areas() {
  static const std::vector<geo::MultiPolygon> all = {rectangle(0, 0, 1000, 1000),
                                                     rectangle(1000, 0, 1000, 1000)};
  return all;
}

Map two_area_map() {
  Map m;
  m.frame = {"m", "title", "description", 700};
  m.shapes = two_areas();
  m.areas = {{0, NoClass::withheld, "S"}, {1, NoClass::withheld, "T"}};
  m.palette = Palette::clusters;
  m.classes = {{"S", "Succes!"}, {"G", "Gestaag herstel"}};
  m.withheld_label = "niet gepubliceerd";
  m.not_measured_label = "niet gemeten";
  m.not_applicable_label = "niet in het cohort";
  m.mean_label = "klasse van het gemiddelde";
  return m;
}

TEST(ClassMap, FillsAreasByClassAndPutsTheirLetterInside) {
  const ParsedSvg svg(class_map(two_area_map()).svg);
  std::size_t groups = 0;
  for (const Element& e : svg.elements)
    groups += e.name == "g" && e.has_class("wb-k1") ? 1U : 0U;
  EXPECT_EQ(groups, 1U);
  EXPECT_TRUE(svg.has_text("S"));
  EXPECT_TRUE(svg.has_text("T"));
  EXPECT_TRUE(svg.has_text("Gestaag herstel"));
}

TEST(ClassMap, ExplainsOnlyWhatOccurs) {
  Map m = two_area_map();
  const ParsedSvg without(class_map(m).svg);
  for (const char* words : {"niet gepubliceerd", "niet gemeten", "niet in het cohort"})
    EXPECT_FALSE(without.has_text(words)) << words;
  EXPECT_TRUE(without.named("pattern").empty());
  m.areas = {{std::nullopt, NoClass::withheld}, {std::nullopt, NoClass::not_measured}};
  const ParsedSvg with(class_map(m).svg);
  EXPECT_TRUE(with.has_text("niet gepubliceerd"));
  EXPECT_TRUE(with.has_text("niet gemeten"));
  EXPECT_FALSE(with.has_text("niet in het cohort"));
  EXPECT_EQ(with.named("pattern").size(), 2U) << "one for the map, one for its legend";
}

TEST(ClassMap, MarksTheClassOfTheMeanAndShowsScaleAndNorth) {
  Map m = two_area_map();
  m.palette = Palette::situation;
  m.mean_class = 1;
  const ParsedSvg svg(class_map(m).svg);
  EXPECT_EQ(svg.with_class("wb-mark").size(), 2U);
  EXPECT_TRUE(svg.has_text("200 m"));
  EXPECT_TRUE(svg.has_text("N"));
}

TEST(ClassMap, ListsSituationHighOnTop) {
  Map m = two_area_map();
  m.palette = Palette::situation;
  m.classes = {{"1", "laag"}, {"2", "hoog"}};
  double low = 0;
  double high = 0;
  const ParsedSvg svg(class_map(m).svg);
  for (const Element& e : svg.named("text")) {
    if (e.text == "laag") low = e.number("y");
    if (e.text == "hoog") high = e.number("y");
  }
  EXPECT_LT(high, low);
}

TEST(ClassMap, DrawsInsetsOfOneScaleAndMarksThemOnTheMap) {
  Map m = two_area_map();
  m.insets = {{{100, 100, 300, 300}, "Hier"}, {{1200, 200, 1300, 300}, "Daar"}};
  const ParsedSvg svg(class_map(m).svg);
  EXPECT_EQ(svg.with_class("wb-frame").size(), 2U);
  const auto marks = svg.with_class("wb-inset");
  ASSERT_EQ(marks.size(), 2U);
  EXPECT_EQ(marks[0].get("width"), marks[1].get("width"));
}

TEST(ClassMap, PutsSmallSymbolsOverLargeOnes) {
  Map m = two_area_map();
  m.symbols = {{{300, 500}, 100, 0, "S"}, {{320, 500}, 10000, 1, "G"}};
  const ParsedSvg svg(class_map(m).svg);
  const auto symbols = svg.with_class("wb-symbol");
  ASSERT_EQ(symbols.size(), 2U);
  EXPECT_EQ(symbols[0].number("r"), 14);
  EXPECT_NEAR(symbols[1].number("r"), 1.5, 0.1) << "surface in proportion to size, never invisible";
}

TEST(ClassMap, DrawsNoAreasAtAll) {
  Map m;
  m.frame = {"m", "title", "description", 700};
  EXPECT_NO_THROW(ParsedSvg{class_map(m).svg});
  const std::vector<geo::MultiPolygon> empty(1);
  m.shapes = empty;
  m.areas.resize(1);
  EXPECT_NO_THROW(ParsedSvg{class_map(m).svg});
}

TEST(ClassMapDeathTest, NeedsAnAreaPerShapeAndClassesThatExist) {
  Map m = two_area_map();
  m.areas[0].class_index = 7;
  EXPECT_DEATH(class_map(m), "one of the classes");
  m.areas.pop_back();
  EXPECT_DEATH(class_map(m), "one area per shape");
}

// Some 3,000 six-sided areas with ragged borders of 36 points each, as many points as a national
// map of wijken has.
std::vector<geo::MultiPolygon> honeycomb() {
  std::vector<geo::MultiPolygon> out;
  const auto ragged = [](double x, double y) {
    return geo::Point{x + 250 * std::sin(y / 173), y + 250 * std::sin(x / 211)};
  };
  constexpr double kSide = 2900;
  for (int r = 0; r < 60; ++r) {
    for (int c = 0; c < 50; ++c) {
      geo::Ring ring;
      const double x = c * kSide * 1.5;
      const double y = (r + (c % 2) * 0.5) * kSide * std::sqrt(3.0);
      for (int k = 0; k < 36; ++k) {
        const double t = k % 6 / 6.0;
        const double a = (k / 6) * 3.14159265358979 / 3;
        const double b = a + 3.14159265358979 / 3;
        ring.push_back(ragged(x + kSide * ((1 - t) * std::cos(a) + t * std::cos(b)),
                              y + kSide * ((1 - t) * std::sin(a) + t * std::sin(b))));
      }
      ring.push_back(ring.front());
      out.push_back({{{ring, {}}}});
    }
  }
  return out;
}

std::vector<std::string> strokes(const ParsedSvg& svg, std::string_view colour) {
  std::vector<std::string> out;
  for (const Element& e : svg.elements)
    if (e.name == "path" && e.get("stroke") == colour) out.push_back(e.get("d"));
  return out;
}

// 600 px for 60 km: a cell is a pixel.
Map cell_map(const std::vector<MapCell>& cells) {
  Map m;
  m.frame = {"m", "title", "description", 540};
  m.extent = {0, 300000, 54000, 354000};
  m.cells = cells;
  m.classes = {{"1", "laag"}, {"2", "hoog"}};
  m.unsure_label = "klasse onzeker";
  return m;
}

TEST(ClassMap, DrawsCellsOfOneClassInARowAsOneStroke) {
  const std::vector<MapCell> cells = {
      {{10, 3500}, 0}, {{11, 3500}, 0}, {{12, 3500}, 1}, {{14, 3500}, 0}, {{10, 3498}, 0}};
  const ParsedSvg svg(class_map(cell_map(cells)).svg);
  EXPECT_EQ(strokes(svg, kSituation[0]), std::vector<std::string>{"M10 40.5h2m2 0h1m-5 2h1"});
  EXPECT_EQ(strokes(svg, kSituation[1]), std::vector<std::string>{"M12 40.5h1"});
  EXPECT_FALSE(svg.has_text("klasse onzeker"));
}

TEST(ClassMap, DrawsUnsureCellsPaler) {
  const std::vector<MapCell> cells = {{{10, 3500}, 0}, {{11, 3500}, 0, {}, true}};
  const ParsedSvg svg(class_map(cell_map(cells)).svg);
  EXPECT_EQ(strokes(svg, kSituation[0]).size(), 2U);
  EXPECT_TRUE(svg.has_text("klasse onzeker"));
}

TEST(ClassMap, GivesAPointTheClassOfMostOfItsCells) {
  // Two by two cells to a pixel: three low ones and a high one, then one and one.
  std::vector<MapCell> cells = {{{10, 3500}, 0}, {{11, 3500}, 0}, {{10, 3501}, 0},
                                {{11, 3501}, 1}, {{12, 3500}, 1}, {{12, 3501}, 0}};
  Map m = cell_map(cells);
  m.extent = {0, 300000, 108000, 408000};
  const ParsedSvg svg(class_map(m).svg);
  EXPECT_EQ(strokes(svg, kSituation[0]).size(), 1U);
  EXPECT_TRUE(strokes(svg, kSituation[1]).empty());  // of as many the lowest
}

TEST(ClassMap, StaysSmallForANationOfCells) {
  std::vector<MapCell> cells;
  for (int i = 0; i < 400'000; ++i) {
    const int x = i % 800;
    const int y = i / 800;
    cells.push_back({{500 + x, 3500 + y}, static_cast<std::size_t>((x / 8 + y / 8) % 2)});
  }
  Map m = cell_map(cells);
  m.extent = {};
  EXPECT_LT(class_map(m).svg.size(), 250'000U);
}

TEST(ClassMap, StaysSmallForANationOfAreas) {
  const auto shapes = honeycomb();
  Map m;
  m.frame = {"m", "title", "description", 700};
  m.shapes = shapes;
  m.classes = {{"1", "laag"}};
  m.areas.assign(shapes.size(), MapArea{0});
  EXPECT_LT(class_map(m).svg.size(), 600000U);
}

}  // namespace
}  // namespace wijkbeeld::chart

namespace wijkbeeld::chart::detail {
namespace {

const View kView = {{0, 0, 100, 100}, 0, 0, 100, 100, 1};

TEST(PathData, IsRelativeWholeGridStepsWithNorthUp) {
  // 0.4 px per step: 40 m are 100 steps; y counts down from the top.
  EXPECT_EQ(path_data(rectangle(0, 60, 40, 40), kView), "m0 100 100 0 0-100-100 0z");
}

TEST(PathData, LeavesOutPointsOnAStraightLine) {
  const geo::MultiPolygon shape = {
      {{{{0, 60}, {10, 60}, {20, 60}, {40, 60}, {40, 100}, {0, 100}, {0, 60}}, {}}}};
  EXPECT_EQ(path_data(shape, kView), path_data(rectangle(0, 60, 40, 40), kView));
}

TEST(PathData, KeepsAShapeTooSmallForTheGrid) {
  EXPECT_EQ(path_data(rectangle(20, 20, 0.01, 0.01), kView), "m50 200 1 0 0 1-1 0z");
}

TEST(PathData, IsNothingOutsideTheWindowAndCutFarBeyondIt) {
  EXPECT_EQ(path_data(rectangle(500, 500, 10, 10), kView), "");
  // Cut 4 pixels outside the window on all sides: 108 px are 270 steps.
  EXPECT_EQ(path_data(rectangle(-1e6, -1e6, 2e6, 2e6), kView), "m260 260 0-270-270 0 0 270z");
}

TEST(PathData, DrawsHolesAsRingsOfTheirOwn) {
  geo::MultiPolygon shape = rectangle(0, 0, 80, 80);
  shape.parts[0].holes.push_back(rectangle(20, 20, 20, 20).parts[0].outer);
  const std::string path = path_data(shape, kView);
  EXPECT_EQ(std::count(path.begin(), path.end(), 'z'), 2);
}

TEST(PathData, IsNothingForNothing) {
  EXPECT_EQ(path_data({}, kView), "");
}

TEST(BorderData, DrawsASharedBorderOnce) {
  const std::vector<geo::MultiPolygon> pair = {rectangle(0, 0, 40, 40), rectangle(40, 0, 40, 40)};
  const std::string path = border_data(pair, kView);
  // Four edges of the first, three of the second: two runs.
  EXPECT_EQ(std::count(path.begin(), path.end(), 'm'), 2);
  EXPECT_EQ(path, "m0 250 100 0 0-100-100 0 0 100m100 0 100 0 0-100-100 0");
}

TEST(RoomFor, FindsTheMiddleOfASquareAndNothingInASliver) {
  const auto at = room_for(rectangle(20, 20, 40, 40), kView, 10, 10);
  ASSERT_TRUE(at);
  EXPECT_NEAR(at->x, 40, 0.01);
  EXPECT_NEAR(at->y, 40, 0.01);
  EXPECT_FALSE(room_for(rectangle(20, 20, 40, 5), kView, 10, 10));
  EXPECT_FALSE(room_for(rectangle(20, 20, 5, 40), kView, 10, 10));
}

TEST(RoomFor, AvoidsAHole) {
  geo::MultiPolygon shape = rectangle(0, 0, 90, 90);
  shape.parts[0].holes.push_back(rectangle(30, 10, 55, 70).parts[0].outer);
  const auto at = room_for(shape, kView, 10, 10);
  ASSERT_TRUE(at);
  EXPECT_LT(at->x + 5, 30);
}

TEST(FittedView, HoldsTheBoundsInTheirOwnProportion) {
  const View wide = fitted_view({0, 0, 200, 100}, 0, 0, 100, 400);
  EXPECT_EQ(wide.height, 50);
  EXPECT_EQ(wide.metres_per_pixel, 2);
  const View tall = fitted_view({0, 0, 100, 800}, 0, 0, 100, 400);
  EXPECT_EQ(tall.height, 400);
  EXPECT_EQ(tall.bounds.width(), 200) << "what is left over goes to both sides";
  EXPECT_EQ(tall.bounds.x_min, -50);
}

}  // namespace
}  // namespace wijkbeeld::chart::detail
