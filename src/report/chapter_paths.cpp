// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "answer/names.hpp"
#include "chart/points.hpp"
#include "report/detail/chapters.hpp"
#include "study/cohort_study.hpp"

namespace wijkbeeld::report::detail {

using answer::Change;
using answer::EditionAnswers;
using answer::Path;
using answer::shown;
using answer::Standing;
using base::Message;
using base::say;

namespace {

// The groups worth a line, at most five: the headline's pair, then cohorts, then the rest.
std::vector<const Path*> leading(const Desk& desk, const EditionAnswers& e) {
  std::vector<const Path*> out;
  const auto add = [&](const std::string& group) {
    for (const Path& one : e.paths) {
      const bool has =
          std::any_of(out.begin(), out.end(), [&](const Path* p) { return p->group == one.group; });
      const bool is_empty = std::all_of(one.points.begin(), one.points.end(),
                                        [](const auto& p) { return *p.areas == 0; });
      if (one.group == group && !has && !is_empty && out.size() < 5) out.push_back(&one);
    }
  };
  if (e.headline) {
    add(e.headline->cohort);
    add(e.headline->comparison);
  }
  add("nation");
  for (const answer::CohortAnswer& cohort : desk.answers.cohorts)
    add(cohort.plan->id);
  if (e.headline) add(e.headline->cohort + ":gemeente");
  return out;
}

chart::LineStyle style_of(const EditionAnswers& e, const Path& path, int& others) {
  if (path.group == "nation") return chart::LineStyle::nation;
  if (e.headline ? path.group == e.headline->cohort : others == 0 && false)
    return chart::LineStyle::cohort;
  constexpr chart::LineStyle styles[] = {chart::LineStyle::comparison_1,
                                         chart::LineStyle::comparison_2,
                                         chart::LineStyle::comparison_3};
  return styles[std::min(others++, 2)];
}

// Short names at the ends of lines; the full titles stand in the table and the cohort chapter.
std::string short_name(const Desk& desk, const EditionAnswers& e, const std::string& group) {
  if (group == "nation") return desk.words(say("whole country"));
  if (e.headline && group == e.headline->cohort) return desk.words(say("the group"));
  if (e.headline && group == e.headline->comparison) return desk.words(say("comparison"));
  if (group == study::kOtherCohort) return desk.words(say("the other rule"));
  if (group.ends_with(":gemeente")) return desk.words(say("own gemeenten"));
  return group;
}

std::vector<chart::Line> lines(const Desk& desk, const EditionAnswers& e,
                               answer::Figure answer::PathPoint::*member,
                               const std::vector<series::Wave>& waves) {
  std::vector<chart::Line> out;
  int others = 0;
  for (const Path* path : leading(desk, e)) {
    chart::Line line{short_name(desk, e, path->group), style_of(e, *path, others), {}};
    for (const series::Wave wave : waves) {
      const answer::PathPoint* point = path->at(wave);
      line.values.push_back(point == nullptr ? std::nullopt : optional(point->*member));
    }
    const bool has_any = std::any_of(line.values.begin(), line.values.end(),
                                     [](const auto& v) { return v.has_value(); });
    if (has_any) out.push_back(std::move(line));
  }
  return out;
}

std::vector<series::Wave> waves_with(const Desk& desk, const EditionAnswers& e,
                                     answer::Figure answer::PathPoint::*member) {
  std::vector<series::Wave> out;
  for (const series::Wave wave : e.used->waves)
    for (const Path* path : leading(desk, e)) {
      const answer::PathPoint* point = path->at(wave);
      if (point == nullptr || !(point->*member).value) continue;
      out.push_back(wave);
      break;
    }
  return out;
}

TableView path_table(const Desk& desk, const EditionAnswers& e,
                     answer::Figure answer::PathPoint::*member,
                     const std::vector<series::Wave>& waves, const std::string& id,
                     const Message& caption) {
  TableView t{id, caption, {say("group")}, {}};
  for (const series::Wave wave : waves)
    t.head.push_back(say("{}", wave.year));
  for (const Path* path : leading(desk, e)) {
    std::vector<Message> row{say("{}", desk.group(path->group))};
    for (const series::Wave wave : waves) {
      const answer::PathPoint* point = path->at(wave);
      row.push_back(point == nullptr ? say("–") : cell(point->*member));
    }
    t.rows.push_back(row);
  }
  if (desk.options.has_files)
    t.notes.push_back(say("Table cohort_path in findings.json and annex.xlsx."));
  return t;
}

Message path_title(const EditionAnswers& e) {
  if (!e.headline || !e.headline->after) return say("Mean score per wave");
  const answer::Stretch& s = *e.headline->after;
  switch (s.standing) {
    case Standing::ahead:
      return say("After {} the group gained ground on the comparison group", s.period.from.year);
    case Standing::level:
      return say("After {} the group kept pace with the comparison group", s.period.from.year);
    case Standing::behind:
      return say("After {} the group fell behind the comparison group", s.period.from.year);
    case Standing::unknown:
      break;
  }
  return say("Mean score per wave");
}

Message who_is_who(const Desk& desk, const EditionAnswers& e) {
  if (!e.headline) return say("One line per group; the axis of time is to scale.");
  return say("The group: {}. Comparison: {}. The axis of time is to scale.",
             desk.group(e.headline->cohort), desk.group(e.headline->comparison));
}

std::optional<ChartView> score_chart(const Desk& desk, const EditionAnswers& e) {
  const auto member = &answer::PathPoint::weighted_mean;
  const auto waves = waves_with(desk, e, member);
  if (waves.size() < 2) return std::nullopt;
  ChartView view;
  view.id = "fig-path-" + as_id(e.id);
  view.title = path_title(e);
  view.subtitle = say("Mean estimated score, weighted by residents, {}, {}", desk.areas(*e.used),
                      desk.words(e.used->edition.title));
  view.description = who_is_who(desk, e);
  view.source = desk.source(*e.used);
  view.table = path_table(desk, e, member, waves, "t-path-" + as_id(e.id),
                          say("Mean score, weighted by residents"));
  draw(desk, view, [&](const chart::Frame& frame) {
    chart::LineChart c;
    c.frame = frame;
    c.waves = chart_waves(waves);
    c.lines = lines(desk, e, member, waves);
    c.axis.format = desk.format(2);
    c.absent_label = desk.words(say("no scores"));
    return chart::line_chart(c);
  });
  return view;
}

// Class-based: the only picture of the waves before there were scores.
std::optional<ChartView> weak_chart(const Desk& desk, const EditionAnswers& e) {
  const auto member = &answer::PathPoint::share_weak;
  const auto waves = waves_with(desk, e, member);
  if (waves.size() < 2) return std::nullopt;
  const Path* nation = nullptr;
  for (const Path& one : e.paths)
    if (one.group == (e.headline ? e.headline->comparison : "nation")) nation = &one;
  ChartView view;
  view.id = "fig-weak-" + as_id(e.id);
  const auto* first = nation == nullptr ? nullptr : nation->at(waves.front());
  const auto* last = nation == nullptr ? nullptr : nation->at(waves.back());
  if (first != nullptr && last != nullptr && first->share_weak.value && last->share_weak.value)
    view.title = say("Of '{}' {} was weak or lower in {} and {} in {}", desk.group(nation->group),
                     shown(first->share_weak), waves.front().year, shown(last->share_weak),
                     waves.back().year);
  else
    view.title = say("Areas that are weak or lower, per wave");
  view.subtitle = say("Share of {} in class 4 or lower, {}", desk.areas(*e.used),
                      desk.words(e.used->edition.title));
  view.description = who_is_who(desk, e);
  if (e.used->edition.score_waves.size() < e.used->edition.waves.size())
    view.notes.push_back(
        say("Before {} this edition has classes only. A group chosen for a low class can only "
            "rise out of it; see the third check.",
            e.used->edition.score_waves.front().year));
  view.source = desk.source(*e.used);
  view.table = path_table(desk, e, member, waves, "t-weak-" + as_id(e.id),
                          say("Share of areas in class 4 or lower"));
  draw(desk, view, [&](const chart::Frame& frame) {
    chart::LineChart c;
    c.frame = frame;
    c.waves = chart_waves(waves);
    c.lines = lines(desk, e, member, waves);
    c.axis.format = desk.format(0, true);
    c.axis.low = 0;
    c.axis.has_zero_line = true;
    return chart::line_chart(c);
  });
  return view;
}

chart::SlopeItem slope_item(const Desk& desk, const EditionAnswers& e, const Path& path,
                            series::Period period, int& others) {
  const answer::PathPoint* from = path.at(period.from);
  const answer::PathPoint* to = path.at(period.to);
  return {short_name(desk, e, path.group),
          from == nullptr ? std::nullopt : optional(from->share_low),
          to == nullptr ? std::nullopt : optional(to->share_low), style_of(e, path, others)};
}

// About the cohort of the headline, else the nation.
Message slope_title(const Desk& desk, const EditionAnswers& e, series::Period period) {
  const std::string& low = desk.words(e.used->edition.low_name);
  for (const Path& path : e.paths) {
    if (path.group != (e.headline ? e.headline->cohort : "nation")) continue;
    const answer::PathPoint* from = path.at(period.from);
    const answer::PathPoint* to = path.at(period.to);
    if (from == nullptr || to == nullptr || !from->share_low.value || !to->share_low.value) break;
    return say("Of '{}' {} was '{}' in {}, and {} in {}", desk.group(path.group),
               shown(from->share_low), low, period.from.year, shown(to->share_low), period.to.year);
  }
  return say("How many areas were '{}' in {} and in {}", low, period.from.year, period.to.year);
}

std::optional<ChartView> slope(const Desk& desk, const EditionAnswers& e) {
  const auto waves = waves_with(desk, e, &answer::PathPoint::share_low);
  if (waves.size() < 2) return std::nullopt;
  const series::Period period{waves.front(), waves.back()};
  ChartView view;
  view.id = "fig-slope-" + as_id(e.id);
  view.title = slope_title(desk, e, period);
  view.subtitle = say("Share of {} that are low by the edition's definition, {}",
                      desk.areas(*e.used), desk.words(e.used->edition.title));
  view.description = who_is_who(desk, e);
  view.source = desk.source(*e.used);
  view.table = path_table(desk, e, &answer::PathPoint::share_low, waves, "t-low-" + as_id(e.id),
                          say("Share of areas that are low"));
  draw(desk, view, [&](const chart::Frame& frame) {
    chart::SlopeChart c;
    c.frame = frame;
    c.from_label = std::to_string(period.from.year);
    c.to_label = std::to_string(period.to.year);
    c.format = desk.format(1, true);
    int others = 0;
    for (const Path* path : leading(desk, e))
      c.items.push_back(slope_item(desk, e, *path, period, others));
    c.plot_height = 240;
    return chart::slope_chart(c);
  });
  return view;
}

std::vector<Message> change_row(const Change& c) {
  return {say("{}–{}", c.period.from.year, c.period.to.year),
          cell(c.areas),
          cell(c.residents),
          cell(c.share_areas_lower),
          cell(c.share_residents_lower),
          cell(c.share_areas_improved),
          cell(c.share_areas_declined),
          cell(c.weighted_mean_change),
          cell(c.per_year)};
}

TableView change_table(const Desk& desk, const EditionAnswers& e) {
  TableView t{
      "t-change-" + as_id(e.id),
      say("Changes per group, in areas and residents"),
      {say("waves"), say("areas"), say("residents"), say("areas lower"), say("residents lower"),
       say("areas improved"), say("areas declined"), say("mean change"), say("per year")},
      {}};
  for (const Path* path : leading(desk, e)) {
    t.rows.push_back({say("{}", desk.group(path->group))});
    const auto at = static_cast<std::size_t>(path - e.paths.data());
    for (const Change& one : e.changes[at])
      if (*one.areas > 0) t.rows.push_back(change_row(one));
  }
  t.notes.push_back(say(
      "Lower: the score fell. Improved and declined: development class 5 or higher, and 3 or "
      "lower. Mean change: score points, weighted by residents. A dash: no scores or classes for "
      "both waves. Shares count the areas with both."));
  if (!desk.options.has_files) {
    t.notes.push_back(desk.source(*e.used));
    return t;
  }
  t.notes.push_back(
      say("Table cohort_change in findings.json and annex.xlsx, with more groups and "
          "every pair of waves. {}",
          desk.words(desk.source(*e.used))));
  return t;
}

}  // namespace

Chapter paths_chapter(const Desk& desk) {
  Chapter out{"verloop", say("How they developed"), {}};
  for (const EditionAnswers& e : desk.answers.editions) {
    if (e.paths.empty()) continue;
    if (desk.has_editions())
      out.blocks.emplace_back(
          Subheading{"verloop-" + as_id(e.id), say("{}", desk.words(e.used->edition.title))});
    if (e.headline) {
      Paragraph p;
      for (const auto& stretch : {e.headline->before, e.headline->after, e.headline->next})
        if (stretch)
          for (const Message& one : stretch_sentences(desk, *stretch))
            p.sentences.push_back(one);
      out.blocks.emplace_back(p);
      Paragraph lower;
      for (const auto& stretch : {e.headline->after, e.headline->next})
        if (stretch && stretch->is_by_score)
          lower.sentences.push_back(lower_sentence(desk, *stretch, *e.used));
      out.blocks.emplace_back(lower);
    }
    for (auto view : {score_chart(desk, e), weak_chart(desk, e), slope(desk, e)})
      if (view) out.blocks.emplace_back(std::move(*view));
    out.blocks.emplace_back(change_table(desk, e));
  }
  return out;
}

}  // namespace wijkbeeld::report::detail
