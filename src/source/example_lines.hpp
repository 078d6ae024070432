// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "source/example_land.hpp"

namespace wijkbeeld::source {

/// Draws the river: from inland through the largest town to the nearest sea beyond it.
void lay_river(base::Seed seed, ExampleLand& land);
/// Draws railways, motorways and a high-voltage line between the main towns.
void lay_lines(base::Seed seed, ExampleLand& land);
/// Draws lakes, parks and industry, and marks where nobody can live.
void lay_surfaces(const ExamplePlan& plan, base::Seed seed, ExampleLand& land);

}  // namespace wijkbeeld::source
