// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "base/failure.hpp"
#include "instrument/standard.hpp"

namespace wijkbeeld::instrument::detail {

/// Why an indicator cannot be standardised in some of the waves: values that its transformation
/// cannot take (the first one, and how many more), and waves other than the base wave in which
/// nobody lives where it has a value. One failure a wave, so that all are told before anything is
/// fitted.
std::vector<base::Failure> wave_failures(const Instrument& instrument, const Measured& measured,
                                         std::size_t indicator,
                                         const std::vector<FrozenTransform>& steps);

}  // namespace wijkbeeld::instrument::detail
