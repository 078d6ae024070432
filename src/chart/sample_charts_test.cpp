// SPDX-License-Identifier: EUPL-1.2
#include "chart/sample_charts_test.hpp"

#include <utility>

#include "base/random.hpp"
#include "chart/bars.hpp"
#include "chart/lines.hpp"
#include "chart/map.hpp"
#include "chart/matrix.hpp"
#include "chart/points.hpp"

namespace wijkbeeld::chart {
namespace {

constexpr auto kNone = std::nullopt;

const std::vector<Wave>& waves() {
  static const std::vector<Wave> all = {{2002, "2002"}, {2008, "2008"}, {2012, "2012"},
                                        {2014, "2014"}, {2016, "2016"}, {2018, "2018"}};
  return all;
}

std::vector<ClassKey> nine_classes() {
  return {{"1", "zeer onvoldoende", "tot 3,460"}, {"2", "ruim onvoldoende", "vanaf 3,460"},
          {"3", "onvoldoende", "vanaf 3,557"},    {"4", "zwak", "vanaf 3,696"},
          {"5", "voldoende", "vanaf 3,897"},      {"6", "ruim voldoende", "vanaf 3,997"},
          {"7", "goed", "vanaf 4,192"},           {"8", "zeer goed", "vanaf 4,304"},
          {"9", "uitstekend", "vanaf 4,393"}};
}

std::vector<ClassKey> seven_classes() {
  return {{"1", "grote achteruitgang"}, {"2", "achteruitgang"},      {"3", "kleine achteruitgang"},
          {"4", "geen verandering"},    {"5", "kleine vooruitgang"}, {"6", "vooruitgang"},
          {"7", "grote vooruitgang"}};
}

Drawing sample_lines(int width, const std::string& id) {
  LineChart c;
  c.frame = {id, "Na 2012 bleef de groei uit", "Drie lijnen; cohort stijgt tot 2012.", width};
  c.waves = waves();
  c.lines = {
      {"Kwetsbare wijken",
       LineStyle::cohort,
       {3.71, 3.76, 3.802, 3.801, 3.83, 3.842},
       {Interval{3.68, 3.74}, Interval{3.74, 3.78}, Interval{3.785, 3.819}, Interval{3.782, 3.82},
        Interval{3.81, 3.85}, Interval{3.82, 3.865}}},
      {"Nederland", LineStyle::nation, {4.10, 4.13, 4.154, 4.163, 4.185, 4.194}},
      {"Vergelijkbare wijken", LineStyle::comparison_1, {3.72, 3.77, kNone, 3.825, 3.85, 3.86}},
      {"Overige wijken van dezelfde gemeenten",
       LineStyle::comparison_2,
       {4.02, 4.05, 4.07, 4.081, 4.10, kNone}}};
  c.axis.format = {base::Language::nl, 2};
  c.axis.references = {{3.897, "grens van klasse 4 en 5"}};
  c.absent_label = "geen score bij ten minste één lijn";
  return line_chart(c);
}

Drawing sample_multiples(int width, const std::string& id) {
  SmallMultiples c;
  c.frame = {id, "In drie dimensies liep het cohort in", "Vijf vlakken op één schaal.", width};
  c.waves = waves();
  const char* names[] = {"Woningen",   "Bewoners",         "Voorzieningen",
                         "Veiligheid", "Fysieke omgeving", "Totaal"};
  for (int k = 0; k < 6; ++k) {
    Line cohort{"Kwetsbare wijken", LineStyle::cohort, {}};
    Line nation{"Nederland", LineStyle::nation, {}};
    for (int w = 0; w < 6; ++w) {
      if (k == 3 && w == 2) {
        cohort.values.emplace_back();
      } else {
        cohort.values.emplace_back(-0.02 * (k + 1) + 0.011 * w * (k % 3) - 0.004 * w);
      }
      nation.values.emplace_back(0.002 * w);
    }
    c.panels.push_back({names[k], {cohort, nation}});
  }
  c.axis.format = {base::Language::nl, 2, false, true};
  c.axis.has_zero_line = true;
  c.absent_label = "niet gemeten";
  return small_multiples(c);
}

Drawing sample_bars(int width, const std::string& id) {
  ClassBars c;
  c.frame = {id, "Het aandeel in klasse 1 tot en met 4 daalde", "Zes gestapelde balken.", width};
  c.classes = nine_classes();
  c.mean_class = 5;
  c.mean_label = "landelijk gemiddelde";
  c.withheld_label = "niet gepubliceerd";
  c.bars = {
      {"2002", {.02, .03, .09, .28, .2, .2, .1, .05, .01}, .02, "118 wijken", "Kwetsbare wijken"},
      {"2012", {.01, .02, .06, .22, .22, .27, .12, .06, .02}, 0, "118 wijken"},
      {"2014", {.01, .02, .07, .22, .22, .26, .12, .06, .02}, 0, "118 wijken"},
      {"2002", {.0, .01, .02, .07, .12, .38, .25, .11, .04}, 0, "2.681 wijken", "Nederland"},
      {"2012", {.0, .0, .01, .05, .1, .37, .28, .13, .06}, 0, "2.681 wijken"},
      {"2014", {.0, .0, .01, .05, .1, .36, .29, .13, .06}, 0, "2.681 wijken"}};
  return class_bars(c);
}

Drawing sample_development(int width, const std::string& id) {
  ClassBars c;
  c.frame = {id, "Een kwart ging achteruit", "Drie balken.", width};
  c.palette = Palette::development;
  c.classes = seven_classes();
  c.bars = {{"2002–2012", {.01, .04, .1, .4, .25, .15, .05}, 0, "118"},
            {"2012–2014", {.02, .06, .17, .6, .1, .04, .01}, 0, "118"},
            {"2014–2016", {.01, .02, .1, .6, .19, .07, .01}, 0, "118"}};
  return class_bars(c);
}

Drawing sample_decomposition(int width, const std::string& id) {
  DecompositionChart c;
  c.frame = {id, "Veiligheid scheidt dalers van stijgers", "Drie groepen naast elkaar.", width};
  c.dimensions = {"Woningen", "Bewoners", "Voorzieningen", "Veiligheid", "Fysieke omgeving"};
  c.total_label = "Totaal";
  c.absent_label = "niet gemeten";
  c.groups = {{"Lager", "47 wijken", {-.004, -.009, .002, -.021, .001}, -.031},
              {"Niet lager", "71 wijken", {.003, -.002, .006, .013, kNone}, .02},
              {"Alle", "118 wijken", {.0002, -.005, .004, -.001, .0004}, -.0004}};
  return decomposition_chart(c);
}

Drawing sample_dots(int width, const std::string& id) {
  DotInterval c;
  c.frame = {id, "De daling past binnen toeval", "Zes rijen met intervallen.", width};
  c.series = {"Kwetsbare wijken", "Vergelijkbare wijken"};
  c.rows = {
      {"Woningen", {{-.004, Interval{-.012, .004}}, {.001, Interval{-.006, .008}}}, "Dimensies"},
      {"Bewoners", {{-.009, Interval{-.019, .001}}, {-.006, Interval{-.014, .002}}}},
      {"Voorzieningen", {{.002, Interval{-.003, .007}}, {kNone, kNone}}},
      {"Veiligheid", {{-.021, Interval{-.034, -.008}}, {-.014, Interval{-.024, -.004}}}},
      {"Totaal", {{-.031, Interval{-.05, -.012}}, {-.018, Interval{-.033, -.003}}}, "Score"}};
  c.axis.format = {base::Language::nl, 3, false, true};
  c.axis.has_zero_line = true;
  c.absent_label = "niet gemeten";
  return dot_interval(c);
}

Drawing sample_slope(int width, const std::string& id) {
  SlopeChart c;
  c.frame = {id, "Vier van de zes stegen", "Twee momenten, zes namen.", width};
  c.from_label = "2008";
  c.to_label = "2014";
  c.format = {base::Language::nl, 2};
  c.references = {{3.897, "grens van klasse 4 en 5"}};
  base::Stream chance(base::Seed{7}, 1);
  for (int i = 0; i < 30; ++i) {
    const double from = chance.uniform(3.6, 4.0);
    c.items.push_back({"", from, from + chance.uniform(-.05, .12), LineStyle::context});
  }
  c.items.push_back({"Meerdorp", 3.71, 3.84, LineStyle::comparison_1});
  c.items.push_back({"Havenkwartier", 3.72, 3.66, LineStyle::comparison_2});
  c.items.push_back({"Oude Tuinen", 3.725, 3.85, LineStyle::comparison_1});
  c.items.push_back({"Cohort", 3.76, 3.80, LineStyle::cohort});
  c.items.push_back({"Nederland", 3.95, 3.98, LineStyle::nation});
  c.items.push_back({"Nieuwe wijk", kNone, 3.83, LineStyle::comparison_3});
  return slope_chart(c);
}

Drawing sample_matrix(int width, const std::string& id) {
  Matrix c;
  c.frame = {id, "De meeste wijken bleven in hun klasse", "Overgangen 2012 naar 2014.", width};
  c.row_title = "Klasse 2012";
  c.column_title = "Klasse 2014";
  for (int k = 1; k <= 9; ++k) {
    c.rows.push_back(std::to_string(k));
    c.columns.push_back(std::to_string(k));
  }
  const int counts[] = {3, 5, 21, 96, 180, 940, 760, 380, 150};
  for (int r = 0; r < 9; ++r) {
    c.cells.emplace_back();
    for (int k = 0; k < 9; ++k) {
      const int n = r == k                     ? counts[r]
                    : r - k == 1 || k - r == 1 ? counts[r] / (k > r ? 9 : 14)
                                               : 0;
      c.cells.back().push_back({n == 0 ? "" : std::to_string(n),
                                n == 0 ? 0.0 : (r == k ? .6 : n / 80.0),
                                r == k  ? CellTone::neutral
                                : k > r ? CellTone::higher
                                        : CellTone::lower});
    }
    c.row_totals.push_back(std::to_string(counts[r]));
    c.column_totals.push_back(std::to_string(counts[r] + 1));
  }
  c.total_label = "Totaal";
  c.has_diagonal = true;
  return matrix(c);
}

Drawing sample_quadrant(int width, const std::string& id) {
  Quadrant c;
  c.frame = {id, "Lage wijken stegen niet vaker", "118 punten in vier vakken.", width};
  c.x = {"Score 2014", {base::Language::nl, 2}, 3.997, "grens van klasse 5 en 6"};
  c.y = {"Verandering 2012–2014", {base::Language::nl, 2, false, true}, 0, "geen verandering"};
  c.classes = {{"S", "Succes!"},
               {"G", "Gestaag herstel"},
               {"T", "Terugval"},
               {"V", "Vroegsignalering"},
               {"", "niet ingedeeld"}};
  c.corners = {"zwak en stijgend", "sterk en stijgend", "zwak en dalend", "sterk en dalend"};
  base::Stream chance(base::Seed{11}, 2);
  for (int i = 0; i < 118; ++i) {
    const double x = 3.85 + .13 * chance.normal();
    const double y = .005 + .03 * chance.normal();
    const std::size_t k = x > 3.997 ? (y > 0 ? 0U : 3U) : (y > .01 ? 1U : y < -.01 ? 2U : 4U);
    c.points.push_back({x, y, k, i % 12 == 0 ? "Wijk " + std::to_string(i) : "", "wijk"});
  }
  return quadrant(c);
}

// Square areas in rows, with a hole in one and a gap for a river.
std::vector<geo::MultiPolygon> squares(int columns, int rows, double side) {
  std::vector<geo::MultiPolygon> out;
  for (int r = 0; r < rows; ++r) {
    for (int c = 0; c < columns; ++c) {
      const double x = 100000 + c * side + (c >= columns / 2 ? side * .3 : 0);
      const double y = 450000 + r * side;
      geo::Polygon p{{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}}, {}};
      if (r == 1 && c == 1)
        p.holes.push_back({{x + side * .3, y + side * .3},
                           {x + side * .3, y + side * .6},
                           {x + side * .6, y + side * .6},
                           {x + side * .3, y + side * .3}});
      out.push_back({{p}});
    }
  }
  return out;
}

Drawing sample_map(int width, const std::string& id, Palette palette) {
  const auto shapes = squares(12, 9, 1000);
  Map c;
  c.frame = {id, "De kaart toont 108 wijken", "Vierkante wijken met een rivier.", width};
  c.shapes = shapes;
  c.palette = palette;
  c.classes = palette == Palette::situation ? nine_classes() : seven_classes();
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    MapArea area;
    if (i % 17 != 5) area.class_index = (i * 7 / 5) % c.classes.size();
    area.reason = i % 34 == 5 ? NoClass::withheld : NoClass::not_measured;
    if (area.class_index) area.letter = c.classes[*area.class_index].number;
    c.areas.push_back(area);
  }
  if (palette == Palette::situation) c.mean_class = 5;
  c.mean_label = "klasse van het landelijk gemiddelde";
  c.withheld_label = "niet gepubliceerd";
  c.not_measured_label = "niet gemeten";
  c.places = {{{103500, 453500}, "Hoofdstad"}, {{103900, 453600}, "Voorstad"}};
  c.insets = {{{102000, 452000, 104000, 454000}, "Hoofdstad"}};
  c.notes = {"108 wijken met 212.000 inwoners, meting 2014."};
  return class_map(c);
}

}  // namespace

std::vector<Sample> sample_charts() {
  const Caption caption = {"Na 2012 bleef de groei in kwetsbare wijken uit, landelijk niet",
                           "Gemiddelde score, wijken met ten minste 1.000 inwoners, editie 2.0",
                           "Bron: verzonnen cijfers. Zie tabel 3."};
  return {
      {"line chart", caption, sample_lines(680, "lines")},
      {"line chart, narrow", caption, sample_lines(360, "lines-s")},
      {"small multiples", caption, sample_multiples(680, "multiples")},
      {"small multiples, narrow", caption, sample_multiples(360, "multiples-s")},
      {"class bars", caption, sample_bars(680, "bars")},
      {"class bars, narrow", caption, sample_bars(360, "bars-s")},
      {"class bars of development", caption, sample_development(680, "development")},
      {"decomposition", caption, sample_decomposition(680, "decomposition")},
      {"decomposition, narrow", caption, sample_decomposition(360, "decomposition-s")},
      {"dots with intervals", caption, sample_dots(680, "dots")},
      {"dots with intervals, narrow", caption, sample_dots(360, "dots-s")},
      {"slopes", caption, sample_slope(680, "slope")},
      {"slopes, narrow", caption, sample_slope(400, "slope-s")},
      {"matrix", caption, sample_matrix(680, "matrix")},
      {"quadrant", caption, sample_quadrant(680, "quadrant")},
      {"quadrant, narrow", caption, sample_quadrant(360, "quadrant-s")},
      {"map of classes", caption, sample_map(680, "map", Palette::situation)},
      {"map of development", caption, sample_map(680, "map-development", Palette::development)},
      {"map, narrow", caption, sample_map(360, "map-s", Palette::situation)},
  };
}

}  // namespace wijkbeeld::chart
