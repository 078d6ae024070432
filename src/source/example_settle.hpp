// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <vector>

#include "source/example_land.hpp"

namespace wijkbeeld::source {

/// The inhabited 100 m cells, in order of their code, with people and homes per wave.
struct ExampleCells {
  template <class T>
  using PerWave = std::array<std::vector<T>, kExampleWaves.size()>;

  std::vector<std::size_t> at;  ///< grid cell
  PerWave<int> residents;       ///< 0 where nobody lives yet
  PerWave<int> dwellings;
  std::vector<std::uint8_t> is_rural;
  /// First wave (position) with residents: later than 0 in a new quarter.
  std::vector<std::uint8_t> since;

  [[nodiscard]] std::size_t size() const { return at.size(); }
};

ExampleCells settle(const ExamplePlan& plan, const ExampleLand& land, base::Seed seed);

}  // namespace wijkbeeld::source
