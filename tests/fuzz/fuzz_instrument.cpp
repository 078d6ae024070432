// SPDX-License-Identifier: EUPL-1.2
// Any text is the definition of an instrument, a Failure, or a list of mistakes.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/failure.hpp"
#include "instrument/instrument.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace wijkbeeld;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  // ASCII only: toml++ 3.3 marks as unreachable what an accented letter outside a text does reach.
  // As g++ compiles it that letter is refused, as it should be; the sanitizer stops there.
  if (std::any_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; })) return 0;
  try {
    instrument::parse_instrument(text, "a.toml");
  } catch (const base::Failure&) {
  } catch (const base::Failures&) {
  }
  return 0;
}
