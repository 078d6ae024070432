// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "study/findings.hpp"
#include "study/panel.hpp"

namespace wijkbeeld::study {

/// With which outline each area of a panel can be drawn: that of its own vintage, else the first
/// of the plan's other vintages in which code and name agree. What cannot be drawn says why.
std::vector<Drawn> outlines_for(const Plan& plan, const Panel& panel,
                                const series::Project& project);

/// The outlines that `drawn` uses.
std::vector<area::Outlines> used_outlines(const std::vector<Drawn>& drawn,
                                          const series::Project& project);

/// Borders of gemeenten to draw over areas: of this vintage, else of the nearest; nothing when the
/// project has none.
const area::Outlines* gemeente_borders(const series::Project& project, area::Vintage vintage);

/// True when two names of an area are the same to a person: case, accents and signs do not matter,
/// nor the number CBS put before the name in some years ("Wijk 07 Kruiskamp").
bool is_same_name(const std::string& a, const std::string& b);

}  // namespace wijkbeeld::study
