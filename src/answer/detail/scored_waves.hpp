// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <vector>

#include "instrument/scored.hpp"

namespace wijkbeeld::answer::detail {

/// The levels that were scored, or the one asked for. Throws Failure that lists them when it was
/// not.
std::vector<const instrument::AreaMeans*> levels_asked(const instrument::Scored& scored,
                                                       std::optional<area::Level> level);

/// Position of the wave asked for; the last one otherwise. Throws Failure that lists the waves.
std::size_t wave_asked(const instrument::AreaMeans& means, std::optional<series::Wave> wave);

/// "choose one of: 2002, 2012"
base::Message choice_of(const std::vector<series::Wave>& waves);

/// Throws Failure that lists what there is, when an instrument scores no such level or wave.
void check_asked(const instrument::Instrument& instrument, std::optional<area::Level> level,
                 std::optional<series::Wave> wave);

}  // namespace wijkbeeld::answer::detail
