// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "source/source.hpp"

namespace wijkbeeld::source {

/// A table of cells: `cel`, the residents of one or more years (`inwoners_2016`), and where each
/// lies (`buurt_2016`, and if need be `wijk_...`, `gemeente_...` or `pc4_...`), one row per cell.
bool recognises_cells(const Probe& probe);

/// The cells, which area each lies in per vintage, and every column of the form `name_year` as a
/// quantity of that name in that year, of the edition that is named after the file. The vintage of
/// the cells is the latest year in which they have a buurt (or other area), and their residents are
/// those of that year or else of the latest one. A place that is no code is refused ("not-a-code");
/// the cell then lies nowhere.
Reading read_cells(const Probe& probe);

/// cellen.csv of the example country: residents and dwellings as edition `voorbeeld-indicatoren`,
/// scores as edition `voorbeeld`. No score: nobody lived there in that wave.
bool recognises_voorbeeld_cells(const Probe& probe);
Reading read_voorbeeld_cells(const Probe& probe);

}  // namespace wijkbeeld::source
