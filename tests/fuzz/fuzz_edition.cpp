// SPDX-License-Identifier: EUPL-1.2
// Any text is an edition, a Failure, or a list of mistakes.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/failure.hpp"
#include "instrument/edition.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace wijkbeeld;
  try {
    instrument::parse_edition({reinterpret_cast<const char*>(data), size}, "a.toml");
  } catch (const base::Failure&) {
  } catch (const base::Failures&) {
  }
  return 0;
}
