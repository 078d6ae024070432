// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace wijkbeeld::cli {

/// At most `width` characters; what does not fit is replaced by one "…".
std::string shortened(std::string_view text, std::size_t width);

/// Filled with blanks to `width` characters, behind the text or before it.
std::string padded(std::string_view text, std::size_t width, bool is_right = false);

/// Lines of at most `width` characters, broken at blanks, each after the first begun with `indent`
/// blanks; a word longer than a line stays whole. `used` characters stand before the first line.
std::string wrapped(std::string_view text, std::size_t width, std::size_t indent = 0,
                    std::size_t used = 0);

}  // namespace wijkbeeld::cli
