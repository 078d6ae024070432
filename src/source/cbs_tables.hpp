// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "source/source.hpp"

namespace wijkbeeld::source {

/// Kerncijfers wijken en buurten 2024 in one table with a column `niveau`: areas with residents at
/// three levels and series of edition `kwb-2024`.
bool recognises_kwb_2024(const Probe& probe);
Reading read_kwb_2024(const Probe& probe);

/// Residents per PC4 on 1 January 2021 (CBS 83503NED), with the gemeente of each. Read as PC4 of
/// 2020, whose outlines are at hand ("vintage-assumed").
bool recognises_pc4_residents(const Probe& probe);
Reading read_pc4_residents(const Probe& probe);

/// Kerncijfers of gemeenten in one year (`GM_CODE`, `GM_NAAM`, figures): areas, with residents
/// where a column for them is known, and series of edition `kwb-<year>`. The year is that in the
/// file name.
bool recognises_kwb_gemeente(const Probe& probe);
Reading read_kwb_gemeente(const Probe& probe);

}  // namespace wijkbeeld::source
