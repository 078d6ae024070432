// SPDX-License-Identifier: EUPL-1.2
#include "study/cohort_study.hpp"

#include <algorithm>
#include <iterator>

#include "study/check.hpp"
#include "study/cohort.hpp"
#include "study/describe.hpp"
#include "study/expert.hpp"
#include "study/group.hpp"
#include "study/typology.hpp"

namespace wijkbeeld::study {

namespace {

template <class T>
void join_rows(std::vector<T>& to, std::vector<T> rows) {
  to.insert(to.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
}

CohortPlan cohort_by_rule(std::string_view id, const std::string& text, const Panel& panel) {
  CohortPlan out;
  out.id = id;
  out.title = {text, text};
  out.edition = panel.edition().id;
  out.place = {"", "", 1, 1};
  if (Selection::is_selection(text)) {
    out.selection = Selection::parse(text, out.place);
    out.selection->check(panel.edition(), out.place);
  } else {
    out.rule = Rule::parse(text, out.place);
    out.rule->check(panel.edition(), out.place);
  }
  return out;
}

CohortPlan cohort_by_list(const std::string& list, const Panel& panel) {
  CohortPlan out;
  out.id = kChosenCohort;
  out.title = {list, list};
  out.edition = panel.edition().id;
  out.list = list;
  out.place = {"", "", 1, 0};
  return out;
}

// The change that is taken apart: it costs the most and is read for the latest step.
std::vector<Period> last_step(const Panel& panel) {
  const std::vector<Wave>& waves = panel.waves();
  if (waves.size() < 2) return {};
  return {{waves[waves.size() - 2], waves.back()}};
}

const Group* group_called(const std::vector<Group>& all, const std::string& id) {
  for (const Group& group : all)
    if (group.id == id) return &group;
  return nullptr;
}

}  // namespace

Plan cohort_plan(const CohortQuestion& question, const Panel& panel) {
  Plan out;
  out.id = "groep";
  out.editions = {{panel.edition().id, panel.level(), panel.vintage(), panel.waves()}};
  out.compare_with_rest = question.against_rest;
  out.cohorts.push_back(question.list.empty() ? cohort_by_rule(kChosenCohort, question.rule, panel)
                                              : cohort_by_list(question.list, panel));
  out.title = out.cohorts.front().title;
  if (!question.other.empty())
    out.cohorts.push_back(cohort_by_rule(kOtherCohort, question.other, panel));
  const std::vector<Wave>& waves = panel.waves();
  const std::string cohort(kChosenCohort);
  if (waves.size() > 1)
    out.headline = HeadlinePlan{cohort, question.against_rest ? cohort + ":rest" : "nation",
                                waves.front(), waves[waves.size() - 2], waves.back()};
  return out;
}

std::vector<Period> followed_periods(const Panel& panel) {
  const std::vector<Wave>& waves = panel.waves();
  std::vector<Period> out;
  for (std::size_t i = 0; i + 1 < waves.size(); ++i) {
    out.push_back({waves[i], waves[i + 1]});
    out.push_back({waves[i], waves.back()});
  }
  if (waves.size() > 2) out.push_back({waves.front(), waves[waves.size() - 2]});
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

Findings nation_study(const Panel& panel) {
  Findings out;
  out.editions.push_back(coverage(panel));
  out.national_classes = national_classes(panel);
  describe_group(panel, {"nation", panel.all(), false}, followed_periods(panel), last_step(panel),
                 out);
  return out;
}

Findings study_cohorts(const Plan& plan, const Panel& panel, const Findings& nation,
                       const series::Project& project) {
  Findings out = nation;
  out.plan = plan;
  const std::vector<Cohort> cohorts = resolve_cohorts(plan, {&panel, 1}, project, out.ledger);
  for (const Cohort& cohort : cohorts) {
    join_rows(out.cohort_members, cohort.members);
    join_rows(out.cohort_exclusions, cohort.exclusions);
  }
  out.cohort_overlaps = overlaps(cohorts);
  const std::vector<Group> all = groups(plan, cohorts, panel);
  const std::vector<Period> periods = followed_periods(panel);
  for (const Group& group : all)
    if (group.id != "nation") describe_group(panel, group, periods, last_step(panel), out);
  if (plan.headline)
    if (const Group* cohort = group_called(all, plan.headline->cohort))
      join_rows(out.selection_check,
                selection_check(panel, {"nation", panel.all(), false}, cohort->rows.size()));
  if (plan.typology)
    for (const std::string& id : plan.typology->cohorts)
      if (const Group* cohort = group_called(all, id)) {
        join_rows(out.typology, typology(*plan.typology, panel, *cohort));
        join_rows(out.typology_counts, typology_counts(*plan.typology, panel, *cohort));
        join_rows(out.typology_moves, typology_moves(*plan.typology, panel, *cohort));
      }
  return out;
}

}  // namespace wijkbeeld::study
