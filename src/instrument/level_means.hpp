// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <vector>

#include "base/parallel.hpp"
#include "base/progress.hpp"
#include "instrument/area_means.hpp"

namespace wijkbeeld::instrument {

/// Puts the series of these quantities into the project that is measured from, in the place of
/// those that were there.
using Fetch = std::function<void(const std::vector<Quantity>&)>;

/// The means per level that `scored` makes, to the last bit, for who needs nothing else: indicators
/// are measured one after another, so that of hundreds of thousands of units the values of one
/// are in memory at a time. `project` has areas, nestings, places and, where they are measured
/// from, outlines; `fetch` brings the series. With `with_units` the units themselves are the first
/// level. Throws as measuring and standardising do. An indicator that may not be missing is
/// measured twice.
std::vector<AreaMeans> level_means(const Instrument& instrument, const Standard& standard,
                                   const series::Project& project, const Fetch& fetch,
                                   bool with_units, base::Workers workers,
                                   base::Progress& progress);

}  // namespace wijkbeeld::instrument
