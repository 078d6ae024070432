// SPDX-License-Identifier: EUPL-1.2
#include "answer/names.hpp"
#include "chart/bars.hpp"
#include "chart/points.hpp"
#include "report/detail/chapters.hpp"

namespace wijkbeeld::report::detail {

using answer::EditionAnswers;
using answer::SelectionAnswer;
using answer::shown;
using answer::shown_size;
using answer::SpecificityAnswer;
using answer::Standing;
using answer::VersionAnswer;
using base::Message;
using base::say;

namespace {

// 1. Specificity.

Message specificity_verdict(const Desk& desk, const EditionAnswers& e, const SpecificityAnswer& s) {
  const std::string own = desk.dimension(e.used->edition, s.largest_in_cohort);
  const std::string other = desk.dimension(e.used->edition, s.largest_in_comparison);
  if (s.verdict == SpecificityAnswer::Verdict::same)
    return say(
        "No. In both groups '{}' differs most between areas whose score fell and the others: {} of "
        "the gap in the group and {} in the comparison group. It is no mark of this group alone.",
        own, shown(s.cohort_share), shown(s.comparison_share));
  return say(
      "Yes. In the group '{}' differs most between areas whose score fell and the others ({} of "
      "the "
      "gap), in the comparison group it is '{}' ({}).",
      own, shown(s.cohort_share), other, shown(s.comparison_share));
}

TableView gap_table(const Desk& desk, const EditionAnswers& e, const SpecificityAnswer& s) {
  TableView t{"t-specificity-" + as_id(e.id),
              say("Gap between areas that fell and the others, per dimension"),
              {say("dimension"), say("the group"), say("share of the gap"), say("comparison group"),
               say("share of the gap")},
              {}};
  for (std::size_t i = 0; i < s.cohort_gaps.size() && i < s.comparison_gaps.size(); ++i) {
    const auto& own = s.cohort_gaps[i];
    const auto& other = s.comparison_gaps[i];
    t.rows.push_back({say("{}", desk.dimension(e.used->edition, own.dimension)), cell(own.gap),
                      cell(own.share_of_gap), cell(other.gap), cell(other.share_of_gap)});
  }
  t.notes.push_back(say("Table specificity in findings.json and annex.xlsx."));
  return t;
}

ChartView specificity_view(const Desk& desk, const EditionAnswers& e, const SpecificityAnswer& s) {
  ChartView view;
  view.id = "fig-specificity-" + as_id(e.id);
  view.title = s.verdict == SpecificityAnswer::Verdict::same
                   ? say("The same dimension sets falling areas apart, in the group and outside it")
                   : say("Another dimension sets falling areas apart in the group than outside it");
  view.subtitle =
      say("Mean change of areas whose score fell minus that of the others, score points, "
          "{} to {}, {}",
          s.period.from.year, s.period.to.year, desk.words(e.used->edition.title));
  view.description =
      say("The group: {}. Comparison: {}.", desk.group(s.cohort), desk.group(s.comparison));
  view.source = desk.source(*e.used);
  view.table = gap_table(desk, e, s);
  draw(desk, view, [&](const chart::Frame& frame) {
    chart::DecompositionChart c;
    c.frame = frame;
    c.total_label = desk.words(say("total score"));
    c.format = desk.format(3, false, true);
    c.absent_label = desk.words(say("not measured"));
    for (const auto& one : s.cohort_gaps)
      c.dimensions.push_back(desk.dimension(e.used->edition, one.dimension));
    for (const bool is_own : {true, false}) {
      chart::Contributions group{
          desk.words(is_own ? say("the group") : say("comparison group")), "", {}, {}};
      for (const auto& one : is_own ? s.cohort_gaps : s.comparison_gaps)
        group.values.push_back(optional(one.gap));
      group.total = optional(is_own ? s.cohort_total : s.comparison_total);
      c.groups.push_back(std::move(group));
    }
    return chart::decomposition_chart(c);
  });
  return view;
}

void add_specificity(const Desk& desk, std::vector<Block>& blocks) {
  bool is_first = true;
  for (const EditionAnswers& e : desk.answers.editions) {
    if (!e.specificity) continue;
    if (is_first) {
      blocks.emplace_back(
          Subheading{"toets-specifiek", say("1. Is what fell special to this group?")});
      blocks.emplace_back(Paragraph{{say(
          "Question: is the dimension that sets areas whose score fell apart from the others in "
          "the group the same one as everywhere?")}});
      is_first = false;
    }
    blocks.emplace_back(Paragraph{{specificity_verdict(desk, e, *e.specificity)}});
    blocks.emplace_back(specificity_view(desk, e, *e.specificity));
  }
}

// 2. Version and time.

Message version_verdict(const VersionAnswer& v) {
  switch (v.verdict) {
    case VersionAnswer::Verdict::holds:
      return say("Yes. Every edition used here, and the next wave, show the same standing.");
    case VersionAnswer::Verdict::only_then:
      return say("Not in time. The standing after the turn does not come back in the next wave.");
    case VersionAnswer::Verdict::by_edition:
      return say(
          "No. The editions do not agree on the standing after the turn: the finding hangs "
          "on the version of the instrument.");
    case VersionAnswer::Verdict::single_edition:
      return say("This cannot be told here: there is one edition and no next wave.");
    case VersionAnswer::Verdict::unknown:
      break;
  }
  return say("This cannot be told here: the scores are missing.");
}

Message standing_word(Standing standing) {
  switch (standing) {
    case Standing::ahead:
      return say("gained ground");
    case Standing::level:
      return say("kept pace");
    case Standing::behind:
      return say("fell behind");
    case Standing::unknown:
      break;
  }
  return say("cannot be told");
}

void add_version_rows(const Desk& desk, const answer::Headline& h, TableView& t) {
  const study::EditionUsed& used = answer::edition_used(desk.findings, h.edition);
  t.rows.push_back({say("{}", desk.words(used.edition.title))});
  for (const auto& s : {h.before, h.after, h.next})
    if (s)
      t.rows.push_back({say("{}–{}", s->period.from.year, s->period.to.year),
                        cell(s->cohort.weighted_mean_change),
                        cell(s->comparison.weighted_mean_change), cell(s->difference),
                        cell(s->cohort.share_residents_lower),
                        cell(s->comparison.share_residents_lower),
                        say("{}", desk.words(standing_word(s->standing)))});
}

TableView version_table(const Desk& desk, const VersionAnswer& v) {
  TableView t{
      "t-version",
      say("The group against its comparison, per edition and stretch"),
      {say("waves"), say("the group"), say("comparison"), say("difference"),
       say("residents lower, the group"), say("residents lower, comparison"), say("the group")},
      {},
      {false, true, true, true, true, true, false}};
  for (const answer::Headline& h : v.headlines)
    add_version_rows(desk, h, t);
  t.notes.push_back(
      say("Mean change in score points, weighted by residents. Values of different "
          "editions are never subtracted. A dash: classes only. Tables cohort_change "
          "and version_check, which has every step."));
  return t;
}

std::optional<ChartView> steps_view(const Desk& desk, const EditionAnswers& e) {
  if (!e.headline) return std::nullopt;
  const auto own = answer::steps(desk.findings, e.id, e.headline->cohort);
  const auto other = answer::steps(desk.findings, e.id, e.headline->comparison);
  chart::DotInterval c;
  for (std::size_t i = 0; i < own.size() && i < other.size(); ++i)
    if (own[i].per_year.value && other[i].per_year.value)
      c.rows.push_back({desk.words(desk.period(own[i].period)),
                        {{optional(own[i].per_year)}, {optional(other[i].per_year)}}});
  if (c.rows.size() < 2) return std::nullopt;
  ChartView view;
  view.id = "fig-steps-" + as_id(e.id);
  view.title = say("Change per year, from wave to wave: {}", desk.words(e.used->edition.title));
  view.subtitle =
      say("Mean change per year, score points, weighted by residents, {}", desk.areas(*e.used));
  view.description = say("The group: {}. Comparison: {}. Per year, as waves are not evenly spaced.",
                         desk.group(e.headline->cohort), desk.group(e.headline->comparison));
  view.source = desk.source(*e.used);
  c.series = {desk.words(say("the group")), desk.words(say("comparison"))};
  c.axis.format = desk.format(3, false, true);
  c.axis.has_zero_line = true;
  draw(desk, view, [&](const chart::Frame& frame) {
    c.frame = frame;
    return chart::dot_interval(c);
  });
  return view;
}

void add_versions(const Desk& desk, std::vector<Block>& blocks) {
  if (!desk.answers.versions) return;
  const VersionAnswer& v = *desk.answers.versions;
  blocks.emplace_back(
      Subheading{"toets-versie", say("2. Does it hang on the version or on the wave?")});
  blocks.emplace_back(Paragraph{{say("Question: does the standing of the group after the turn come "
                                     "back in every edition, and "
                                     "in the next wave?"),
                                 version_verdict(v)}});
  blocks.emplace_back(version_table(desk, v));
  for (const EditionAnswers& e : desk.answers.editions)
    if (auto view = steps_view(desk, e)) blocks.emplace_back(std::move(*view));
}

// 3. Selection.

Message selection_verdict(const SelectionAnswer& s) {
  switch (s.verdict) {
    case SelectionAnswer::Verdict::dips_when_chosen:
      return say(
          "Yes. In all {} choices the chosen areas stand furthest behind in the wave they "
          "were chosen on, and closer before and after.",
          shown(s.choices));
    case SelectionAnswer::Verdict::partly:
      return say(
          "In part. In {} of {} choices the chosen areas stand furthest behind in the wave "
          "they were chosen on.",
          shown(s.choices_with_dip), shown(s.choices));
    default:
      return say(
          "No. In none of the {} choices the chosen areas stand furthest behind in the wave "
          "they were chosen on.",
          shown(s.choices));
  }
}

Message expected_sentence(const SelectionAnswer& s) {
  const int from = s.judged->from.year;
  const int to = s.judged->to.year;
  switch (s.against_expected) {
    case Standing::behind:
      return say(
          "The areas chosen on {} stood {} points lower in {} than regression to the mean alone "
          "would have it: selection is not all of it.",
          from, shown_size(s.beyond_expected), to);
    case Standing::ahead:
      return say(
          "The areas chosen on {} stood {} points higher in {} than regression to the mean alone "
          "would have it: selection is not all of it.",
          from, shown_size(s.beyond_expected), to);
    default:
      return say(
          "The areas chosen on {} stood in {} about where regression to the mean alone would have "
          "them ({} points from it).",
          from, to, shown(s.beyond_expected));
  }
}

TableView selection_table(const Desk& desk, const SelectionAnswer& s) {
  TableView t{"t-selection-" + as_id(s.edition),
              say("The {} lowest areas of each wave, followed",
                  base::to_text(shown(s.areas), desk.language())),
              {say("wave"), say("mean of the chosen"), say("mean of all"), say("difference"),
               say("expected mean"), say("observed minus expected")},
              {}};
  for (const answer::SelectionPath& path : s.paths) {
    t.rows.push_back({say("chosen on {}", path.chosen_in.year)});
    for (const auto& p : path.points)
      t.rows.push_back({say("{}", p.wave.year), cell(p.mean), cell(p.national_mean), cell(p.gap),
                        cell(p.expected_mean), cell(p.observed_minus_expected)});
  }
  t.notes.push_back(
      say("Each area counts once; areas with a score in every wave only. Table "
          "selection_check."));
  return t;
}

Message selection_title(const SelectionAnswer& s) {
  switch (s.verdict) {
    case SelectionAnswer::Verdict::dips_when_chosen:
      return say("Areas chosen for a low score stand lowest in the year they are chosen on");
    case SelectionAnswer::Verdict::partly:
      return say("In {} of {} choices the chosen areas stand lowest in the year they are chosen on",
                 shown(s.choices_with_dip), shown(s.choices));
    default:
      return say("No dip in the wave of choosing");
  }
}

ChartView selection_view(const Desk& desk, const EditionAnswers& e, const SelectionAnswer& s) {
  ChartView view;
  view.id = "fig-selection-" + as_id(e.id);
  view.title = selection_title(s);
  view.subtitle =
      say("The {} lowest of each wave: distance to the mean of all, score points, {}, {}",
          base::to_text(shown(s.areas), desk.language()), desk.areas(*e.used),
          desk.words(e.used->edition.title));
  view.description =
      say("One panel per wave of choosing. Full line: the areas chosen. Dashed line: "
          "what regression to the mean alone would give.");
  view.source = desk.source(*e.used);
  view.table = selection_table(desk, s);
  std::vector<series::Wave> waves;
  for (const auto& p : s.paths.front().points)
    waves.push_back(p.wave);
  draw(desk, view, [&](const chart::Frame& frame) {
    chart::SmallMultiples c;
    c.frame = frame;
    c.waves = chart_waves(waves);
    c.axis.format = desk.format(2, false, true);
    for (const answer::SelectionPath& path : s.paths) {
      chart::Line own{desk.words(say("chosen areas")), chart::LineStyle::cohort, {}};
      chart::Line expected{desk.words(say("expected")), chart::LineStyle::nation, {}};
      for (const auto& p : path.points) {
        own.values.push_back(optional(p.gap));
        const auto line = optional(p.expected_gap);
        expected.values.push_back(line ? line : optional(p.gap));  // starts where it was chosen
      }
      c.panels.push_back({desk.words(say("chosen on {}", path.chosen_in.year)), {own, expected}});
    }
    c.panel_width = 180;
    c.panel_height = 120;
    return chart::small_multiples(c);
  });
  return view;
}

void add_selection(const Desk& desk, std::vector<Block>& blocks) {
  bool is_first = true;
  for (const EditionAnswers& e : desk.answers.editions) {
    if (!e.selection) continue;
    if (is_first) {
      blocks.emplace_back(Subheading{"toets-selectie", say("3. How much of it is selection?")});
      blocks.emplace_back(Paragraph{{say(
          "Question: a group chosen for a low score in one year stands low in that year partly "
          "by chance, and rises after it without anything having happened. Does the same "
          "picture appear when as many areas are chosen on another wave?")}});
      is_first = false;
    }
    Paragraph p{{selection_verdict(*e.selection)}};
    if (e.selection->judged) p.sentences.push_back(expected_sentence(*e.selection));
    blocks.emplace_back(p);
    blocks.emplace_back(selection_view(desk, e, *e.selection));
  }
}

}  // namespace

Chapter checks_chapter(const Desk& desk) {
  Chapter out{"toetsen", say("Three checks of an expert"), {}};
  add_specificity(desk, out.blocks);
  add_versions(desk, out.blocks);
  add_selection(desk, out.blocks);
  return out;
}

}  // namespace wijkbeeld::report::detail
