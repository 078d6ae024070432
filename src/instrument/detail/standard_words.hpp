// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "base/failure.hpp"
#include "instrument/instrument.hpp"
#include "instrument/units.hpp"

namespace wijkbeeld::instrument::detail {

/// A value that a transformation cannot take: which, where and when; and how many such values the
/// wave has, this one included.
base::Failure impossible(const Indicator& indicator, const Units& units, std::size_t unit,
                         series::Wave wave, double value, std::size_t count = 1);

/// A wave without a value that others could be filled in from.
base::Failure no_values(const Indicator& indicator, series::Wave wave);

/// An indicator, or a part of it, that says nothing: `id` is that of the term.
base::Failure same_everywhere(const Indicator& indicator, const std::string& id, series::Wave wave,
                              double value);

base::Failure no_base_values(const Indicator& indicator, series::Wave wave);

/// Throws all of them as one.
[[noreturn]] void throw_unusable(const Instrument& instrument, std::vector<base::Failure> failures);

}  // namespace wijkbeeld::instrument::detail
