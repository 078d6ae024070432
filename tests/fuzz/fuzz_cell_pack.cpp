// SPDX-License-Identifier: EUPL-1.2
// Any bytes are cells or a Failure, and cells that were read can be packed and read again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/failure.hpp"
#include "codec/cell_pack.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace wijkbeeld;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try {
    const auto cells = codec::cells_from_pack(bytes);
    if (codec::cells_from_pack(codec::to_cell_pack(cells)) != cells) std::abort();
  } catch (const base::Failure&) {
  }
  return 0;
}
