// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "geo/shape.hpp"
#include "source/example_borders.hpp"

namespace wijkbeeld::source {

/// The outlines of groups of labels: `group_of[label]` is what a label belongs to. Every outline
/// is a valid surface (simple rings, holes inside their outer ring, outer rings anti-clockwise).
std::vector<geo::MultiPolygon> outlines_of(const std::vector<Border>& borders,
                                           const std::vector<Label>& group_of, std::size_t groups);

}  // namespace wijkbeeld::source
