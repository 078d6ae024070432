// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "geo/shape.hpp"
#include "source/example_grid.hpp"

namespace wijkbeeld::source {

/// A border between two labels, from junction to junction (or round and back to its start).
struct Border {
  Label left = kNoLabel;
  Label right = kNoLabel;
  geo::Line points;
};

/// A line that borders beside it are drawn onto: the middle of the river, with the side each cell
/// near it lies on.
struct Guide {
  geo::Line line;
  std::vector<std::int8_t> sides;
};

/// The borders between cells of different labels, drawn once and smoothly, so that neighbours
/// share them exactly. No two borders meet except at common ends: where smoothing would make them
/// cross, the border keeps the plainer form.
std::vector<Border> trace_borders(const ExampleGrid& grid, const std::vector<Label>& labels,
                                  const Guide& guide);

}  // namespace wijkbeeld::source
