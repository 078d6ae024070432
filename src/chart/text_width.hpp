// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wijkbeeld::chart {

enum class Weight { regular, semibold };

/// How wide a text will be, in the unit of `size`, without a font at hand: from a table of
/// advance widths of a humanist sans (those of Noto Sans, in thousandths of the type size; Source
/// Sans 3 is some 8% narrower, so labels never come out wider than planned). Accented letters
/// count as their base letter, anything unknown as an average letter, semibold as 5% more.
double text_width(std::string_view utf8, double size, Weight weight = Weight::regular);

/// The text in lines of at most `width`, broken at spaces, and behind a hyphen or slash; a longer
/// word has a line of its own. Never empty: an empty text is one empty line.
std::vector<std::string> wrapped(std::string_view utf8, double width, double size,
                                 Weight weight = Weight::regular);

/// The text, or its beginning with an ellipsis when it is wider than `width`.
std::string shortened(std::string_view utf8, double width, double size,
                      Weight weight = Weight::regular);

}  // namespace wijkbeeld::chart
