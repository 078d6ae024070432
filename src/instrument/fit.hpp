// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/parallel.hpp"
#include "base/progress.hpp"
#include "instrument/model.hpp"
#include "instrument/observations.hpp"

namespace wijkbeeld::instrument {

/// What leaving out one cluster of rows (neighbours who were drawn together, a block of areas) does
/// to the fit of an outcome.
struct ClusterInfluence {
  std::size_t first_row = 0;  ///< among the observations; tells where the cluster is
  std::size_t rows = 0;
  /// Standard deviation over residents of how far the prediction moves, over the standard deviation
  /// of the prediction. Absent when without the cluster nothing decides some coefficient.
  std::optional<double> moved = {};
  /// The coefficient that moves most, in its own standard errors: DFBETAS of Belsley, Kuh and
  /// Welsch (1980), "Regression Diagnostics", p. 13, for a cluster and with the error of the whole
  /// fit. Absent when no coefficient has an error.
  std::optional<double> steps = {};
  std::size_t term = 0;
};

/// A model and what it was made from; the second half is for the model card and is not kept.
struct Fitted {
  Model model;
  Measured measured;
  std::vector<StandardWave> waves = {};             ///< of each outcome's wave, per outcome
  std::vector<Observations> observations = {};      ///< per outcome
  std::vector<std::vector<double>> residuals = {};  ///< per outcome and row, out of fold
  std::vector<std::vector<ClusterInfluence>> influences = {};  ///< per outcome, most moving first
};

/// Measures, standardises, fits every outcome, merges them and checks the result:
/// docs/method/fit.md. The same definition and project give the same model on any number of
/// workers.
///
/// Merging, after the average of the standardised scores of the two models of Leefbaarometer 3.0:
/// weight = spread x sum over outcomes of share x coefficient / spread of the outcome's prediction.
///
/// Throws Failures for whatever keeps it from a model: indicators that depend on each other (names
/// them), answers that an indicator separates perfectly, too few rows.
Fitted fit(const Instrument& instrument, const series::Project& project, base::Workers workers,
           base::Progress& progress, base::Ledger& ledger);

/// Only the weights and their covariance, from indicators that were measured before: no checks of
/// the fit. For fitting many samples on one country.
Model fit_weights(const Instrument& instrument, const series::Project& project,
                  const Measured& measured, const Standard& standard, base::Workers workers,
                  base::Progress& progress, base::Ledger& ledger);

}  // namespace wijkbeeld::instrument
