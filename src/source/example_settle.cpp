// SPDX-License-Identifier: EUPL-1.2
#include "source/example_settle.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/ensure.hpp"
#include "source/example_purpose.hpp"

namespace wijkbeeld::source {
namespace {

// The `count` best cells by score among those open and not yet taken.
void take_best(const ExampleLand& land, std::vector<double> score, std::size_t count,
               std::vector<std::uint8_t>& taken, std::uint8_t mark) {
  std::vector<std::size_t> open;
  for (std::size_t cell = 0; cell < score.size(); ++cell)
    if (land.is_land[cell] != 0 && land.is_closed[cell] == 0 && taken[cell] == 0)
      open.push_back(cell);
  base::ensure(open.size() >= count, "there is land enough to live on");
  const auto limit = open.begin() + static_cast<std::ptrdiff_t>(count);
  std::nth_element(open.begin(), limit, open.end(), [&](std::size_t a, std::size_t b) {
    return score[a] != score[b] ? score[a] > score[b] : a < b;
  });
  for (auto at = open.begin(); at != limit; ++at)
    taken[*at] = mark;
}

// 1: in a town, 2: in the open country, along ribbons.
std::vector<std::uint8_t> inhabited(const ExamplePlan& plan, const ExampleLand& land,
                                    base::Seed seed) {
  const Field ribbon(seed, purpose::kRibbon, land.grid, 3800, 3);
  const Field gaps(seed, purpose::kSettle, land.grid, 500, 3);
  std::vector<double> town(land.grid.size(), 0);
  std::vector<double> rural(land.grid.size(), 0);
  for (std::size_t cell = 0; cell < land.grid.size(); ++cell) {
    if (land.is_land[cell] == 0) continue;
    const geo::Point p = land.grid.centre(cell);
    base::Stream stream(seed, purpose::kSettle, cell);
    town[cell] = land.urban[cell] + (land.urban[cell] > 0 ? 0.05 * gaps.at(p) : 0);
    // Where a smooth surface crosses zero there is a winding line: a road with farms along it.
    rural[cell] = -std::abs(ribbon.at(p)) - 0.3 * stream.uniform() * stream.uniform();
  }
  std::vector<std::uint8_t> taken(land.grid.size(), 0);
  const std::size_t in_towns = plan.inhabited_cells * 86 / 100;
  take_best(land, std::move(town), in_towns, taken, 1);
  take_best(land, std::move(rural), plan.inhabited_cells - in_towns, taken, 2);
  return taken;
}

std::vector<double> densities(const ExamplePlan& plan, const ExampleLand& land,
                              const ExampleCells& cells, base::Seed seed) {
  const Field patch(seed, purpose::kDensity, land.grid, 900, 3);
  std::vector<double> density;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    base::Stream stream(seed, purpose::kDensity, cells.at[i]);
    const geo::Point p = land.grid.centre(cells.at[i]);
    const double own = std::exp(0.32 * patch.at(p) + 0.35 * stream.normal());
    const double urban = land.urban[cells.at[i]];
    density.push_back(cells.is_rural[i] != 0 ? 5.5 * own : (20 + 105 * std::pow(urban, 1.2)) * own);
  }
  const double sum = std::accumulate(density.begin(), density.end(), 0.0);
  for (double& d : density)
    d *= static_cast<double>(plan.residents) / sum;
  return density;
}

}  // namespace

ExampleCells settle(const ExamplePlan& plan, const ExampleLand& land, base::Seed seed) {
  ExampleCells cells;
  const std::vector<std::uint8_t> taken = inhabited(plan, land, seed);
  for (std::size_t column = 0; column < land.grid.columns; ++column)  // order of codes
    for (std::size_t row = 0; row < land.grid.rows; ++row) {
      const std::size_t cell = row * land.grid.columns + column;
      if (taken[cell] == 0) continue;
      cells.at.push_back(cell);
      cells.is_rural.push_back(taken[cell] == 2 ? 1 : 0);
    }
  const std::vector<double> density = densities(plan, land, cells, seed);
  const Field growth(seed, purpose::kGrowth, land.grid, 5000, 2);
  const Field quarter(seed, purpose::kGrowth + 500, land.grid, 1100, 2);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    base::Stream stream(seed, purpose::kGrowth, cells.at[i]);
    const geo::Point p = land.grid.centre(cells.at[i]);
    const bool is_new =
        cells.is_rural[i] == 0 && land.age_ring[cells.at[i]] > 0.92 && quarter.at(p) > 0.75;
    cells.since.push_back(is_new ? quarter.at(p) > 1.3 ? 3 : 1 : 0);
    const double yearly = 0.003 + 0.004 * growth.at(p) + 0.002 * stream.normal();
    const double household =
        std::clamp(2.45 - 0.6 * land.urban[cells.at[i]] + 0.12 * stream.normal(), 1.4, 3.2);
    for (std::size_t wave = 0; wave < kExampleWaves.size(); ++wave) {
      const double people =
          density[i] * std::exp(yearly * (kExampleWaves[wave] - kExampleWaves[kBaseWave]));
      const bool exists = wave >= cells.since[i];
      const int residents = exists ? std::max(1, static_cast<int>(std::lround(people))) : 0;
      cells.residents[wave].push_back(residents);
      cells.dwellings[wave].push_back(
          exists ? std::max(1, static_cast<int>(std::lround(people / household))) : 0);
    }
  }
  return cells;
}

}  // namespace wijkbeeld::source
