// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "source/example_indicators.hpp"

namespace wijkbeeld::source {

/// The scale of edition `voorbeeld`; class limits are those of Leefbaarometer 2.0.
struct ExampleScale {
  double reference = 4.15;
  std::array<double, 8> class_limits = {3.460,   3.557,   3.6957,  3.89703,
                                        3.99718, 4.19239, 4.30437, 4.3926};
  std::array<double, 3> development_limits = {0.0666, 0.1332, 0.1998};
};

/// Sizes of what is planted besides the weights of indicators, in score points.
struct ExamplePlanted {
  double programme_effect = 0.06;  ///< from 2012 on, in programme areas
  double stall_per_year = -0.011;  ///< for each year after 2012, in stalling areas
  double ring_effect = -0.025;     ///< from 2012 on, in buurten next to programme areas
  /// How each is spread over won, soc, vrz, onv, fys.
  std::array<double, 5> programme_shares = {0.6, 0.1, 0, 0.1, 0.2};
  std::array<double, 5> stall_shares = {0, 0.3, 0, 0.7, 0};
  std::array<double, 5> ring_shares = {0, 0.2, 0, 0.8, 0};
  double buurt_shock = 0.036;      ///< standard deviation, per buurt and wave, half soc half onv
  double wijk_shock = 0.012;       ///< the same per wijk
  double cell_noise = 0.022;       ///< per cell, lasting, in fys
  double cell_wave_noise = 0.010;  ///< per cell and wave, in fys
};

/// Scores in millionths of a point, so that dimensions add up to the total exactly.
using Micro = std::int64_t;
using Contributions = std::array<Micro, 5>;
inline constexpr Micro kMicro = 1000000;
Micro total(const Contributions& contributions);

/// Per wave and cell (or area) the five contributions and the residents.
struct ExampleScores {
  std::array<std::vector<Contributions>, kExampleWaves.size()> dimensions;
  std::array<std::vector<std::int64_t>, kExampleWaves.size()> residents;
};

/// Areas under this number of residents get no score.
inline constexpr std::int64_t kLeastResidents = 100;

/// Which buurten (of 2016) the planted effects reach.
struct ExampleReach {
  std::vector<std::uint8_t> programme;
  std::vector<std::uint8_t> stall;
  std::vector<std::uint8_t> ring;
};

/// What the indicators alone say per wave and cell, in score points around the reference.
using Structural = std::array<std::vector<std::array<double, 5>>, kExampleWaves.size()>;
Structural structural_scores(const ExampleCells& cells, const std::vector<Label>& buurten,
                             std::size_t buurt_count, const IndicatorValues& indicators,
                             base::Workers workers);

/// The passing shock of a buurt in a wave (its own and its wijk's), in score points.
double shock_of(const ExampleAreas& areas, Label buurt, std::size_t wave,
                const ExamplePlanted& planted, base::Seed seed);

/// Indicators, shocks, noise and planted effects together, per cell.
ExampleScores cell_scores(const ExampleCells& cells, const ExampleAreas& areas,
                          const std::vector<Label>& buurten, const Structural& structural,
                          const ExampleReach& reach, const ExamplePlanted& planted, base::Seed seed,
                          base::Workers workers);

/// Means weighted by residents of the wave; `group_of` is per cell.
ExampleScores aggregated(const ExampleScores& cells, const std::vector<Label>& group_of,
                         std::size_t groups);

/// Class of a score, and of a change, on the scale.
int class_of(const ExampleScale& scale, Micro deviation);
int development_class_of(const ExampleScale& scale, Micro change);

/// Score points to millionths, rounded.
Micro to_micro(double points);

}  // namespace wijkbeeld::source
