// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "base/random.hpp"

namespace wijkbeeld::source {

/// Invented names: made of words for making and guessing things, so that no reader takes them for
/// real places.

/// "Voorbeeldstad", "Fictiedam", ...; different ones, any number up to 200.
std::vector<std::string> gemeente_names(std::size_t count);

/// Names such as "Potloodkwartier" that differ from each other; the same seed and item give the
/// same names.
std::vector<std::string> quarter_names(base::Seed seed, std::uint64_t item, std::size_t count,
                                       bool is_wijk);

}  // namespace wijkbeeld::source
