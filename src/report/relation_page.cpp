// SPDX-License-Identifier: EUPL-1.2
#include "report/relation_page.hpp"

#include "chart/points.hpp"
#include "report/detail/desk.hpp"
#include "report/relation_text.hpp"

namespace wijkbeeld::report {

using base::Message;
using base::say;
using detail::cell;

namespace {

struct RelationDesk {
  const RelationPage& page;
  const RelationText& text;
  const base::Catalogue& catalogue;
  base::Language language;

  [[nodiscard]] std::string words(const Message& message) const {
    return base::render(message, catalogue, language);
  }
};

chart::QuadrantAxis axis_of(const RelationDesk& desk, const RelationText::Axis& text,
                            const answer::RelationAxis& axis) {
  return {desk.words(say("{}, in {}", text.title, text.unit)),
          {desk.language, 2, false, false},
          axis.mean.value.value_or(0),
          desk.words(say("mean"))};
}

ChartView cloud_of(const RelationDesk& desk) {
  ChartView view;
  view.id = "fig-relation";
  view.title = say("{}", desk.text.title);
  view.subtitle = say("A dot for each area; the lines are the means, weighted by residents");
  view.description = say("{}", desk.text.sentence);
  view.source = say("{}", desk.text.source);
  detail::draw(desk, view, [&](const chart::Frame& frame) {
    chart::Quadrant chart;
    chart.frame = frame;
    chart.x = axis_of(desk, desk.text.x, desk.page.relation.x);
    chart.y = axis_of(desk, desk.text.y, desk.page.relation.y);
    for (std::size_t i = 0; i < desk.page.areas.areas.size(); ++i)
      if (desk.page.x.number_of[i] && desk.page.y.number_of[i])
        chart.cloud.emplace_back(*desk.page.x.number_of[i], *desk.page.y.number_of[i]);
    return chart::quadrant(chart);
  });
  return view;
}

TableView quadrants_of(const RelationDesk& desk) {
  TableView t{"t-quadrants",
              say("The four parts of the field"),
              {say("part"), say("areas"), say("residents")},
              {}};
  for (const RelationText::Quadrant& one : desk.text.quadrants)
    t.rows.push_back({cell(one.name), cell(one.areas), cell(one.residents)});
  return t;
}

TableView every_area_of(const RelationDesk& desk) {
  const RelationPage& page = desk.page;
  TableView t{"t-relation",
              say("Every area that has both"),
              {say("area"), say("code"), cell(desk.text.x.title), cell(desk.text.y.title)},
              {},
              {false, false, true, true}};
  for (std::size_t i = 0; i < page.areas.areas.size(); ++i) {
    if (!page.x.number_of[i] || !page.y.number_of[i]) continue;
    const answer::AtlasArea& one = page.areas.areas[i];
    const auto number = [&](const answer::ThemeView& view) {
      return cell(answer::Figure{"", view.number_of[i], answer::unit_of(view.theme.kind), {}});
    };
    t.rows.push_back({cell(one.name), cell(one.code.text), number(page.x), number(page.y)});
  }
  return t;
}

void add_ways(Document& out, const char* id, const Message& title, const Links& ways) {
  if (!ways.items.empty()) out.chapters.push_back({id, title, {ways}});
}

}  // namespace

Document relation_document(const RelationPage& page, const base::Catalogue& catalogue,
                           base::Language language) {
  const RelationText text = relation_text(page.relation, page.areas, catalogue, language);
  const RelationDesk desk{page, text, catalogue, language};
  Document out;
  out.language = language;
  out.title = text.title;
  out.summary = text.source;
  out.running_head = text.title;
  out.lede.emplace_back(Paragraph{{say("{}", text.sentence)}, Paragraph::Kind::lede});
  Chapter field{"veld", say("The field"), {}};
  if (page.relation.x.mean.has_value() && page.relation.y.mean.has_value()) {
    field.blocks.emplace_back(cloud_of(desk));
    field.blocks.emplace_back(quadrants_of(desk));
    out.chapters.push_back(std::move(field));
  }
  add_ways(out, "naar-rechts", say("Another quantity to the right"), page.other_x);
  add_ways(out, "omhoog", say("Another quantity upwards"), page.other_y);
  if (page.areas.level != area::Level::cell)
    out.chapters.push_back({"gebieden", say("Areas"), {every_area_of(desk)}});
  return out;
}

}  // namespace wijkbeeld::report
