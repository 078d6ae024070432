// SPDX-License-Identifier: EUPL-1.2
#include "source/example_areas.hpp"

#include <algorithm>
#include <cmath>

#include "base/ensure.hpp"
#include "source/example_purpose.hpp"
#include "source/example_reform.hpp"

namespace wijkbeeld::source {
namespace {

StepCost cost_of(const ExampleLand& land, base::Seed seed) {
  const Field rough(seed, purpose::kRough, land.grid, 700, 3);
  std::vector<double> roughness(land.grid.size());
  for (std::size_t cell = 0; cell < land.grid.size(); ++cell)
    roughness[cell] = std::exp(0.45 * rough.at(land.grid.centre(cell)));
  StepCost cost(std::move(roughness));
  const auto add = [&](const geo::Line& line, double barrier) {
    cost.add_barrier(cells_beside(land.grid, line, 400), barrier);
  };
  add(land.river, 12);
  for (const geo::Line& line : land.motorways)
    add(line, 6);
  for (const geo::Line& line : land.railways)
    add(line, 4);
  return cost;
}

std::vector<double> sums_of(const std::vector<Label>& labels, std::size_t count,
                            const std::vector<double>& weights) {
  std::vector<double> sums(count, 0);
  for (std::size_t cell = 0; cell < labels.size(); ++cell)
    if (labels[cell] != kNoLabel) sums[labels[cell]] += weights[cell];
  return sums;
}

std::vector<std::size_t> sizes_of(const std::vector<Label>& labels, std::size_t count) {
  std::vector<std::size_t> sizes(count, 0);
  for (const Label label : labels)
    if (label != kNoLabel) ++sizes[label];
  return sizes;
}

// The parent region of each region.
std::vector<Label> parents_of(const std::vector<Label>& labels, const std::vector<Label>& parents,
                              std::size_t count) {
  std::vector<Label> out(count, kNoLabel);
  for (std::size_t cell = 0; cell < labels.size(); ++cell)
    if (labels[cell] != kNoLabel) out[labels[cell]] = parents[cell];
  return out;
}

// Shares out, then takes back what does not fit (a region needs a few cells; codes have two
// digits).
std::vector<std::size_t> fitting_counts(std::size_t total, const std::vector<double>& weights,
                                        const std::vector<std::size_t>& sizes, std::size_t least,
                                        std::size_t cells_each) {
  std::vector<std::size_t> counts = share_out(total, weights, least);
  for (std::size_t i = 0; i < counts.size(); ++i)
    counts[i] = std::clamp<std::size_t>(std::min(counts[i], sizes[i] / cells_each), 1, 90);
  return counts;
}

std::vector<Label> grow_gemeenten(const ExamplePlan& plan, const ExampleLand& land,
                                  const StepCost& cost) {
  std::vector<Label> island(land.grid.size(), kNoLabel);
  for (std::size_t cell = 0; cell < island.size(); ++cell)
    if (land.is_land[cell] != 0) island[cell] = 0;
  std::vector<Seedling> seedlings;
  for (std::size_t i = 0; i <= plan.gemeenten; ++i)
    seedlings.push_back({land.grid.cell_at(land.towns[i].centre), static_cast<Label>(i)});
  return grow_regions(land.grid, island, seedlings, cost);
}

// The smallest town's gemeente joins its nearest neighbour that is not the largest.
Label receiver_of(const ExampleLand& land, const std::vector<Label>& gemeenten, Label merged) {
  const auto adjacent = adjacent_labels(land.grid, gemeenten, merged + std::size_t{1});
  Label best = kNoLabel;
  double nearest = 0;
  for (const Label other : adjacent[merged]) {
    const double far =
        distance(land.towns[other].centre, land.towns[merged].centre) * (other == 0 ? 10 : 1);
    if (best == kNoLabel || far < nearest) {
      best = other;
      nearest = far;
    }
  }
  base::ensure(best != kNoLabel, "gemeenten on one island have neighbours");
  return best;
}

}  // namespace

std::vector<Label> Classification::wijk_of_unit() const {
  std::vector<Label> out;
  for (const Label buurt : buurt_of_unit)
    out.push_back(wijk_of(buurt));
  return out;
}

std::vector<Label> Classification::gemeente_of_unit() const {
  std::vector<Label> out;
  for (const Label buurt : buurt_of_unit)
    out.push_back(gemeente_of(buurt));
  return out;
}

ExampleAreas divide_land(const ExamplePlan& plan, const ExampleLand& land,
                         const ExampleCells& cells, base::Seed seed) {
  const StepCost cost = cost_of(land, seed);
  std::vector<double> weights(land.grid.size(), 0);
  for (std::size_t cell = 0; cell < weights.size(); ++cell)
    if (land.is_land[cell] != 0) weights[cell] = 0.35;
  for (std::size_t i = 0; i < cells.size(); ++i)
    weights[cells.at[i]] += cells.residents.back()[i];

  Division division;
  division.gemeenten = plan.gemeenten + 1;
  const std::vector<Label> gemeenten = grow_gemeenten(plan, land, cost);
  division.merged = static_cast<Label>(plan.gemeenten);
  division.receiver = receiver_of(land, gemeenten, division.merged);

  const auto wijk_counts =
      fitting_counts(plan.wijken, sums_of(gemeenten, division.gemeenten, weights),
                     sizes_of(gemeenten, division.gemeenten), plan.gemeenten > 20 ? 3 : 4, 40);
  const std::vector<Label> wijken =
      divide_regions(land.grid, gemeenten, wijk_counts, weights, cost, seed, purpose::kWijken, 1);
  std::size_t count = 0;
  for (const std::size_t n : wijk_counts)
    count += n;
  division.gemeente_of_wijk = parents_of(wijken, gemeenten, count);

  const auto buurt_counts =
      fitting_counts(plan.buurten, sums_of(wijken, count, weights), sizes_of(wijken, count), 3, 6);
  division.buurt_of_cell =
      divide_regions(land.grid, wijken, buurt_counts, weights, cost, seed, purpose::kBuurten, 1);
  count = 0;
  for (const std::size_t n : buurt_counts)
    count += n;
  division.wijk_of_buurt = parents_of(division.buurt_of_cell, wijken, count);

  ExampleAreas areas = reformed(land, cells, division, cost, seed);
  std::vector<std::int8_t> sides(land.grid.size(), 0);
  for (const Beside& beside : cells_beside(land.grid, land.river, 400))
    sides[beside.cell] = beside.side;
  areas.borders = trace_borders(land.grid, areas.unit_of_cell, {land.river, std::move(sides)});
  return areas;
}

}  // namespace wijkbeeld::source
