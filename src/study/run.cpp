// SPDX-License-Identifier: EUPL-1.2
#include "study/run.hpp"

#include <algorithm>
#include <utility>

#include "study/check.hpp"
#include "study/cohort.hpp"
#include "study/describe.hpp"
#include "study/draw.hpp"
#include "study/expert.hpp"
#include "study/group.hpp"
#include "study/panel.hpp"
#include "study/typology.hpp"

namespace wijkbeeld::study {

using base::say;

namespace {

template <class T>
void append(std::vector<T>& to, std::vector<T> from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

std::vector<Panel> panels_of(const Plan& plan, const series::Project& project,
                             std::span<const instrument::Edition> editions, base::Ledger& ledger) {
  std::vector<Panel> panels;
  for (const EditionPlan& one : plan.editions) {
    panels.emplace_back(instrument::edition_named(editions, one.id), one.level, one.vintage,
                        project, one.waves, plan.minimum_residents);
    if (panels.back().withheld() > 0)
      ledger.add({"withheld-by-plan",
                  base::Severity::note,
                  {one.id.text, "", 0, 0},
                  say("{} areas have fewer than {} residents and are withheld as the plan says",
                      panels.back().withheld(), plan.minimum_residents)});
  }
  return panels;
}

// The same question of the next level up, for the check of aggregation.
void check_higher_levels(const Panel& panel, const series::Project& project, Findings& out) {
  for (const area::Level level : {area::Level::wijk, area::Level::gemeente}) {
    if (level <= panel.level()) continue;
    const bool is_present =
        std::any_of(project.series.begin(), project.series.end(), [&](const series::Series& one) {
          return one.key().edition == panel.edition().id && one.key().level == level &&
                 one.key().vintage == panel.vintage();
        });
    if (!is_present) continue;
    const Panel higher(panel.edition(), level, panel.vintage(), project, panel.waves());
    append(out.aggregation_check, check_aggregation(panel, higher));
    ClassChecks classes = check_classes(higher);
    append(out.class_check, std::move(classes.checks));
    append(out.class_mismatches, std::move(classes.mismatches));
  }
}

void check(const Panel& panel, const series::Project& project, Findings& out) {
  ClassChecks classes = check_classes(panel);
  append(out.class_check, std::move(classes.checks));
  append(out.class_mismatches, std::move(classes.mismatches));
  check_higher_levels(panel, project, out);
  check_sums(panel, out.ledger);
  check_residents(panel, out.ledger);
  out.editions.push_back(coverage(panel));
}

const Group* group_named(const std::vector<Group>& all, const std::string& id) {
  for (const Group& group : all)
    if (group.id == id) return &group;
  return nullptr;
}

void check_headline(const Plan& plan, const Panel& panel, const std::vector<Group>& all,
                    Findings& out) {
  if (!plan.headline) return;
  const Group nation{"nation", panel.all(), false};
  const Group* cohort = group_named(all, plan.headline->cohort);
  const Group* other = group_named(all, plan.headline->comparison);
  if (cohort == nullptr || cohort->rows.empty()) return;
  const Group& comparison = other == nullptr ? nation : *other;
  append(out.version_check, version_check(panel, *cohort, comparison));
  append(out.selection_check, selection_check(panel, comparison, cohort->rows.size()));
}

void classify(const Plan& plan, const Panel& panel, const std::vector<Group>& all, Findings& out) {
  if (!plan.typology) return;
  for (const std::string& id : plan.typology->cohorts) {
    const Group* cohort = group_named(all, id);
    if (cohort == nullptr || cohort->rows.empty()) continue;
    append(out.typology, typology(*plan.typology, panel, *cohort));
    append(out.typology_counts, typology_counts(*plan.typology, panel, *cohort));
    append(out.typology_moves, typology_moves(*plan.typology, panel, *cohort));
  }
}

// The wave that maps and layers show: that of the typology, else the last one.
std::pair<Wave, Period> shown_waves(const Plan& plan, const Panel& panel) {
  if (plan.typology) return {plan.typology->last, {plan.typology->stall, plan.typology->last}};
  const Wave last = panel.waves().back();
  const Wave before = panel.waves().size() > 1 ? panel.waves()[panel.waves().size() - 2] : last;
  return {last, {before, last}};
}

std::vector<AreaFigure> area_figures(const Plan& plan, const Panel& panel,
                                     const std::vector<Typology>& types) {
  const auto [last, recent] = shown_waves(plan, panel);
  std::vector<AreaFigure> out;
  for (std::size_t row = 0; row < panel.size(); ++row) {
    const PanelArea& one = panel.area(row);
    AreaFigure figure{panel.edition().id.text,
                      one.code.text,
                      one.name,
                      one.gemeente,
                      one.residents,
                      as_integer(panel.situation(row, last)),
                      panel.score(row, last),
                      as_integer(panel.development(row, recent)),
                      panel.change(row, recent),
                      ""};
    const auto type = std::find_if(types.begin(), types.end(), [&](const Typology& t) {
      return t.area_code == one.code.text && t.edition == figure.edition;
    });
    if (type != types.end()) figure.cluster = type->cluster;
    out.push_back(std::move(figure));
  }
  return out;
}

}  // namespace

Findings run_study(const Plan& plan, const series::Project& project,
                   std::span<const instrument::Edition> editions, base::Workers workers,
                   base::Progress& progress) {
  Findings out;
  out.plan = plan;
  out.files = project.files;
  out.ledger = project.ledger;
  progress.begin(say("working out the cohorts"));
  const std::vector<Panel> panels = panels_of(plan, project, editions, out.ledger);
  const std::vector<Cohort> cohorts = resolve_cohorts(plan, panels, project, out.ledger);
  for (const Cohort& cohort : cohorts) {
    append(out.cohort_members, cohort.members);
    append(out.cohort_exclusions, cohort.exclusions);
  }
  out.cohort_overlaps = overlaps(cohorts);
  progress.check();

  // Each panel's findings are made apart and joined in the order of the plan.
  std::vector<Findings> parts(panels.size());
  base::for_blocks(panels.size(), 1, workers, [&](std::size_t begin, std::size_t) {
    const Panel& panel = panels[begin];
    Findings& part = parts[begin];
    const std::vector<Group> all = groups(plan, cohorts, panel);
    check(panel, project, part);
    append(part.national_classes, national_classes(panel));
    for (const Group& group : all)
      describe_group(panel, group, panel.pairs(), panel.pairs(), part);
    part.specificity = specificity(part.cohort_decomposition);
    check_headline(plan, panel, all, part);
    if (begin == 0) classify(plan, panel, all, part);  // the plan's first edition decides
    part.area_figures = area_figures(plan, panel, part.typology);
    part.drawn = outlines_for(plan, panel, project);
  });
  progress.check();
  for (Findings& part : parts) {
    append(out.editions, std::move(part.editions));
    append(out.national_classes, std::move(part.national_classes));
    append(out.class_check, std::move(part.class_check));
    append(out.class_mismatches, std::move(part.class_mismatches));
    append(out.aggregation_check, std::move(part.aggregation_check));
    append(out.cohort_path, std::move(part.cohort_path));
    append(out.cohort_change, std::move(part.cohort_change));
    append(out.cohort_decomposition, std::move(part.cohort_decomposition));
    append(out.typology, std::move(part.typology));
    append(out.typology_counts, std::move(part.typology_counts));
    append(out.typology_moves, std::move(part.typology_moves));
    append(out.transitions, std::move(part.transitions));
    append(out.cohort_transitions, std::move(part.cohort_transitions));
    append(out.status_dynamics, std::move(part.status_dynamics));
    append(out.specificity, std::move(part.specificity));
    append(out.version_check, std::move(part.version_check));
    append(out.selection_check, std::move(part.selection_check));
    append(out.area_figures, std::move(part.area_figures));
    append(out.drawn, std::move(part.drawn));
    out.ledger.add(part.ledger);
  }
  out.outlines = used_outlines(out.drawn, project);
  const area::Outlines* borders = gemeente_borders(project, panels.front().vintage());
  const bool has_borders = std::any_of(out.outlines.begin(), out.outlines.end(), [](const auto& o) {
    return o.level == area::Level::gemeente;
  });
  if (borders != nullptr && !out.outlines.empty() && !has_borders) out.outlines.push_back(*borders);
  return out;
}

}  // namespace wijkbeeld::study
