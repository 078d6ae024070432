// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <string>
#include <vector>

#include "source/example_borders.hpp"
#include "source/example_regions.hpp"
#include "source/example_settle.hpp"

namespace wijkbeeld::source {

/// An area of a classification; `parent` is the position of its wijk or gemeente.
struct ExampleArea {
  std::string code;
  std::string name;
  Label parent = kNoLabel;
};

/// All areas in the boundaries of one year, in code order per level.
struct Classification {
  int year = 0;
  std::vector<ExampleArea> buurten;
  std::vector<ExampleArea> wijken;
  std::vector<ExampleArea> gemeenten;
  std::vector<Label> buurt_of_unit;

  [[nodiscard]] Label wijk_of(Label buurt) const { return buurten[buurt].parent; }
  [[nodiscard]] Label gemeente_of(Label buurt) const { return wijken[wijk_of(buurt)].parent; }
  [[nodiscard]] std::vector<Label> wijk_of_unit() const;
  [[nodiscard]] std::vector<Label> gemeente_of_unit() const;
};

/// The country divided: units are the smallest pieces that a buurt of either year is made of.
struct ExampleAreas {
  std::vector<Label> unit_of_cell;  ///< per grid cell; kNoLabel in the sea
  std::size_t units = 0;
  std::array<Classification, 2> vintages;  ///< 2010 and 2016
  std::vector<Border> borders;             ///< between units

  [[nodiscard]] const Classification& before() const { return vintages[0]; }
  [[nodiscard]] const Classification& after() const { return vintages[1]; }
};

ExampleAreas divide_land(const ExamplePlan& plan, const ExampleLand& land,
                         const ExampleCells& cells, base::Seed seed);

}  // namespace wijkbeeld::source
