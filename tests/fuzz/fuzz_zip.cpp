// SPDX-License-Identifier: EUPL-1.2
// Any bytes are a zip archive that fits in the limit, or a Failure.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/ensure.hpp"
#include "base/failure.hpp"
#include "codec/zip.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace wijkbeeld;
  constexpr std::size_t kLimit = std::size_t{1} << 20U;
  try {
    const auto members =
        codec::read_zip({reinterpret_cast<const char*>(data), size}, "a.zip", kLimit);
    std::size_t total = 0;
    for (const auto& [name, bytes] : members)
      total += bytes.size();
    base::ensure(total <= kLimit, "an archive keeps to the limit");
  } catch (const base::Failure&) {
  }
  return 0;
}
