// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
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

/// The outlines of groups of labels: `group_of[label]` is what a label belongs to. Every outline
/// is a valid surface (simple rings, holes inside their outer ring, outer rings anti-clockwise).
std::vector<geo::MultiPolygon> outlines_of(const std::vector<Border>& borders,
                                           const std::vector<Label>& group_of, std::size_t groups);

/// Pairs of borders that cross, overlap or touch anywhere but at common ends; a border that folds
/// onto itself is a pair with itself.
std::vector<std::pair<std::size_t, std::size_t>> crossings_of(const std::vector<Border>& borders);

}  // namespace wijkbeeld::source
