// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/parallel.hpp"
#include "instrument/model.hpp"
#include "instrument/observations.hpp"
#include "stats/moments.hpp"

namespace wijkbeeld::instrument::detail {

/// The fold of each row: rows in one block of the plan's size are left out together. Rows at units
/// without a centre go with their gemeente. Throws Failure when all rows lie in one block.
std::vector<std::size_t> folds_of(const Instrument& instrument, const Units& units,
                                  const Observations& observations);

/// Predicts each row by a fit on all other folds: residuals, row by row. How the fits are made is
/// the plan's (least squares, or a penalty that was chosen before).
std::vector<double> out_of_fold_residuals(const Instrument& instrument,
                                          const Observations& observations,
                                          std::span<const double> y,
                                          const std::vector<std::size_t>& folds,
                                          std::optional<double> penalty, base::Workers workers);

/// R2 and root mean square of residuals.
OutOfSample judged(std::string what, std::span<const double> y, std::span<const double> residuals,
                   std::span<const double> weights);

/// Residuals of rows that were never fitted on, by the coefficients of a fit on `training`.
std::vector<double> held_out_residuals(const Instrument& instrument, const Observations& training,
                                       const Observations& held_out, std::optional<double> penalty,
                                       base::Workers workers);

/// Do residuals of neighbouring blocks look alike? Moran's I of weighted mean residuals in squares
/// of half the plan's block, against their eight neighbours.
void add_moran(const Instrument& instrument, const Units& units, const Observations& observations,
               std::span<const double> residuals, OutcomeFit& fit);

/// Variance inflation on the first outcome's rows, and how often a lasso keeps a term in half
/// samples of clusters.
std::vector<TermCheck> term_checks(const Instrument& instrument, const Observations& observations,
                                   const Standard& standard, base::Workers workers);

}  // namespace wijkbeeld::instrument::detail
