// SPDX-License-Identifier: EUPL-1.2
// A map as a page that needs no script.
#include "report/detail/desk.hpp"
#include "report/theme_map.hpp"

namespace wijkbeeld::report {

using answer::AtlasAreas;
using answer::ThemeView;
using base::Message;
using base::say;
using detail::cell;

namespace {

// What `draw` asks of a desk.
struct MapDesk {
  const base::Catalogue& catalogue;
  base::Language language;
  [[nodiscard]] std::string words(const Message& message) const {
    return base::render(message, catalogue, language);
  }
};

TableView legend_table(const ThemeLegend& legend) {
  TableView t{"t-legend",
              say("Classes"),
              {say("class"), say("limits"), say("areas"), say("residents")},
              {},
              {false, false, true, true}};
  for (const LegendClass& one : legend.classes) {
    std::string name = std::to_string(one.number);
    if (!one.name.empty()) name += " " + one.name;
    if (one.holds_mean) name += " (" + legend.mean + ")";
    t.rows.push_back({cell(name), cell(one.limits), cell(one.areas), cell(one.residents)});
  }
  for (const LegendAbsence& one : legend.absences)
    t.rows.push_back({cell(one.name), say("–"), cell(one.areas), say("–")});
  if (legend.sure)
    t.rows.push_back({cell(legend.sure->unsure), say("–"), cell(legend.sure->areas), say("–")});
  return t;
}

// What stands in the row of an area: its class, or why there is none.
Message class_words(const ThemeView& view, const ThemeLegend& legend, std::size_t i) {
  const table::Value<int>& number = view.class_of[i];
  if (number) {
    const std::string& name = legend.classes[static_cast<std::size_t>(*number - 1)].name;
    return name.empty() ? say("{}", *number) : say("{} {}", *number, name);
  }
  for (const LegendAbsence& one : legend.absences)
    if (one.reason == number.absence()) return cell(one.name);
  return say("–");
}

TableView areas_table(const ThemeView& view, const AtlasAreas& areas, const ThemeLegend& legend) {
  const bool is_change = view.theme.kind != answer::ThemeKind::situation &&
                         view.theme.kind != answer::ThemeKind::score;
  const bool is_indicator = view.theme.kind == answer::ThemeKind::indicator;
  TableView t{"t-areas",
              say("Every area"),
              {say("area"), say("code"), say("gemeente"), say("residents"), say("class"),
               is_indicator ? cell(view.theme.unit)
               : is_change  ? say("points")
                            : say("score")},
              {},
              {false, false, false, true, false, true}};
  for (std::size_t i = 0; i < areas.areas.size(); ++i) {
    const answer::AtlasArea& one = areas.areas[i];
    const answer::Figure number{"", view.number_of[i], answer::unit_of(view.theme.kind), {}};
    t.rows.push_back({cell(one.name), cell(one.code.text), cell(one.gemeente), cell(one.residents),
                      class_words(view, legend, i), cell(number)});
  }
  return t;
}

}  // namespace

Document theme_document(const ThemeView& view, const AtlasAreas& areas,
                        const series::Project& project, const base::Catalogue& catalogue,
                        base::Language language, Links more, bool shows_sure) {
  const ThemeLegend legend = theme_legend(view, areas, project, catalogue, language);
  Document out;
  out.language = language;
  out.title = legend.title;
  out.summary = legend.subtitle;
  out.running_head = legend.title;
  if (!legend.sentence.empty())
    out.lede.emplace_back(Paragraph{{say("{}", legend.sentence)}, Paragraph::Kind::lede});
  if (shows_sure && legend.sure)
    out.lede.emplace_back(Paragraph{{say("{}", legend.sure->sentence)}});
  out.lede.emplace_back(std::move(more));
  Chapter map{"kaart", say("Map"), {}};
  if (areas.has_outlines() || areas.level == area::Level::cell) {
    ChartView chart;
    chart.id = "map";
    chart.title = say("{}", legend.title);
    chart.subtitle = say("{}", legend.subtitle);
    chart.description = say("{}", legend.sentence.empty() ? legend.title : legend.sentence);
    chart.source = say("{}", legend.source);
    detail::draw(MapDesk{catalogue, language}, chart, [&](const chart::Frame& frame) {
      return theme_map(view, areas, project, catalogue, language, frame.width, frame.id,
                       shows_sure);
    });
    map.blocks.emplace_back(std::move(chart));
  }
  map.blocks.emplace_back(legend_table(legend));
  out.chapters.push_back(std::move(map));
  if (areas.level == area::Level::cell) return out;
  out.chapters.push_back({"gebieden", say("Areas"), {areas_table(view, areas, legend)}});
  return out;
}

}  // namespace wijkbeeld::report
