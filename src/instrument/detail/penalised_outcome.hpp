// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "instrument/detail/outcome_fitter.hpp"
#include "stats/moments.hpp"

namespace wijkbeeld::instrument::detail {

/// An intercept and a coefficient per column of the observations.
struct Line {
  double intercept = 0;
  std::vector<double> coefficients = {};
};

/// Ridge, lasso or elastic net; the penalty is chosen by cross-validation over spatial blocks, and
/// kept for the replications of the bootstrap. Controls are not penalised. `begun` has the counts.
FittedOutcome by_penalty(const Instrument& instrument, const Outcome& outcome, const Units& units,
                         OutcomeFit begun, const Observations& observations,
                         const Standard& standard, base::Workers workers, base::Progress& progress);

/// The fit at one penalty.
Line penalised_line(const FitPlan& plan, const Observations& observations,
                    const stats::Moments& moments, double penalty);

/// In what share of half samples of the clusters a lasso keeps each term.
std::vector<double> selection_shares(const FitPlan& plan, const Observations& observations,
                                     const stats::ClusterMoments& parts, base::Workers workers);

}  // namespace wijkbeeld::instrument::detail
