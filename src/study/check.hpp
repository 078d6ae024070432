// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "base/issue.hpp"
#include "study/findings.hpp"
#include "study/panel.hpp"

namespace wijkbeeld::study {

/// Published classes against the class limits, for every wave and pair of waves that has both.
struct ClassChecks {
  std::vector<ClassCheck> checks;
  std::vector<ClassMismatch> mismatches;
};
ClassChecks check_classes(const Panel& panel);

/// Deviations of higher areas computed as the mean of their parts, weighted by residents, against
/// the published ones. `part_of` is the higher area of a lower code. Higher areas of which a part
/// has no residents on record are left out; parts without a score count nothing.
std::vector<AggregationCheck> check_aggregation(const Panel& lower, const Panel& higher);

/// Whether the dimensions add up to the score, and published changes to the difference of scores.
/// What does not goes to the ledger, area by area ("not-additive", "change-differs").
void check_sums(const Panel& panel, base::Ledger& ledger);

/// Areas whose number of residents is unknown: a note with how many ("no-residents"), a warning
/// when none is known ("residents-unknown").
void check_residents(const Panel& panel, base::Ledger& ledger);

/// Everything `wijkbeeld check` looks at beyond what reading the files found: for every edition,
/// level and vintage in the project.
struct ProjectChecks {
  std::vector<ClassCheck> class_check;
  std::vector<ClassMismatch> class_mismatches;
  std::vector<AggregationCheck> aggregation_check;
  std::vector<EditionUsed> coverage;
  base::Ledger ledger;
};
ProjectChecks check_project(const series::Project& project,
                            std::span<const instrument::Edition> editions);

/// How a panel is filled per wave.
EditionUsed coverage(const Panel& panel);

}  // namespace wijkbeeld::study
