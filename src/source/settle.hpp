// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "source/source.hpp"

namespace wijkbeeld::source {

/// What one file leaves open about areas and another one settles.

/// The latest vintage of the areas of a level, when there are any.
std::optional<area::Vintage> newest_vintage(const std::vector<area::AreaSet>& areas,
                                            area::Level level);

/// False for what is about cells of an untold vintage.
inline bool is_told(const series::Series& series) {
  return series.key().vintage.year != 0;
}

/// Gives what is of an untold vintage that of the cells. False, when there is any such and no
/// vintage to give.
bool settle_vintage(std::vector<series::Series>& all, std::optional<area::Vintage> cells);
bool settle_vintage(std::vector<SampleRead>& all, std::optional<area::Vintage> cells);

/// Takes observations out whose area is not in the set, each into the ledger ("area-not-known");
/// returns how many.
std::int64_t refuse_unknown_areas(SampleRead& read, const area::AreaSet& areas,
                                  const std::string& file, base::Ledger& ledger);

}  // namespace wijkbeeld::source
