// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <vector>

#include "study/findings.hpp"
#include "study/group.hpp"
#include "study/panel.hpp"

namespace wijkbeeld::study {

/// The cluster of every area of a cohort at the plan's threshold: the first line of the typology
/// that holds decides; where none does, or an absent value leaves a line open, the area is 'niet
/// ingedeeld' and `rule_line` says so.
std::vector<Typology> typology(const TypologyPlan& plan, const Panel& panel, const Group& cohort);

/// Only the clusters, at the plan's threshold: per row of the panel a position in cluster_names.
std::vector<std::uint8_t> clusters(const TypologyPlan& plan, const Panel& panel);

/// The same at the plan's threshold and at every other one: how many areas and residents each
/// cluster has.
std::vector<TypologyCount> typology_counts(const TypologyPlan& plan, const Panel& panel,
                                           const Group& cohort);

/// The areas whose cluster at another threshold differs from that at the plan's.
std::vector<TypologyMove> typology_moves(const TypologyPlan& plan, const Panel& panel,
                                         const Group& cohort);

}  // namespace wijkbeeld::study
