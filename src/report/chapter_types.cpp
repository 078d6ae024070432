// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "answer/names.hpp"
#include "base/number.hpp"
#include "chart/points.hpp"
#include "report/area_map.hpp"
#include "report/detail/chapters.hpp"

namespace wijkbeeld::report::detail {

using answer::ClusterCount;
using answer::shown;
using answer::ThresholdCounts;
using answer::TypologyAnswer;
using base::Message;
using base::say;

namespace {

std::string cluster_name(const Desk& desk, const std::string& cluster) {
  const std::string letter = answer::letter_of_cluster(cluster);
  if (letter.empty()) return desk.words(say("not classified"));
  return letter + "  " + cluster;
}

TableView counts(const Desk& desk, const TypologyAnswer& t, const study::EditionUsed& used) {
  TableView out{"t-types-" + as_id(t.cohort),
                say("Clusters of '{}'", desk.group(t.cohort)),
                {say("cluster"), say("areas"), say("share of areas"), say("residents"),
                 say("share of residents")},
                {}};
  for (const ClusterCount& one : t.chosen->clusters)
    out.rows.push_back({say("{}", cluster_name(desk, one.cluster)), cell(one.areas),
                        cell(one.share_areas), cell(one.residents), cell(one.share_residents)});
  out.rows.push_back({say("together"), cell(t.areas), say(" "), cell(t.residents), say(" ")});
  out.notes.push_back(desk.options.has_files
                          ? say("Table typology_counts. {}", desk.words(desk.source(used)))
                          : desk.source(used));
  return out;
}

TableView sensitivity(const Desk& desk, const TypologyAnswer& t) {
  TableView out{"t-sensitivity-" + as_id(t.cohort),
                say("Areas per cluster at other thresholds t, '{}'", desk.group(t.cohort)),
                {say("cluster")},
                {}};
  for (const ThresholdCounts& one : t.thresholds)
    out.head.push_back(one.is_chosen ? say("t = {} (chosen)", base::Decimal{one.threshold, 4})
                                     : say("t = {}", base::Decimal{one.threshold, 4}));
  for (const ClusterCount& cluster : t.chosen->clusters) {
    std::vector<Message> row{say("{}", cluster_name(desk, cluster.cluster))};
    for (const ThresholdCounts& one : t.thresholds) {
      const ClusterCount* count = one.find(cluster.cluster);
      row.push_back(count == nullptr ? say("–") : cell(count->areas));
    }
    out.rows.push_back(row);
  }
  std::vector<Message> moved{say("in another cluster than at the chosen t")};
  for (const ThresholdCounts& one : t.thresholds)
    moved.push_back(cell(one.moved));
  out.rows.push_back(moved);
  return out;
}

// In a group made while somebody looks: more names or marks than these are no reading.
constexpr std::size_t kMostRows = 200;
constexpr std::size_t kMostMarks = 1500;

bool is_full(const Desk& desk, TableView& t, std::size_t all) {
  if (desk.options.has_files || t.rows.size() < kMostRows) return false;
  t.notes.push_back(
      say("The first {} of {}.", kMostRows, base::Count{static_cast<std::int64_t>(all)}));
  return true;
}

TableView moves(const Desk& desk, const TypologyAnswer& t) {
  TableView out{"t-moves-" + as_id(t.cohort),
                say("Areas whose cluster depends on t, '{}'", desk.group(t.cohort)),
                {say("area"), say("code"), say("t"), say("cluster at the chosen t"),
                 say("cluster at this t")},
                {},
                {false, false, true, false, false}};
  for (const study::TypologyMove* one : t.moves) {
    if (is_full(desk, out, t.moves.size())) break;
    out.rows.push_back({cell(one->area_name), cell(one->area_code),
                        say("{}", base::Decimal{one->threshold, 4}),
                        say("{}", cluster_name(desk, one->cluster_at_plan)),
                        say("{}", cluster_name(desk, one->cluster_then))});
  }
  out.folded_as = say("Which areas move, one by one");
  out.is_printed = false;
  return out;
}

TableView areas(const Desk& desk, const TypologyAnswer& t) {
  const study::TypologyPlan& plan = *desk.findings.plan.typology;
  TableView out{
      "t-areas-" + as_id(t.cohort),
      say("The areas of '{}' by gemeente, in alphabetical order", desk.group(t.cohort)),
      {say("gemeente"), say("area"), say("code"), say("cluster"), say("class {}", plan.last.year),
       say("change since {}", plan.stall.year), say("residents")},
      {},
      {false, false, false, false, true, true, true}};
  using answer::Unit;
  for (const study::Typology* one : t.rows) {
    if (is_full(desk, out, t.rows.size())) break;
    const std::string id = "typology/" + one->edition + "/" + one->cohort + "/" + one->area_code;
    out.rows.push_back(
        {cell(one->gemeente), cell(one->area_name), cell(one->area_code),
         say("{}", cluster_name(desk, one->cluster)),
         cell(answer::Figure{
             id + "#class_last", answer::real(one->class_last), Unit::class_number, {}}),
         cell(answer::Figure{id + "#change_since_2012", one->change_since_2012, Unit::change, {}}),
         cell(answer::Figure{id + "#residents", one->residents, Unit::residents, {}})});
  }
  if (!desk.options.has_files) {
    out.notes.push_back(say("No order of good or bad: the list is alphabetical."));
    return out;
  }
  out.notes.push_back(
      say("No order of good or bad: the list is alphabetical. Table typology has the "
          "deciding values of each area and the line of the rule that took it."));
  return out;
}

ChartView quadrant(const Desk& desk, const TypologyAnswer& t, const study::EditionUsed& used) {
  const study::TypologyPlan& plan = *desk.findings.plan.typology;
  ChartView view;
  view.id = "fig-quadrant-" + as_id(t.cohort);
  const ClusterCount* fallen = t.chosen->find("Terugval");
  if (fallen != nullptr)
    view.title = say("{} of the {} {} are in the cluster 'Terugval'", shown(fallen->areas),
                     shown(t.areas), desk.areas(used));
  else
    view.title = say("Level and change of each area");
  view.subtitle = say("Score in {} and its change since {}, score points, {}: {}", plan.last.year,
                      plan.stall.year, desk.words(used.edition.title), desk.group(t.cohort));
  view.description =
      say("One mark per area with the letter of its cluster. Right is a higher score, "
          "up is a rise since {}.",
          plan.stall.year);
  view.source = desk.source(used);
  std::optional<double> mean;
  for (const auto& at : used.at_wave)
    if (at.wave == plan.last && at.national_mean) mean = *at.national_mean;
  draw(desk, view, [&](const chart::Frame& frame) {
    chart::Quadrant c;
    c.frame = frame;
    c.x = {desk.words(say("score in {}", plan.last.year)), desk.format(1), mean.value_or(0),
           mean ? desk.words(say("national mean")) : ""};
    c.y = {desk.words(say("change since {}", plan.stall.year)), desk.format(2, false, true), 0, ""};
    const auto names = study::cluster_names();
    for (const std::string_view name : names) {
      const std::string letter = answer::letter_of_cluster(std::string(name));
      c.classes.push_back({letter.empty() ? "–" : letter,
                           letter.empty() ? desk.words(say("not classified")) : std::string(name)});
    }
    for (const study::Typology* one : t.rows) {
      if (!one->score_last || !one->change_since_2012) continue;
      const auto at = std::find(names.begin(), names.end(), one->cluster) - names.begin();
      c.points.push_back({*one->score_last, *one->change_since_2012,
                          std::min(static_cast<std::size_t>(at), names.size() - 1), "",
                          one->area_name + " (" + one->gemeente + ")"});
    }
    return chart::quadrant(c);
  });
  return view;
}

Bullets rule_lines(const study::TypologyPlan& plan) {
  Bullets out{{}, true};
  for (const study::TypologyLine& line : plan.lines)
    out.items.push_back(say("{} when: {}", line.cluster, line.when.text()));
  out.items.push_back(say("otherwise, or where a value is absent: not classified"));
  return out;
}

void add_leading(const Desk& desk, const TypologyAnswer& t, std::vector<Block>& blocks) {
  const study::EditionUsed& used = answer::edition_used(desk.findings, t.edition);
  if (auto map = typology_map(desk, t)) blocks.emplace_back(std::move(*map));
  blocks.emplace_back(counts(desk, t, used));
  if (desk.options.has_files || t.rows.size() <= kMostMarks)
    blocks.emplace_back(quadrant(desk, t, used));
  blocks.emplace_back(Subheading{"gevoeligheid", say("How much hangs on the threshold")});
  blocks.emplace_back(Paragraph{{say(
      "At the other thresholds {} of the {} {} ({}) are in another cluster.",
      shown(t.areas_that_move), shown(t.areas), desk.areas(used), shown(t.share_that_moves))}});
  blocks.emplace_back(sensitivity(desk, t));
  blocks.emplace_back(moves(desk, t));
  if (desk.options.has_files)
    blocks.emplace_back(Paragraph{{say("Which areas move: table typology_moves in annex.xlsx.")},
                                  Paragraph::Kind::note});
  blocks.emplace_back(Subheading{"gebieden", say("The areas")});
  blocks.emplace_back(areas(desk, t));
}

}  // namespace

Chapter types_chapter(const Desk& desk) {
  Chapter out{"typen", say("Four types of development"), {}};
  if (desk.answers.typologies.empty() || !desk.findings.plan.typology) return out;
  const study::TypologyPlan& plan = *desk.findings.plan.typology;
  out.blocks.emplace_back(Paragraph{{say(
      "The study of 2017 named four clusters in words and published no rule. The rule below is "
      "a reading of those words; the first line that holds decides. A change smaller than t = {} "
      "points counts as none.",
      base::Decimal{plan.threshold, 4})}});
  out.blocks.emplace_back(rule_lines(plan));
  if (desk.answers.typologies.front().chosen != nullptr)
    add_leading(desk, desk.answers.typologies.front(), out.blocks);
  for (std::size_t i = 1; i < desk.answers.typologies.size(); ++i) {
    const TypologyAnswer& t = desk.answers.typologies[i];
    if (t.chosen == nullptr) continue;
    if (i == 1)
      out.blocks.emplace_back(Subheading{"andere-groepen", say("The same for other groups")});
    out.blocks.emplace_back(counts(desk, t, answer::edition_used(desk.findings, t.edition)));
  }
  return out;
}

}  // namespace wijkbeeld::report::detail
