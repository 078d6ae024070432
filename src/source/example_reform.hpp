// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "source/example_areas.hpp"

namespace wijkbeeld::source {

/// The country before names and codes: gemeenten of before the merger, wijken and buurten of
/// after the reform, each with the region above it.
struct Division {
  std::vector<Label> buurt_of_cell;  ///< per grid cell
  std::vector<Label> wijk_of_buurt;
  std::vector<Label> gemeente_of_wijk;  ///< before the merger
  std::size_t gemeenten = 0;            ///< before the merger
  Label merged = 0;                     ///< the gemeente that ends ...
  Label receiver = 0;                   ///< ... and the one it joins
};

/// Cuts buurten into units for the reform and numbers and names the areas of both years.
/// Of every hundred buurten about three were one with a neighbour before, two were two, one got
/// part of a neighbour; in some wijken all buurten were numbered anew, and in the gemeente that
/// merged everything was.
ExampleAreas reformed(const ExampleLand& land, const ExampleCells& cells, const Division& division,
                      const StepCost& cost, base::Seed seed);

}  // namespace wijkbeeld::source
