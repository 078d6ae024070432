// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <source_location>
#include <string_view>

namespace wijkbeeld::base {

/// Ends the process with the sentence and the place when `holds` is false. For bugs only: never
/// reachable from input, active in every build.
void ensure(bool holds, std::string_view sentence,
            std::source_location where = std::source_location::current());

}  // namespace wijkbeeld::base
