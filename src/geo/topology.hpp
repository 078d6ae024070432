// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/parallel.hpp"
#include "geo/shape.hpp"

namespace wijkbeeld::geo {

/// One arc of a ring, forwards or backwards.
struct ArcStep {
  std::uint32_t arc = 0;
  bool is_backwards = false;
  bool operator==(const ArcStep&) const = default;
};

/// A closed line as the arcs it follows: each begins where the one before it ended.
using ArcRing = std::vector<ArcStep>;

/// A surface: one outer ring, counter-clockwise, and its holes, clockwise. The area lies on the
/// left of every step.
struct ArcPolygon {
  ArcRing outer;
  std::vector<ArcRing> holes = {};
  bool operator==(const ArcPolygon&) const = default;
};

/// The surfaces of areas as lines they share (the idea of TopoJSON: M. Bostock, 2012). An arc runs
/// from one junction to the next: a place where other areas begin to lie beside the line. A ring
/// without junctions is one arc; its first point is its smallest by x, then y, and is repeated at
/// the end. Every arc has two points or more, no two consecutive ones equal, and is used at most
/// once in each direction, so by at most two areas. Arcs do not cross; they meet at their ends.
/// Arcs are in the order in which the areas use them first; the parts of an area and its holes are
/// sorted by size, largest first.
struct Topology {
  std::vector<Line> arcs;
  std::vector<std::vector<ArcPolygon>> areas;  ///< as they were given; empty: no surface
  bool operator==(const Topology&) const = default;
};

/// Gaps and overlaps between neighbours narrower than this (metres) are taken for mistakes.
inline constexpr double kSeam = 60;

/// Areas that tile a country, as shared arcs.
///
/// Coordinates are rounded to multiples of `grid_m`, and what crosses or touches afterwards meets
/// in a vertex (snap rounding: J.D. Hobby, "Practical segment intersection with finite precision
/// output", Computational Geometry 13, 1999). Outlines that were simplified one by one do not meet:
/// a gap enclosed by two areas or more, or an overlap, is given to one of the areas beside it when
/// it is narrower than `seam_m` (twice its surface by the length of its rim), so that a border
/// follows the line of the area that was given first. Wider gaps stay gaps. Wider overlaps stay in
/// both areas, and so does an area that would lose all it has; such areas have arcs of their own,
/// equal to those of the other. With a seam of zero nothing is mended. Holes in a single area are
/// never closed. An area wholly inside another that has no hole there stays an overlap.
///
/// Which way rings run does not matter. Rings without surface vanish. Coordinates must be finite;
/// those more than 2^27 times the grid from the origin are brought nearer. `grid_m` must be above
/// zero. The result does not depend on the number of workers.
Topology topology_of(std::span<const MultiPolygon> areas, double grid_m, base::Workers workers,
                     double seam_m = kSeam);

/// The same areas along plainer arcs: vertices go, none move, so that no gap or overlap comes
/// between neighbours. Each arc is simplified once and keeps its ends. A vertex goes when the
/// triangle it makes with the vertices beside it is smaller than the square of `tolerance_m`,
/// smallest first (M. Visvalingam and J.D. Whyatt, "Line generalisation by repeated elimination of
/// points", Cartographic Journal 30(1), 1993), but not while another vertex lies in that triangle:
/// arcs that did not cross before do not cross after, and valid areas stay valid. Nor when the
/// triangle is a quarter of a ring along it or more, so that small areas do not become slivers. A
/// ring keeps three corners. Islands and lakes smaller than the square of `tolerance_m` are left
/// out where they touch no other area, but never the largest part of an area. Tolerance zero gives
/// the topology itself.
Topology simplified(const Topology& topology, double tolerance_m);

/// The same areas with their coordinates on a coarser grid, as topology_of makes them without
/// mending: arcs that would cross on it meet, and what has no surface on it vanishes.
Topology rounded(const Topology& topology, double grid_m, base::Workers workers);

/// The areas as shapes again.
std::vector<MultiPolygon> shapes_of(const Topology& topology);

/// Two areas that have a border in common.
struct SharedBorder {
  std::uint32_t first = 0;  ///< the smaller position
  std::uint32_t second = 0;
  double length_m = 0;  ///< above zero: areas that meet in a point only are not here
  bool operator==(const SharedBorder&) const = default;
};

/// All pairs of areas that lie on two sides of an arc, sorted ("rook" contiguity).
std::vector<SharedBorder> neighbours_of(const Topology& topology);

}  // namespace wijkbeeld::geo
