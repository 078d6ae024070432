// SPDX-License-Identifier: EUPL-1.2
#include "answer/cohort.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "study/group.hpp"

namespace wijkbeeld::answer {
namespace {

Choice choice_of(const study::CohortPlan& plan) {
  if (!plan.union_of.empty()) return Choice::union_of;
  if (!plan.list.empty()) return Choice::list;
  return plan.selection ? Choice::selection : Choice::rule;
}

std::string how_of(const study::CohortPlan& plan) {
  switch (choice_of(plan)) {
    case Choice::rule:
      return plan.rule ? plan.rule->text() : "";
    case Choice::selection:
      return plan.selection->text;
    case Choice::list:
      return plan.list;
    case Choice::union_of:
      return base::join(plan.union_of, ", ");
  }
  return "";
}

void count(std::vector<Tally>& tallies, const std::string& name, const std::string& id,
           const std::string& input) {
  auto found = std::find_if(tallies.begin(), tallies.end(),
                            [&](const Tally& one) { return one.name == name; });
  if (found == tallies.end())
    found = tallies.insert(tallies.end(), {name, {id + "#" + name, 0.0, Unit::count, {input}}});
  found->count.value = *found->count.value + 1;
}

// How sure first, then less sure: the words a list uses; others behind them by name.
int certainty_rank(const std::string& name) {
  return name == "hoog" ? 0 : name == "midden" ? 1 : name == "laag" ? 2 : 3;
}

void add_members(const study::Findings& findings, CohortAnswer& out) {
  const std::string table = "cohort_members/" + out.plan->id;
  const std::string id = "answers/cohort/" + out.plan->id;
  study::People residents;
  for (const study::CohortMember& row : findings.cohort_members) {
    if (row.cohort != out.plan->id) continue;
    out.member_rows.push_back(&row);
    residents.add(row.residents);
    if (out.choice == Choice::list) count(out.certainties, row.certainty, id + "/certainty", table);
  }
  std::stable_sort(out.certainties.begin(), out.certainties.end(),
                   [](const Tally& a, const Tally& b) {
                     return certainty_rank(a.name) < certainty_rank(b.name);
                   });
  out.members = {
      id + "#members", static_cast<double>(out.member_rows.size()), Unit::count, {table}};
  out.residents = {id + "#residents", residents.total(), Unit::residents, {table}};
}

void add_exclusions(const study::Findings& findings, CohortAnswer& out) {
  const std::string table = "cohort_exclusions/" + out.plan->id;
  const std::string id = "answers/cohort/" + out.plan->id;
  for (const study::CohortExclusion& row : findings.cohort_exclusions) {
    if (row.cohort != out.plan->id) continue;
    out.exclusion_rows.push_back(&row);
    count(out.reasons, row.reason, id + "/excluded", table);
  }
  out.excluded = {
      id + "#excluded", static_cast<double>(out.exclusion_rows.size()), Unit::count, {table}};
}

}  // namespace

std::vector<CohortAnswer> cohorts(const study::Findings& findings) {
  std::vector<CohortAnswer> out;
  for (const study::CohortPlan& plan : findings.plan.cohorts) {
    CohortAnswer one;
    one.plan = &plan;
    one.choice = choice_of(plan);
    one.how = how_of(plan);
    add_members(findings, one);
    add_exclusions(findings, one);
    for (const study::CohortOverlap& row : findings.cohort_overlaps)
      if (row.cohort == plan.id) one.overlaps.push_back(&row);
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace wijkbeeld::answer
