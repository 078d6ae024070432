// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/parallel.hpp"
#include "instrument/fit.hpp"

namespace wijkbeeld::instrument::detail {

/// What leaving out one cluster does to the fit of an outcome, for every cluster, most moving
/// first: docs/method/fit.md. Exact for least squares and at the chosen penalty; for an ordered
/// model, of an ordinary regression on the same answers. `covariance_of_z` is that of the terms
/// over residents in the base wave.
std::vector<ClusterInfluence> cluster_influences(const Instrument& instrument,
                                                 const Observations& observations,
                                                 const OutcomeFit& fit,
                                                 const stats::Matrix& covariance_of_z,
                                                 base::Workers workers);

}  // namespace wijkbeeld::instrument::detail
