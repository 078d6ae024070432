// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <vector>

#include "base/issue.hpp"
#include "base/parallel.hpp"
#include "base/progress.hpp"
#include "instrument/units.hpp"

namespace wijkbeeld::instrument {

/// One indicator in one wave, a value or a reason for absence per unit.
struct RawColumn {
  std::vector<double> values = {};          ///< 0 where absent
  std::vector<std::uint8_t> absences = {};  ///< table::Absence
  [[nodiscard]] bool has(std::size_t unit) const { return absences[unit] == 0; }
  [[nodiscard]] std::size_t present() const;
};

/// All indicators of a definition, before any transformation.
struct Measured {
  Units units;
  /// [indicator of the definition][wave]; no columns for an indicator that is left out and cannot
  /// be measured from this project.
  std::vector<std::vector<RawColumn>> raw = {};
  [[nodiscard]] bool is_measured(std::size_t indicator) const { return !raw[indicator].empty(); }
};

/// Measures every indicator in every wave. Throws Failures for all included indicators that cannot
/// be measured at once, each with its place in the definition. Indicators that lack values
/// ("indicator-incomplete"), and columns that may have changed their unit between waves
/// ("unit-changed": the median of a wave is fifty times that of the wave before, or the other way
/// round), go to the ledger.
Measured measure(const Instrument& instrument, const series::Project& project,
                 base::Workers workers, base::Progress& progress, base::Ledger& ledger);

/// One indicator in every wave of the units. Throws Failure, with its place in the definition, when
/// it cannot be measured.
std::vector<RawColumn> measured_in_waves(const Indicator& indicator, const series::Project& project,
                                         const Units& units, base::Workers workers);

/// What of tables the indicator is measured from.
std::vector<Quantity> quantities_of(const Indicator& indicator);

}  // namespace wijkbeeld::instrument
