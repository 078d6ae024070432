// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>

#include "base/issue.hpp"
#include "instrument/outcome.hpp"
#include "instrument/units.hpp"

namespace wijkbeeld::instrument::detail {

/// Tells the ledger ("not-additive") in how many of these areas the published dimensions of an
/// outcome do not add up to its deviation, by more than its edition allows. Says nothing of an
/// edition that nobody defined, of areas where a dimension is absent, and of other quantities.
void tell_unequal_sums(const Outcome& outcome, const series::Project& project, const Units& units,
                       std::span<const std::size_t> rows, base::Ledger& ledger);

}  // namespace wijkbeeld::instrument::detail
