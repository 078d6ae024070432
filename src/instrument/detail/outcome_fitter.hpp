// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/parallel.hpp"
#include "base/progress.hpp"
#include "instrument/model.hpp"
#include "instrument/observations.hpp"

namespace wijkbeeld::instrument::detail {

/// An outcome fitted, with its doubt.
struct FittedOutcome {
  OutcomeFit fit;
  stats::Matrix covariance = {};  ///< of the coefficients, terms x terms; of the fit itself
  stats::Matrix replicates = {};  ///< replications x terms: coefficients of the bootstrap
};

/// Fits one outcome on its observations, those held out left aside. Throws Failure when there is no
/// answer: says which indicators depend on each other, which separate the answers, which answers
/// nobody gave.
FittedOutcome fit_outcome(const Instrument& instrument, const Outcome& outcome, const Units& units,
                          const Observations& observations, const Standard& standard,
                          base::Workers workers, base::Progress& progress);

/// Rows that were held out, or the others.
Observations part_of(const Observations& all, bool held_out);

/// Each outcome draws its own chance.
std::uint64_t purpose_of(const Instrument& instrument, const Outcome& outcome);

/// The stratum of each cluster; empty without strata.
std::vector<std::size_t> strata_of_clusters(const Observations& observations);

/// Several outcomes as one set of weights: see fit.hpp. `covariance_of_z` is that of the terms over
/// residents in the base wave.
void merge(const Instrument& instrument, const std::vector<FittedOutcome>& outcomes,
           const stats::Matrix& covariance_of_z, Model& model);

/// b' S b
double quadratic(std::span<const double> b, const stats::Matrix& s);

}  // namespace wijkbeeld::instrument::detail
