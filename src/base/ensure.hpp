// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <source_location>
#include <string_view>

namespace wijkbeeld::base {

namespace detail {
[[noreturn]] void stop(std::string_view sentence, const std::source_location& where);
}

/// Ends the process with the sentence and the place when `holds` is false. For bugs only: never
/// reachable from input, active in every build.
inline void ensure(bool holds, std::string_view sentence,
                   std::source_location where = std::source_location::current()) {
  if (!holds) detail::stop(sentence, where);
}

}  // namespace wijkbeeld::base
