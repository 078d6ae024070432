// SPDX-License-Identifier: EUPL-1.2
// Any text is a catalogue or a Failure, and what it translates can be shown.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/catalogue.hpp"
#include "base/failure.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace wijkbeeld::base;
  Catalogue catalogue;
  try {
    catalogue.add({reinterpret_cast<const char*>(data), size}, "nl.po");
  } catch (const Failure&) {
    return 0;
  }
  for (const auto& [id, dutch] : catalogue.entries())
    render({id, {{"one"}, {Count{2}}}}, catalogue, Language::nl);
  return 0;
}
