// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "base/progress.hpp"
#include "source/example_lists.hpp"

namespace wijkbeeld::source {

/// All of Voorbeeldland, before it is written.
struct ExampleCountry {
  ExamplePlan plan;
  base::Seed seed;
  ExampleScale scale;
  ExamplePlanted planted;
  ExampleLand land;
  ExampleCells cells;
  ExampleAreas areas;
  std::vector<Label> buurt_of_cell;  ///< of 2016, per inhabited cell
  ExampleLatents latents;
  std::vector<ExamplePoint> points;
  IndicatorValues indicators;
  Structural structural;
  ExampleLists lists;
  ExampleScores cell_scores;
  ExampleScores buurt_scores;
  ExampleScores wijk_scores;
  ExampleScores gemeente_scores;
};

/// The same seed and size give the same country, on any number of workers.
ExampleCountry make_country(const ExamplePlan& plan, base::Seed seed, base::Workers workers,
                            base::Progress& progress);

}  // namespace wijkbeeld::source
