// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <string>

#include "series/series.hpp"

namespace wijkbeeld::source {

/// What became of the values of a second series with the same key.
struct Merged {
  std::size_t same = 0;       ///< values both have, and agree on
  std::size_t added = 0;      ///< values only the second has
  std::size_t differing = 0;  ///< values on which they differ: the first keeps its own
};

/// Called for a value on which two series differ.
using OnDifference = std::function<void(const area::AreaCode& area, series::Period period,
                                        table::Value<double> first, table::Value<double> second)>;

/// Adds to `first` what only `second` knows; keys must be the same. A value fills a place where the
/// first has nothing or refused something; a value against "withheld" is a difference. Two values
/// are the same within `tolerance` (in units of the value).
Merged merge_series(series::Series& first, const series::Series& second, double tolerance,
                    const OnDifference& on_difference);

/// For sentences about values: the number, or the reason why there is none.
std::string in_words(const table::Value<double>& value);
/// "2014", or "2012-2014" for a change.
std::string in_words(series::Period period);

}  // namespace wijkbeeld::source
