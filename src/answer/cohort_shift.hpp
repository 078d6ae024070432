// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <vector>

#include "answer/figure.hpp"
#include "study/findings.hpp"

namespace wijkbeeld::answer {

/// Who comes and goes when a cohort is chosen by another rule.
struct CohortShift {
  Figure joined = {};  ///< areas of the other cohort that are not in the first
  Figure joined_residents = {};
  Figure left = {};  ///< areas of the first that are not in the other
  Figure left_residents = {};
  Figure stayed = {};                                        ///< areas of both
  std::vector<const study::CohortMember*> joined_rows = {};  ///< in order of code
  std::vector<const study::CohortMember*> left_rows = {};
};

/// From the members of two cohorts of the findings, which must outlive the answer. Nothing when one
/// of them has none.
std::optional<CohortShift> cohort_shift(const study::Findings& findings, const std::string& cohort,
                                        const std::string& other);

}  // namespace wijkbeeld::answer
