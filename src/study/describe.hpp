// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "study/findings.hpp"
#include "study/group.hpp"
#include "study/panel.hpp"

namespace wijkbeeld::study {

/// How a group stands in each wave of the panel.
std::vector<CohortPath> path(const Panel& panel, const Group& group);

/// How a group moved between two waves. Where both waves have scores the areas with both count;
/// otherwise (2.0 before 2012) those with a published development class, and the score columns
/// stay absent. "Lower" means that the score fell; "improved" and "declined" are the development
/// classes above and below the unchanged one.
CohortChange change(const Panel& panel, const Group& group, Period period);

/// The change of a group divided over the dimensions, for the areas that fell, the others and all.
/// The dimensions and "unallocated" (the movement of the national mean and rounding, where the
/// edition does not divide them) add up to the total exactly. Empty when the waves have no scores
/// or dimensions.
std::vector<CohortDecomposition> decomposition(const Panel& panel, const Group& group,
                                               Period period);

/// Areas per pair of classes in two waves; pairs without areas are left out.
std::vector<Transition> transitions(const Panel& panel, const Group& group, Period period);

/// Areas per class in the later wave and direction of development.
std::vector<StatusDynamics> status_dynamics(const Panel& panel, const Group& group, Period period);

/// Areas and residents per class and wave.
std::vector<NationalClass> national_classes(const Panel& panel);

/// All of the above of one group but the national classes, added to the findings: its path, and for
/// each of the periods its change and (of cohorts and the nation) its transitions; the
/// decomposition of the change over `decomposed`.
void describe_group(const Panel& panel, const Group& group, const std::vector<Period>& periods,
                    const std::vector<Period>& decomposed, Findings& out);

}  // namespace wijkbeeld::study
