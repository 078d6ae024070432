// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

namespace wijkbeeld::report {

/// Source Sans 3 (SIL Open Font License 1.1) as data URIs, when the program was built with it;
/// otherwise nothing, and the fonts of the reader's system are used.
std::string font_css();

/// The page on screen, light and dark.
std::string page_css();

/// What stands above a printed page of a chapter; an empty chapter is every other page.
struct RunningHead {
  std::string chapter;  ///< id of its section
  std::string left;
  std::string right;
};

/// The page on paper: A4, running heads, page numbers, figures kept whole.
std::string print_css(const std::vector<RunningHead>& heads);

}  // namespace wijkbeeld::report
