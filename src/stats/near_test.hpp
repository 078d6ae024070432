// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <span>
#include <string>
#include <vector>

namespace wijkbeeld::stats {

/// Equal numbers of numbers, each within `relative` of the one expected.
inline testing::AssertionResult are_near(std::span<const double> found,
                                         const std::vector<double>& expected,
                                         double relative = 1e-9) {
  if (found.size() != expected.size())
    return testing::AssertionFailure() << found.size() << " numbers, not " << expected.size();
  for (std::size_t i = 0; i < expected.size(); ++i)
    if (!(std::abs(found[i] - expected[i]) <= relative * std::abs(expected[i])))
      return testing::AssertionFailure()
             << "number " << i << " is " << testing::PrintToString(found[i]) << ", not "
             << testing::PrintToString(expected[i]) << " (" << found[i] - expected[i] << " apart)";
  return testing::AssertionSuccess();
}

}  // namespace wijkbeeld::stats
