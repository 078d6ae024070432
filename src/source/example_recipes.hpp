// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>
#include <vector>

namespace wijkbeeld::source {

/// How the values of a column come about: a sum of features of the cell, a smooth surface of its
/// own and chance, brought to the range such values have.
struct Recipe {
  enum class Range { share, positive, linear };
  std::string_view id;
  Range range;
  double middle;  ///< share: of 100; else in units
  double spread;  ///< how much one unit of the sum does: on the logit, log or plain scale
  double urban, status, old, postwar, sixties, recent, rural, vulnerable;
  double surface;  ///< strength of the surface of its own
  double chance;   ///< strength of chance per cell
  double trend;    ///< change of the sum in six years
  int decimals;
};

/// For every cell column and buurt count, in the order of example_indicators().
const std::vector<Recipe>& recipes();

}  // namespace wijkbeeld::source
