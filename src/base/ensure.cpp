// SPDX-License-Identifier: EUPL-1.2
#include "base/ensure.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>

namespace wijkbeeld::base {

void ensure(bool holds, std::string_view sentence, std::source_location where) {
  if (holds) return;
  fmt::print(stderr, "wijkbeeld: bug: {} ({}:{}, {})\n", sentence, where.file_name(), where.line(),
             where.function_name());
  std::abort();
}

}  // namespace wijkbeeld::base
