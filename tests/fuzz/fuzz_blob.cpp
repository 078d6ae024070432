// SPDX-License-Identifier: EUPL-1.2
// Any bytes are a column or a Failure.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/failure.hpp"
#include "codec/blob.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace wijkbeeld;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try {
    codec::doubles_from_blob(bytes);
  } catch (const base::Failure&) {
  }
  try {
    codec::bytes_from_blob(bytes);
  } catch (const base::Failure&) {
  }
  return 0;
}
