// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <vector>

#include "base/parallel.hpp"
#include "instrument/standard.hpp"
#include "instrument/units.hpp"

namespace wijkbeeld::instrument::detail {

inline constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

/// Which area of a coarser level each unit adds to.
struct Grouping {
  std::vector<area::AreaCode> codes;  ///< sorted
  std::vector<std::size_t> group;     ///< per unit, or kNowhere
  std::size_t nowhere = 0;            ///< units that lie in no known area
};
Grouping grouping_of(const series::Project& project, const Units& units, area::Level level);

/// Residents of the units that are scored, per area. Of the wave only is_scored is looked at.
std::vector<double> residents_of(const Grouping& groups, const std::vector<double>& people,
                                 const StandardWave& wave);

/// Areas x terms: means over the scored units, weighted by `people`; `totals` are the residents per
/// area. 0 where nobody lives.
stats::Matrix means_of(const Grouping& groups, const std::vector<double>& people,
                       const StandardWave& wave, const std::vector<double>& totals,
                       base::Workers workers);

/// Areas x terms: how far those means may be off by values that were filled in. Empty when none
/// were.
stats::Matrix doubt_of(const Grouping& groups, const std::vector<double>& people,
                       const StandardWave& wave, const std::vector<double>& totals);

/// 1 for areas with at least `minimum` residents, and with any.
std::vector<std::uint8_t> enough(const std::vector<double>& residents, double minimum);

}  // namespace wijkbeeld::instrument::detail
