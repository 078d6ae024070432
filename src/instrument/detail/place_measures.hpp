// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "instrument/measure.hpp"

namespace wijkbeeld::instrument::detail {

/// Distance, count, share or length around the centre of each unit, of the places that are there in
/// the wave. Not applicable for a unit without a centre. Throws Failure (place) when the project
/// has no such places, or places of another shape than the measure takes.
RawColumn from_places(const series::Project& project, const Units& units, const FromPlaces& measure,
                      series::Wave wave, base::Workers workers, const base::Place& place);

/// Mean over the cells around, weighted by residents of the wave. Throws Failure when the units are
/// no cells.
RawColumn mean_around(const Units& units, const RawColumn& of, const FromSurroundings& measure,
                      series::Wave wave, base::Workers workers, const base::Place& place);

/// Mean of the share here and the share in the dwellings around. Throws Failure when the units are
/// no cells.
RawColumn dominance(const Units& units, const RawColumn& share, const RawColumn& dwellings,
                    double reach, base::Workers workers, const base::Place& place);

}  // namespace wijkbeeld::instrument::detail
