// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "base/parallel.hpp"
#include "geo/shape.hpp"

namespace wijkbeeld::geo {

/// A shape one can calculate with, made of one that perhaps was not.
struct Mended {
  MultiPolygon shape;
  bool was_invalid = false;
};

/// The shape itself when it is valid (see validity). Otherwise the surfaces its rings enclose by
/// the even-odd rule, as GEOS's MakeValid finds them: a bow tie becomes two triangles, a ring that
/// touches itself a surface with a hole. Rings that are not closed are closed first; rings with
/// fewer than four points or with numbers that are not finite are left out. May become empty.
Mended mended(const MultiPolygon& shape);
std::vector<Mended> mended(std::span<const MultiPolygon> shapes, base::Workers workers);

/// The union: every spot that lies in one of the shapes, once. Shapes must be valid. Parts have
/// outer rings counter-clockwise and holes clockwise, no overlap, and are sorted by the first shape
/// they come from. Shapes that meet nothing else go through as they are.
MultiPolygon united(std::span<const MultiPolygon> shapes, base::Workers workers);

/// A pair of shapes that share surface.
struct Overlap {
  std::size_t first = 0;   ///< position among the first shapes
  std::size_t second = 0;  ///< position among the second shapes
  double area = 0;         ///< m2, above 0
  bool operator==(const Overlap&) const = default;
};

/// All pairs of a first and a second shape that share surface, sorted by first, then second.
/// Shapes must be valid. The intersections are those of GEOS (OverlayNG in double precision): the
/// surface of one is right to some 1e-9 of the surface of the shapes.
std::vector<Overlap> overlaps(std::span<const MultiPolygon> first,
                              std::span<const MultiPolygon> second, base::Workers workers);

}  // namespace wijkbeeld::geo
