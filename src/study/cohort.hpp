// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string>
#include <vector>

#include "study/findings.hpp"
#include "study/panel.hpp"

namespace wijkbeeld::study {

/// A cohort of the plan with its areas. Members are codes at one level and vintage; every panel of
/// that level and vintage takes the rows it has.
struct Cohort {
  std::string id;
  base::Words title;
  std::vector<CohortMember> members;  ///< in code order, each code once
  std::vector<CohortExclusion> exclusions;

  [[nodiscard]] Rows rows_in(const Panel& panel) const;
};

/// Works out every cohort of the plan, in the order of the plan, on the panels of its editions.
/// A cohort without members is a Failure: a study of nothing has no findings. What a person should
/// know (ties at the edge of a selection, areas of which it cannot be told) goes to the ledger.
std::vector<Cohort> resolve_cohorts(const Plan& plan, std::span<const Panel> panels,
                                    const series::Project& project, base::Ledger& ledger);

/// Overlap of every pair of cohorts that have areas in common.
std::vector<CohortOverlap> overlaps(const std::vector<Cohort>& cohorts);

}  // namespace wijkbeeld::study
