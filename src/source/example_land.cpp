// SPDX-License-Identifier: EUPL-1.2
#include "source/example_land.hpp"

#include <algorithm>
#include <cmath>
#include <deque>
#include <limits>
#include <numbers>
#include <numeric>
#include <tuple>

#include "source/example_lines.hpp"
#include "source/example_purpose.hpp"
#include "source/example_regions.hpp"

namespace wijkbeeld::source {
namespace {

// Only the largest piece of land, without the seas enclosed by it.
void keep_one_island(ExampleLand& land) {
  std::size_t count = 0;
  std::vector<Label> labels(land.grid.size());
  for (std::size_t cell = 0; cell < labels.size(); ++cell)
    labels[cell] = land.is_land[cell];
  const std::vector<Label> pieces = pieces_of(land.grid, labels, count);
  std::vector<std::size_t> sizes(count);
  for (std::size_t cell = 0; cell < labels.size(); ++cell)
    if (land.is_land[cell] != 0) ++sizes[pieces[cell]];
  const auto largest =
      static_cast<Label>(std::max_element(sizes.begin(), sizes.end()) - sizes.begin());
  const Label sea = pieces.front();  // the corner is sea
  for (std::size_t cell = 0; cell < labels.size(); ++cell) {
    const bool enclosed = land.is_land[cell] == 0 && pieces[cell] != sea;
    land.is_land[cell] = pieces[cell] == largest || enclosed ? 1 : 0;
  }
}

void raise_island(const ExamplePlan& plan, base::Seed seed, ExampleLand& land) {
  const ExampleGrid& grid = land.grid;
  const double width = static_cast<double>(grid.columns) * ExampleGrid::kSize;
  const Field shape(seed, purpose::kShape, grid, width * 0.3, 6);
  std::vector<double> height(grid.size());
  for (std::size_t cell = 0; cell < grid.size(); ++cell) {
    const double x =
        2 * (static_cast<double>(grid.column(cell)) + 0.5) / static_cast<double>(grid.columns) - 1;
    const double y =
        2 * (static_cast<double>(grid.row(cell)) + 0.5) / static_cast<double>(grid.rows) - 1;
    const double edge = std::max(std::abs(x), std::abs(y));
    const double round = std::sqrt(x * x + y * y);
    height[cell] = 1 - round - 0.8 * std::pow(edge, 6) + 0.19 * shape.at(grid.centre(cell)) -
                   (edge > 0.97 ? 9 : 0);
  }
  std::vector<double> order = height;
  const auto limit = order.end() - static_cast<std::ptrdiff_t>(plan.land_cells);
  std::nth_element(order.begin(), limit, order.end());
  land.is_land.resize(grid.size());
  for (std::size_t cell = 0; cell < grid.size(); ++cell)
    land.is_land[cell] = height[cell] >= *limit ? 1 : 0;
  keep_one_island(land);
}

void measure_coast(ExampleLand& land) {
  land.from_coast.assign(land.grid.size(), 0);
  std::deque<std::size_t> queue;
  for (std::size_t cell = 0; cell < land.grid.size(); ++cell)
    if (land.is_land[cell] == 0)
      queue.push_back(cell);
    else
      land.from_coast[cell] = -1;
  while (!queue.empty()) {
    const std::size_t cell = queue.front();
    queue.pop_front();
    const Neighbours near = neighbours_of(land.grid, cell);
    for (std::size_t i = 0; i < near.sides; ++i) {
      double& other = land.from_coast[near.cells[i]];
      if (other >= 0) continue;
      other = land.from_coast[cell] + 1;
      queue.push_back(near.cells[i]);
    }
  }
}

// A land cell drawn from those at least so far from the coast, as far as possible from the towns
// there are (among some candidates).
geo::Point place_of_town(const ExampleLand& land, double from_coast, std::size_t candidates,
                         base::Stream& stream) {
  geo::Point best{};
  double best_distance = -1;
  for (std::size_t i = 0; i < 100 * candidates && candidates > 0; ++i) {
    const auto cell = static_cast<std::size_t>(stream.below(land.grid.size()));
    if (land.from_coast[cell] < std::max(1.0, from_coast * (i < 50 * candidates ? 1 : 0.3)))
      continue;
    --candidates;
    const geo::Point p = land.grid.centre(cell);
    double nearest = std::numeric_limits<double>::max();
    for (const Town& town : land.towns)
      nearest = std::min(nearest, distance(p, town.centre) - town.radius);
    if (nearest > best_distance) std::tie(best, best_distance) = std::tie(p, nearest);
  }
  return best;
}

double radius_of(std::size_t cells) {
  return 118 * std::sqrt(static_cast<double>(cells) / std::numbers::pi);
}

void found_towns(const ExamplePlan& plan, base::Seed seed, ExampleLand& land) {
  base::Stream stream(seed, purpose::kTowns);
  const std::size_t mains = plan.gemeenten + 1;
  const double in_towns = 0.86 * static_cast<double>(plan.inhabited_cells);
  std::vector<double> weights;
  for (std::size_t i = 0; i < mains + plan.villages; ++i) {
    const double main =
        1 / std::pow(static_cast<double>(i) + 1.6, plan.gemeenten > 20 ? 0.7 : 0.95);
    const double scale = plan.gemeenten > 20 ? 0.9 : 0.55;
    const double village = 0.055 * scale * stream.uniform(0.35, 1.9);
    weights.push_back(i < mains ? main : village);
  }
  const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
  const double size = std::sqrt(static_cast<double>(plan.land_cells));
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const bool is_village = i >= mains;
    const auto cells = static_cast<std::size_t>(in_towns * weights[i] / total);
    const double inland = is_village ? 0.02 * size : i == 0 ? 0.17 * size : 0.075 * size;
    const geo::Point p = place_of_town(land, inland, is_village || i == 0 ? 6 : 60, stream);
    land.towns.push_back({p, radius_of(cells), cells, is_village});
  }
}

// How deep in a town a place is, as the distance to its middle in radii: warped, so that towns
// are no circles.
void build_towns(base::Seed seed, ExampleLand& land) {
  const ExampleGrid& grid = land.grid;
  const Field warp(seed, purpose::kUrbanWarp, grid, 2600, 4);
  const Field age(seed, purpose::kAge, grid, 1400, 3);
  land.urban.assign(grid.size(), 0);
  land.age_ring.assign(grid.size(), 1);
  std::vector<double> depth(grid.size(), 9);
  for (const Town& town : land.towns) {
    const double reach = 2.2 * town.radius + 300;
    const std::size_t low = grid.cell_at({town.centre.x - reach, town.centre.y - reach});
    const std::size_t high = grid.cell_at({town.centre.x + reach, town.centre.y + reach});
    for (std::size_t row = grid.row(low); row <= grid.row(high); ++row)
      for (std::size_t column = grid.column(low); column <= grid.column(high); ++column) {
        const std::size_t cell = row * grid.columns + column;
        const geo::Point p = grid.centre(cell);
        const double far = distance(p, town.centre) / town.radius * (1 + 0.26 * warp.at(p));
        if (far >= depth[cell]) continue;
        depth[cell] = far;
        const double shrink = town.is_village ? 0.55 : 1;
        land.urban[cell] = shrink * std::exp(-std::pow(far, 2.2));
        land.age_ring[cell] = std::clamp(far * (1 + 0.16 * age.at(p)), 0.0, 1.6);
      }
  }
}

}  // namespace

ExampleLand make_land(const ExamplePlan& plan, base::Seed seed) {
  ExampleLand land;
  land.grid = {plan.columns, plan.rows, plan.x0, plan.y0};
  raise_island(plan, seed, land);
  measure_coast(land);
  found_towns(plan, seed, land);
  lay_river(seed, land);
  build_towns(seed, land);
  lay_lines(seed, land);
  lay_surfaces(plan, seed, land);
  return land;
}

}  // namespace wijkbeeld::source
