// SPDX-License-Identifier: EUPL-1.2
// Any text is a rule or a selection, or a Failure that says where it goes wrong.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/failure.hpp"
#include "study/rule.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace wijkbeeld;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  try {
    study::Rule::parse(text, {"plan.toml", "", 1, 1});
  } catch (const base::Failure&) {
  }
  try {
    study::Selection::parse(text, {"plan.toml", "", 1, 1});
  } catch (const base::Failure&) {
  }
  return 0;
}
