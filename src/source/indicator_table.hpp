// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "source/source.hpp"

namespace wijkbeeld::source {

/// Indicators of one's own: a table whose file name begins with "indicator", with one row per area
/// and year. The columns are `jaar`; one of `cel`, `buurt`, `wijk`, `pc4`, `gemeente` and `gebied`;
/// for all but cells `indeling` (the year of the classification); and any number of columns with
/// numbers.
bool recognises_indicators(const Probe& probe);

/// Each column of numbers as a quantity of the edition that is named after the file
/// ("indicatoren_groen.csv" is edition "indicatoren_groen"). A column of words is left out and
/// noted
/// ("column-not-used").
Reading read_indicators(const Probe& probe);

/// indicatoren_cel.csv of the example country: features per cell and wave, as edition
/// `voorbeeld-indicatoren`.
bool recognises_voorbeeld_cell_indicators(const Probe& probe);
Reading read_voorbeeld_cell_indicators(const Probe& probe);

/// indicatoren_buurt.csv: counts per buurt, as the same edition.
bool recognises_voorbeeld_counts(const Probe& probe);
Reading read_voorbeeld_counts(const Probe& probe);

}  // namespace wijkbeeld::source
