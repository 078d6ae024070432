// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

namespace wijkbeeld::area {

/// The name of an area as people compare it: without capitals, accents and signs, and without the
/// number that CBS put before the name of a wijk in some years ("Wijk 07 Kruiskamp" is kruiskamp).
std::string plain_name(const std::string& name);

}  // namespace wijkbeeld::area
