// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "chart/drawing.hpp"

namespace wijkbeeld::chart {

/// One drawing of each kind with invented figures, for tests that hold for all kinds and for the
/// gallery that a person looks at.
struct Sample {
  std::string name;
  Caption caption;
  Drawing drawing;
};

std::vector<Sample> sample_charts();

}  // namespace wijkbeeld::chart
