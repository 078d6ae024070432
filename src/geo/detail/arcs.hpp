// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "geo/shape.hpp"

namespace wijkbeeld::geo::detail {

/// Position of a vertex in Linework::points.
using Vertex = std::uint32_t;

/// A stretch of border between two junctions, or a whole ring that has none (its first vertex is
/// then repeated at the end). Every stretch is there once, whoever uses it.
struct Arc {
  std::vector<Vertex> vertices;
  bool is_ring = false;  ///< closed, without any junction
  int users = 0;         ///< how many rings run along it
  /// No triangle of this size or larger goes, whatever the tolerance.
  double most_m2 = std::numeric_limits<double>::infinity();
};

/// A ring as the arcs it follows, some of them backwards.
struct LineworkRing {
  struct Step {
    std::uint32_t arc = 0;
    bool is_backwards = false;
  };
  std::vector<Step> steps;
};

/// The borders of a set of areas as lines that are shared. A junction is a vertex where not all
/// rings go on to the same two vertices.
struct Linework {
  std::vector<Point> points;  ///< distinct, sorted by x, then y
  std::vector<Arc> arcs;
  std::vector<LineworkRing> rings;  ///< in the order in which for_each_ring meets them
};

Linework linework_of(std::span<const MultiPolygon> areas);

/// The ring again, along what is left of its arcs.
Ring ring_of(const Linework& linework, const LineworkRing& ring);

}  // namespace wijkbeeld::geo::detail
