// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <vector>

#include "source/example_land.hpp"

namespace wijkbeeld::source {

/// What going from cell to cell costs when regions grow: more over rough ground, much more across
/// a barrier (river, railway, motorway), so that borders come to lie along barriers.
class StepCost {
 public:
  /// `roughness`: per cell, around 1.
  explicit StepCost(std::vector<double> roughness);
  /// `cost` is in cells; barriers are added before the first question.
  void add_barrier(const std::vector<Beside>& cells, double cost);
  /// Of going from a cell to a neighbour `length` cells away.
  [[nodiscard]] double of(std::size_t from, std::size_t to, double length) const;

 private:
  struct Side {
    std::size_t barrier;
    std::int8_t side;
    std::uint32_t next;
  };
  std::vector<double> roughness_;
  std::vector<double> costs_;
  std::vector<std::uint32_t> first_;  // per cell: position in sides_ + 1, or 0
  std::vector<Side> sides_;
};

/// Where a region starts.
struct Seedling {
  std::size_t cell = 0;
  Label label = 0;
};

/// Gives every cell of every parent region to the seedling nearest by cost among those in the
/// same parent, then mends: each region is one piece (cells sharing sides). Cells whose parent is
/// kNoLabel get none. Every parent needs a seedling and must be one piece itself.
std::vector<Label> grow_regions(const ExampleGrid& grid, const std::vector<Label>& parents,
                                std::span<const Seedling> seedlings, const StepCost& cost);

/// Divides each parent region into `counts[parent]` regions of about equal weight, numbered on
/// from 0 in parent order. Seedlings are drawn in proportion to `weights` (per cell) and moved to
/// the middle of what they grew into, `rounds` times.
std::vector<Label> divide_regions(const ExampleGrid& grid, const std::vector<Label>& parents,
                                  const std::vector<std::size_t>& counts,
                                  const std::vector<double>& weights, const StepCost& cost,
                                  base::Seed seed, std::uint64_t purpose, int rounds);

/// Shares out `total` over the weights, each at least `least`, by largest remainder.
std::vector<std::size_t> share_out(std::size_t total, std::span<const double> weights,
                                   std::size_t least);

/// For each label the labels that share a side with it, sorted.
std::vector<std::vector<Label>> adjacent_labels(const ExampleGrid& grid,
                                                const std::vector<Label>& labels,
                                                std::size_t count);

/// Numbers of the pieces (cells sharing sides) of equal label.
std::vector<Label> pieces_of(const ExampleGrid& grid, const std::vector<Label>& labels,
                             std::size_t& count);

}  // namespace wijkbeeld::source
