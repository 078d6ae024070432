// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdlib>
#include <filesystem>

namespace wijkbeeld::support {

/// The folder with published files: WIJKBEELD_DATA, or the one that stands beside the checkout.
inline std::filesystem::path real_data() {
  if (const char* named = std::getenv("WIJKBEELD_DATA")) return named;
  return std::filesystem::path(WIJKBEELD_ROOT).parent_path() / "shared" / "data";
}

}  // namespace wijkbeeld::support

/// At the start of a test on real data: says so and counts as skipped where there are none.
#define WIJKBEELD_NEEDS_REAL_DATA()                                          \
  if (!std::filesystem::is_directory(wijkbeeld::support::real_data()))       \
  GTEST_SKIP() << "no published data at " << wijkbeeld::support::real_data() \
               << "; set WIJKBEELD_DATA to the folder that holds them"
