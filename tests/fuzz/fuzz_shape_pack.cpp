// SPDX-License-Identifier: EUPL-1.2
// Any bytes are shapes or a Failure, and shapes can be made plainer, rounded and packed again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/failure.hpp"
#include "codec/shape_pack.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace wijkbeeld;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try {
    const geo::Topology read = codec::topology_from_pack(bytes);
    const geo::Topology plain = geo::simplified(read, 20);
    const geo::Topology round = geo::rounded(plain, 0.5, {1});
    if (codec::topology_from_pack(codec::to_shape_pack(round, 0.5)) != round) std::abort();
  } catch (const base::Failure&) {
  }
  return 0;
}
