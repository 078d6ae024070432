// SPDX-License-Identifier: EUPL-1.2
#include "answer/decomposition.hpp"

#include <algorithm>
#include <set>

#include "study/tables.hpp"

namespace wijkbeeld::answer {
namespace {

DimensionPart part(const study::CohortDecomposition& r) {
  const std::string id = study::row_id(
      "cohort_decomposition", {r.edition, r.cohort, r.group, std::to_string(r.period.from.year),
                               std::to_string(r.period.to.year), r.dimension});
  return {r.dimension,
          {id + "#mean_change", r.mean_change, Unit::change},
          {id + "#weighted_mean_change", r.weighted_mean_change, Unit::change}};
}

void mark_lowest(DecomposedGroup& group) {
  const DimensionPart* best = nullptr;
  for (const DimensionPart& one : group.parts) {
    if (one.dimension == "total" || one.dimension == "unallocated") continue;
    if (best == nullptr || *one.mean_change < *best->mean_change) best = &one;
  }
  if (best != nullptr) group.lowest = best->dimension;
}

}  // namespace

const DimensionPart* DecomposedGroup::find(const std::string& dimension) const {
  for (const DimensionPart& one : parts)
    if (one.dimension == dimension) return &one;
  return nullptr;
}

const DecomposedGroup* Decomposition::find(const std::string& group) const {
  for (const DecomposedGroup& one : groups)
    if (one.group == group) return &one;
  return nullptr;
}

std::optional<Decomposition> decomposition(const study::Findings& findings,
                                           const std::string& edition, const std::string& cohort,
                                           series::Period period) {
  Decomposition out{edition, cohort, period, {}};
  for (const study::CohortDecomposition& r : findings.cohort_decomposition) {
    if (r.edition != edition || r.cohort != cohort || r.period != period) continue;
    if (out.groups.empty() || out.groups.back().group != r.group) {
      const std::string id = part(r).mean_change.id;
      const Figure areas{id.substr(0, id.find('#')) + "#areas", static_cast<double>(r.areas),
                         Unit::count};
      out.groups.push_back({r.group, areas, {}, {}});
    }
    out.groups.back().parts.push_back(part(r));
  }
  if (out.groups.empty()) return std::nullopt;
  for (DecomposedGroup& group : out.groups)
    mark_lowest(group);
  return out;
}

std::optional<series::Period> decomposed_period(const study::Findings& findings,
                                                const std::string& edition) {
  std::set<series::Period> periods;
  for (const study::CohortDecomposition& r : findings.cohort_decomposition)
    if (r.edition == edition) periods.insert(r.period);
  if (periods.empty()) return std::nullopt;
  if (!findings.plan.headline) return *periods.rbegin();
  const study::HeadlinePlan& plan = *findings.plan.headline;
  if (periods.count({plan.turn, plan.end}) > 0) return series::Period{plan.turn, plan.end};
  const auto found = periods.lower_bound({plan.turn, {0}});
  return found == periods.end() ? *periods.rbegin() : *found;
}

}  // namespace wijkbeeld::answer
