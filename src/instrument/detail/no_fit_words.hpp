// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "instrument/observations.hpp"
#include "stats/no_fit.hpp"

namespace wijkbeeld::instrument::detail {

/// Throws Failures that say in words why there is no fit, one for each dependence. `first` is the
/// column of the first term.
[[noreturn]] void throw_no_fit(const Instrument& instrument, const stats::NoFit& none,
                               std::size_t first, const Outcome& outcome,
                               const Observations& observations, const Standard& standard);

[[noreturn]] void throw_one_answer(const Outcome& outcome, int answer);

[[noreturn]] void throw_no_variation(const Outcome& outcome, std::size_t rows);

[[noreturn]] void throw_not_converged(const Outcome& outcome, std::size_t iterations);

}  // namespace wijkbeeld::instrument::detail
