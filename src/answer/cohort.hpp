// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "answer/figure.hpp"
#include "study/findings.hpp"

namespace wijkbeeld::answer {

/// How a cohort was chosen.
enum class Choice : std::uint8_t { rule, selection, list, union_of };

/// A count under a short name, such as a certainty or a reason.
struct Tally {
  std::string name;
  Figure count;
};

/// Who belongs to a cohort and who does not.
struct CohortAnswer {
  const study::CohortPlan* plan = nullptr;
  Choice choice = Choice::rule;
  std::string how;  ///< the rule or selection as written, the list, or the cohorts joined
  Figure members;
  Figure residents;
  std::vector<Tally> certainties;  ///< of lists: how sure each match is
  std::vector<const study::CohortMember*> member_rows;
  Figure excluded;
  std::vector<Tally> reasons;
  std::vector<const study::CohortExclusion*> exclusion_rows;
  std::vector<const study::CohortOverlap*> overlaps;
};

/// Every cohort of the plan, in its order.
std::vector<CohortAnswer> cohorts(const study::Findings& findings);

}  // namespace wijkbeeld::answer
