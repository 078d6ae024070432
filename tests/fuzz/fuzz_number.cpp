// SPDX-License-Identifier: EUPL-1.2
// Any text is a number or is not; what is read is finite and reads back as itself.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/ensure.hpp"
#include "base/number.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace wijkbeeld::base;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const NumberStyle style : {NumberStyle::point, NumberStyle::comma}) {
    const auto number = parse_number(text, style);
    if (!number) continue;
    ensure(std::isfinite(*number), "a number read is finite");
    ensure(parse_number(to_text(*number)) == number, "a number written reads back");
  }
  parse_integer(text);
  return 0;
}
