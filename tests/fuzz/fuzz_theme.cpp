// SPDX-License-Identifier: EUPL-1.2
// Any text is a style sheet or a complaint about the colours in it; what comes out holds nothing
// that was not asked for.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/failure.hpp"
#include "serve/theme_colours.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace wijkbeeld;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  try {
    const std::string style = serve::theme_colours(text, "huisstijl.toml");
    if (style.find('<') != std::string::npos || style.find("url(") != std::string::npos)
      std::abort();
  } catch (const base::Failure&) {
  } catch (const base::Failures&) {
  }
  return 0;
}
