// SPDX-License-Identifier: EUPL-1.2
#include "answer/names.hpp"
#include "chart/bars.hpp"
#include "report/detail/chapters.hpp"

namespace wijkbeeld::report::detail {

using answer::DecomposedGroup;
using answer::Decomposition;
using answer::EditionAnswers;
using answer::shown;
using base::Message;
using base::say;

namespace {

Message group_words(const Desk& desk, const EditionAnswers& e, const std::string& group) {
  if (group == "lower") return say("score fell");
  if (group == "not_lower") return say("other {}", desk.areas(*e.used));
  return say("all {}", desk.areas(*e.used));
}

Message title(const Desk& desk, const EditionAnswers& e, const Decomposition& d) {
  const DecomposedGroup* lower = d.find("lower");
  if (lower == nullptr || !lower->lowest)
    return say("The change from {} to {} per dimension", d.period.from.year, d.period.to.year);
  const answer::DimensionPart* part = lower->find(*lower->lowest);
  return say("Where the score fell, '{}' went down most: {} points",
             desk.dimension(e.used->edition, *lower->lowest), shown(part->mean_change));
}

TableView table(const Desk& desk, const EditionAnswers& e, const Decomposition& d,
                const std::string& id) {
  TableView t{"t-" + id,
              say("Mean change per dimension, {} to {}", d.period.from.year, d.period.to.year),
              {say("dimension")},
              {}};
  for (const DecomposedGroup& group : d.groups)
    t.head.push_back(group_words(desk, e, group.group));
  std::vector<Message> areas{say("number of areas")};
  for (const DecomposedGroup& group : d.groups)
    areas.push_back(cell(group.areas));
  t.rows.push_back(areas);
  for (const answer::DimensionPart& part : d.groups.front().parts) {
    std::vector<Message> row{say("{}", desk.dimension(e.used->edition, part.dimension))};
    for (const DecomposedGroup& group : d.groups) {
      const answer::DimensionPart* own = group.find(part.dimension);
      row.push_back(own == nullptr ? say("–") : cell(own->mean_change));
    }
    t.rows.push_back(row);
  }
  if (!desk.options.has_files) {
    t.notes.push_back(say("Each area counts once. The parts add up to the total exactly."));
    return t;
  }
  t.notes.push_back(
      say("Each area counts once. The parts add up to the total exactly. Table "
          "cohort_decomposition in findings.json and annex.xlsx, also weighted by "
          "residents."));
  return t;
}

chart::DecompositionChart chart_of(const Desk& desk, const EditionAnswers& e,
                                   const Decomposition& d) {
  chart::DecompositionChart c;
  c.total_label = desk.words(say("total score"));
  for (const answer::DimensionPart& part : d.groups.front().parts)
    if (part.dimension != "total")
      c.dimensions.push_back(desk.dimension(e.used->edition, part.dimension));
  for (const DecomposedGroup& group : d.groups) {
    chart::Contributions one{desk.words(group_words(desk, e, group.group)),
                             desk.words(say("{} areas", shown(group.areas))),
                             {},
                             {}};
    for (const answer::DimensionPart& part : d.groups.front().parts) {
      const answer::DimensionPart* own = group.find(part.dimension);
      const auto value = own == nullptr ? std::nullopt : optional(own->mean_change);
      if (part.dimension == "total")
        one.total = value;
      else
        one.values.push_back(value);
    }
    c.groups.push_back(std::move(one));
  }
  c.format = desk.format(3, false, true);
  c.absent_label = desk.words(say("not measured"));
  return c;
}

ChartView view_of(const Desk& desk, const EditionAnswers& e, const Decomposition& d) {
  const std::string id = as_id(e.id + "-" + d.cohort);
  ChartView view;
  view.id = "fig-dimensions-" + id;
  view.title = title(desk, e, d);
  view.subtitle =
      say("Mean change of the contribution of each dimension, score points, {} to {}, "
          "{}: {}",
          d.period.from.year, d.period.to.year, desk.words(e.used->edition.title),
          desk.group(d.cohort));
  view.description =
      say("Bars to the left went down, bars to the right went up; the lowest bar is "
          "the total. A contribution is not a mark for a dimension.");
  view.source = desk.source(*e.used);
  view.table = table(desk, e, d, id);
  draw(desk, view, [&](const chart::Frame& frame) {
    chart::DecompositionChart c = chart_of(desk, e, d);
    c.frame = frame;
    return chart::decomposition_chart(c);
  });
  return view;
}

}  // namespace

Chapter dimensions_chapter(const Desk& desk) {
  Chapter out{"dimensies", say("Which dimensions changed"), {}};
  for (const EditionAnswers& e : desk.answers.editions) {
    if (e.decompositions.empty()) continue;
    if (out.blocks.empty())
      out.blocks.emplace_back(Paragraph{
          {say("A score is the sum of its dimensions, so a change can be taken apart without "
               "remainder. That says in which part of the score a change sits, not where it comes "
               "from.")}});
    if (desk.has_editions())
      out.blocks.emplace_back(
          Subheading{"dimensies-" + as_id(e.id), say("{}", desk.words(e.used->edition.title))});
    for (const Decomposition& d : e.decompositions)
      out.blocks.emplace_back(view_of(desk, e, d));
  }
  return out;
}

}  // namespace wijkbeeld::report::detail
