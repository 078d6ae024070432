// SPDX-License-Identifier: EUPL-1.2
#include "source/example_regions.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <queue>
#include <tuple>

#include "base/ensure.hpp"

namespace wijkbeeld::source {
namespace {

// The label most common among the side neighbours with another label and the same parent.
Label best_neighbour(const ExampleGrid& grid, const std::vector<Label>& parents,
                     const std::vector<Label>& labels, const std::vector<std::size_t>& piece) {
  std::map<Label, std::size_t> contacts;
  for (const std::size_t cell : piece) {
    const Neighbours near = neighbours_of(grid, cell);
    for (std::size_t i = 0; i < near.sides; ++i) {
      const std::size_t other = near.cells[i];
      if (parents[other] == parents[cell] && labels[other] != labels[cell])
        ++contacts[labels[other]];
    }
  }
  Label best = kNoLabel;
  std::size_t most = 0;
  for (const auto& [label, count] : contacts)
    if (count > most) std::tie(best, most) = std::tie(label, count);
  return best;
}

// Gives all but the largest piece of each label to a neighbour.
void mend(const ExampleGrid& grid, const std::vector<Label>& parents, std::vector<Label>& labels) {
  for (int round = 0; round < 30; ++round) {  // a piece may join one that itself moves on
    std::size_t count = 0;
    const std::vector<Label> pieces = pieces_of(grid, labels, count);
    std::vector<std::vector<std::size_t>> cells(count);
    for (std::size_t cell = 0; cell < labels.size(); ++cell)
      if (pieces[cell] != kNoLabel) cells[pieces[cell]].push_back(cell);
    std::map<Label, std::size_t> largest;
    for (std::size_t piece = 0; piece < count; ++piece) {
      const auto [at, is_new] = largest.try_emplace(labels[cells[piece].front()], piece);
      if (!is_new && cells[piece].size() > cells[at->second].size()) at->second = piece;
    }
    bool changed = false;
    for (std::size_t piece = 0; piece < count; ++piece) {
      if (largest.at(labels[cells[piece].front()]) == piece) continue;
      const Label other = best_neighbour(grid, parents, labels, cells[piece]);
      if (other == kNoLabel) continue;
      for (const std::size_t cell : cells[piece])
        labels[cell] = other;
      changed = true;
    }
    if (!changed) return;
  }
}

std::vector<Seedling> draw_seedlings(const std::vector<std::vector<std::size_t>>& cells,
                                     const std::vector<std::size_t>& counts,
                                     const std::vector<double>& weights, base::Seed seed,
                                     std::uint64_t purpose) {
  std::vector<Seedling> seedlings;
  for (std::size_t parent = 0; parent < counts.size(); ++parent) {
    base::ensure(cells[parent].size() >= counts[parent], "a region per cell at most");
    base::Stream stream(seed, purpose, parent);
    std::vector<std::pair<double, std::size_t>> order;  // weighted sampling without replacement
    for (const std::size_t cell : cells[parent])
      order.emplace_back(-std::log(1 - stream.uniform()) / std::max(weights[cell], 1e-9), cell);
    const auto middle = order.begin() + static_cast<std::ptrdiff_t>(counts[parent]);
    std::partial_sort(order.begin(), middle, order.end());
    for (std::size_t i = 0; i < counts[parent]; ++i)
      seedlings.push_back({order[i].second, static_cast<Label>(seedlings.size())});
  }
  return seedlings;
}

// Moves each seedling to the cell of its region nearest to the weighted middle.
void move_to_middle(const ExampleGrid& grid, const std::vector<Label>& labels,
                    const std::vector<double>& weights, std::vector<Seedling>& seedlings) {
  struct Sum {
    double x = 0, y = 0, weight = 0;
  };
  std::vector<Sum> sums(seedlings.size());
  for (std::size_t cell = 0; cell < labels.size(); ++cell) {
    if (labels[cell] == kNoLabel) continue;
    const geo::Point p = grid.centre(cell);
    const double weight = std::max(weights[cell], 1e-9);
    Sum& sum = sums[labels[cell]];
    sum = {sum.x + weight * p.x, sum.y + weight * p.y, sum.weight + weight};
  }
  std::vector<double> nearest(seedlings.size(), std::numeric_limits<double>::max());
  for (std::size_t cell = 0; cell < labels.size(); ++cell) {
    const Label label = labels[cell];
    if (label == kNoLabel) continue;
    const Sum& sum = sums[label];
    const double far = distance(grid.centre(cell), {sum.x / sum.weight, sum.y / sum.weight});
    if (far < nearest[label]) {
      nearest[label] = far;
      seedlings[label].cell = cell;
    }
  }
}

}  // namespace

StepCost::StepCost(std::vector<double> roughness)
    : roughness_(std::move(roughness)), first_(roughness_.size(), 0) {}

void StepCost::add_barrier(const std::vector<Beside>& cells, double cost) {
  for (const Beside& beside : cells) {
    sides_.push_back({costs_.size(), beside.side, first_[beside.cell]});
    first_[beside.cell] = static_cast<std::uint32_t>(sides_.size());
  }
  costs_.push_back(cost);
}

double StepCost::of(std::size_t from, std::size_t to, double length) const {
  double sum = length * roughness_[to];
  for (std::uint32_t a = first_[from]; a != 0; a = sides_[a - 1].next)
    for (std::uint32_t b = first_[to]; b != 0; b = sides_[b - 1].next)
      if (sides_[a - 1].barrier == sides_[b - 1].barrier &&
          sides_[a - 1].side != sides_[b - 1].side)
        sum += costs_[sides_[a - 1].barrier];
  return sum;
}

std::vector<Label> pieces_of(const ExampleGrid& grid, const std::vector<Label>& labels,
                             std::size_t& count) {
  std::vector<Label> pieces(labels.size(), kNoLabel);
  std::vector<std::size_t> stack;
  count = 0;
  for (std::size_t start = 0; start < labels.size(); ++start) {
    if (labels[start] == kNoLabel || pieces[start] != kNoLabel) continue;
    pieces[start] = static_cast<Label>(count);
    stack.push_back(start);
    while (!stack.empty()) {
      const std::size_t cell = stack.back();
      stack.pop_back();
      const Neighbours near = neighbours_of(grid, cell);
      for (std::size_t i = 0; i < near.sides; ++i) {
        const std::size_t other = near.cells[i];
        if (pieces[other] != kNoLabel || labels[other] != labels[cell]) continue;
        pieces[other] = static_cast<Label>(count);
        stack.push_back(other);
      }
    }
    ++count;
  }
  return pieces;
}

std::vector<Label> grow_regions(const ExampleGrid& grid, const std::vector<Label>& parents,
                                std::span<const Seedling> seedlings, const StepCost& cost) {
  using Entry = std::pair<double, std::size_t>;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
  std::vector<double> costs(grid.size(), std::numeric_limits<double>::max());
  std::vector<Label> labels(grid.size(), kNoLabel);
  for (const Seedling& seedling : seedlings) {
    costs[seedling.cell] = 0;
    labels[seedling.cell] = seedling.label;
    queue.emplace(0.0, seedling.cell);
  }
  while (!queue.empty()) {
    const auto [so_far, cell] = queue.top();
    queue.pop();
    if (so_far > costs[cell]) continue;
    const Neighbours near = neighbours_of(grid, cell);
    for (std::size_t i = 0; i < near.count; ++i) {
      const std::size_t other = near.cells[i];
      if (parents[other] != parents[cell]) continue;
      const double total = so_far + cost.of(cell, other, i < near.sides ? 1 : 1.4142);
      if (total >= costs[other]) continue;
      costs[other] = total;
      labels[other] = labels[cell];
      queue.emplace(total, other);
    }
  }
  mend(grid, parents, labels);
  return labels;
}

std::vector<Label> divide_regions(const ExampleGrid& grid, const std::vector<Label>& parents,
                                  const std::vector<std::size_t>& counts,
                                  const std::vector<double>& weights, const StepCost& cost,
                                  base::Seed seed, std::uint64_t purpose, int rounds) {
  std::vector<std::vector<std::size_t>> cells(counts.size());
  for (std::size_t cell = 0; cell < parents.size(); ++cell)
    if (parents[cell] != kNoLabel) cells[parents[cell]].push_back(cell);
  std::vector<Seedling> seedlings = draw_seedlings(cells, counts, weights, seed, purpose);
  std::vector<Label> labels = grow_regions(grid, parents, seedlings, cost);
  for (int round = 0; round < rounds; ++round) {
    move_to_middle(grid, labels, weights, seedlings);
    labels = grow_regions(grid, parents, seedlings, cost);
  }
  return labels;
}

std::vector<std::size_t> share_out(std::size_t total, std::span<const double> weights,
                                   std::size_t least) {
  base::ensure(total >= least * weights.size(), "there is enough for the least share of each");
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  const auto free = static_cast<double>(total - least * weights.size());
  std::vector<std::size_t> shares(weights.size(), least);
  std::vector<std::pair<double, std::size_t>> remainders;
  std::size_t given = least * weights.size();
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const double exact = sum > 0 ? free * weights[i] / sum : 0;
    const auto whole = static_cast<std::size_t>(exact);
    shares[i] += whole;
    given += whole;
    remainders.emplace_back(static_cast<double>(whole) - exact, i);
  }
  std::sort(remainders.begin(), remainders.end());
  for (std::size_t i = 0; given < total; ++i, ++given)
    ++shares[remainders[i % shares.size()].second];
  return shares;
}

std::vector<std::vector<Label>> adjacent_labels(const ExampleGrid& grid,
                                                const std::vector<Label>& labels,
                                                std::size_t count) {
  std::vector<std::vector<Label>> adjacent(count);
  for (std::size_t cell = 0; cell < labels.size(); ++cell) {
    if (labels[cell] == kNoLabel) continue;
    const Neighbours near = neighbours_of(grid, cell);
    for (std::size_t i = 0; i < near.sides; ++i) {
      const Label other = labels[near.cells[i]];
      if (other != kNoLabel && other != labels[cell]) adjacent[labels[cell]].push_back(other);
    }
  }
  for (std::vector<Label>& list : adjacent) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
  }
  return adjacent;
}

}  // namespace wijkbeeld::source
