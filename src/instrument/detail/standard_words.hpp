// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "base/failure.hpp"
#include "instrument/instrument.hpp"
#include "instrument/units.hpp"

namespace wijkbeeld::instrument::detail {

/// A value that a transformation cannot take: which, where and when.
base::Failure impossible(const Indicator& indicator, const Units& units, std::size_t unit,
                         series::Wave wave, double value);

/// Throws all of them as one.
[[noreturn]] void throw_unusable(const Instrument& instrument, std::vector<base::Failure> failures);

}  // namespace wijkbeeld::instrument::detail
