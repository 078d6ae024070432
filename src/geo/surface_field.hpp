// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "base/parallel.hpp"
#include "geo/detail/interior.hpp"
#include "geo/detail/pieces.hpp"
#include "geo/overlay.hpp"
#include "geo/shape.hpp"

namespace wijkbeeld::geo {

/// Surfaces (water, parks, industry) to be measured from elsewhere: how far the nearest is, which
/// part of a disc is covered. Made once: invalid shapes are mended (see overlay.hpp), all are
/// united so that what overlaps counts once, and the border of the union is cut into pieces in
/// squares. May be asked by several threads at once.
///
/// Places asked about are in metres (RD New) and finite; anything else is a bug.
class SurfaceField {
 public:
  explicit SurfaceField(std::span<const MultiPolygon> surfaces, base::Workers workers = {1});

  /// How many of the given surfaces were invalid.
  [[nodiscard]] std::size_t mended() const { return mended_; }

  /// True when p lies in a surface, by the rule of geo::contains: a western or southern border of
  /// the union is in, an eastern or northern one out.
  [[nodiscard]] bool covers(Point p) const { return interior_.contains(p); }

  /// Metres from p to the nearest surface, 0 inside and on the border, at most `reach`:
  /// min(reach, distance), so `reach` when no surface is nearer or there is none. `reach` is finite
  /// and not below zero.
  [[nodiscard]] double nearest(Point p, double reach) const;

  /// m2 of the disc of `radius` metres (above 0) round p that are covered, from 0 to pi radius^2.
  ///
  /// Exact up to rounding, without a grid: by Green's theorem the surface is half the integral of
  /// x dy - y dx along the border of what disc and surfaces share. That border is made of the
  /// pieces of outline inside the disc, and of the arcs of the circle that run from where an
  /// outline leaves the disc, counter-clockwise, to where the next one enters it. Where no
  /// outline crosses the circle, one point of it tells whether all of it is covered. The error
  /// stays below 1e-6 of the disc.
  [[nodiscard]] double covered_area(Point p, double radius) const;
  /// The same as a share of the disc, 0 to 1.
  [[nodiscard]] double covered_share(Point p, double radius) const;

 private:
  SurfaceField(std::vector<Mended> surfaces, base::Workers workers);
  SurfaceField(const MultiPolygon& united, std::size_t mended);

  // Of the pieces in a square: the sum of b - a, and of a x b as seen from its middle. From these
  // follows the sum of a x b as seen from anywhere.
  struct Moments {
    double cross = 0;
    Point step;
  };

  detail::Interior interior_;
  detail::Pieces pieces_;  // with the surface on their left
  std::vector<Moments> moments_;
  std::size_t mended_ = 0;
};

/// The same for many places, in their order; the answers do not depend on the number of workers.
std::vector<double> nearest_distances(std::span<const Point> at, const SurfaceField& field,
                                      double reach, base::Workers workers);
std::vector<double> covered_shares(std::span<const Point> at, const SurfaceField& field,
                                   double radius, base::Workers workers);

}  // namespace wijkbeeld::geo
