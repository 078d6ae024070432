// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "study/findings.hpp"
#include "study/group.hpp"
#include "study/panel.hpp"

namespace wijkbeeld::study {

/// Two mean changes that differ by less than this many score points count as equal: a difference
/// of 0.0006 between changes of 0.02 is no finding.
inline constexpr double kEqual = 0.0025;

/// Check 1, specificity: is the dimension that sets the areas that fell apart from the others in
/// the cohort the same one that does so everywhere? From the decomposition of each group.
std::vector<Specificity> specificity(const std::vector<CohortDecomposition>& decomposition);

/// Check 2, version and time: the change of the cohort against its comparison in this edition,
/// from each wave to the next. `verdict` is by the difference of the means weighted by residents;
/// differences under kEqual count as equal.
std::vector<VersionCheck> version_check(const Panel& panel, const Group& cohort,
                                        const Group& comparison);

/// Check 3, selection: as many areas as the cohort has, chosen as the lowest of the population in
/// each wave with scores in turn, followed through all waves; and where regression to the mean
/// alone would put them (see stats::regression_to_mean). Only areas with a score in every wave.
std::vector<SelectionCheck> selection_check(const Panel& panel, const Group& population,
                                            std::size_t count);

}  // namespace wijkbeeld::study
