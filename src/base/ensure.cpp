// SPDX-License-Identifier: EUPL-1.2
#include "base/ensure.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>

namespace wijkbeeld::base::detail {

void stop(std::string_view sentence, const std::source_location& where) {
  fmt::print(stderr, "wijkbeeld: bug: {} ({}:{}, {})\n", sentence, where.file_name(), where.line(),
             where.function_name());
  std::abort();
}

}  // namespace wijkbeeld::base::detail
