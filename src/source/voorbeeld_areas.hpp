// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "source/source.hpp"

namespace wijkbeeld::source {

/// bevolking.csv: names, gemeenten and residents of buurt, wijk and gemeente, per vintage
/// (`indeling`).
bool recognises_voorbeeld_population(const Probe& probe);
Reading read_voorbeeld_population(const Probe& probe);

/// gebieden.gpkg: outlines of both vintages, credited to nobody real.
bool recognises_voorbeeld_outlines(const Probe& probe);
Reading read_voorbeeld_outlines(const Probe& probe);

}  // namespace wijkbeeld::source
