// SPDX-License-Identifier: EUPL-1.2
#include "chart/sample_charts.hpp"

#include <utility>

#include "chart/bars.hpp"
#include "chart/lines.hpp"

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
  };
}

}  // namespace wijkbeeld::chart
