// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "source/source.hpp"

namespace wijkbeeld::source {

/// Attribute tables of the CBS Wijk- en Buurtkaart (`wijk_2016.dbf`, `gem_2016.dbf`): names,
/// residents (`AANT_INW`), water, and key figures, -99999999 where CBS withholds one.
bool recognises_cbs_map(const Probe& probe);

/// Areas with residents, and every figure as a series of edition `cbs-<year>`, whose quantity is
/// the column name in lower case. The year is that in the file name; without one it is taken to be
/// 2016 ("vintage-assumed").
Reading read_cbs_map(const Probe& probe);

}  // namespace wijkbeeld::source
