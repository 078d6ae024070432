// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "source/example_reform.hpp"

namespace wijkbeeld::source {

/// The buurten of before the reform: which units each has, by its main buurt of after.
struct BeforeReform {
  std::vector<Label> group_of_unit;
  std::vector<Label> buurt_of_group;         ///< whose number and wijk the group has
  std::vector<std::string> suffix_of_group;  ///< "-West", "-Oost" for the two of a later one
  std::map<Label, Label> joined;             ///< buurt (after) to the one it was part of
  std::vector<std::uint8_t> is_renumbered;   ///< per wijk
};

/// Numbers and names the areas of both years, as Statistics Netherlands would: wijken and buurten
/// from the middle of the town outward. `buurt_of_unit` is of after the reform.
std::array<Classification, 2> registered(const ExampleLand& land, const ExampleCells& cells,
                                         const Division& division, const BeforeReform& before,
                                         const std::vector<Label>& buurt_of_unit, base::Seed seed);

}  // namespace wijkbeeld::source
