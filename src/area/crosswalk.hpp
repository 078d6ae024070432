// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "area/area_set.hpp"
#include "base/parallel.hpp"
#include "table/value.hpp"

namespace wijkbeeld::area {

/// Which part of the sources lies in which target: from areas of one level and vintage to areas of
/// another, such as buurten of 2024 to PC4 areas of 2020. By surface: what a source holds is taken
/// to be spread evenly over it (areal weighting; Goodchild and Lam 1980, "Areal interpolation: a
/// variant of the traditional spatial problem", Geo-Processing 1, p. 297-312).
struct Crosswalk {
  /// A source that shares surface with a target.
  struct Part {
    std::size_t source = 0;  ///< position in `sources`
    double of_source = 0;    ///< share of the source that goes to the target
    double of_target = 0;    ///< share of the target's surface that lies in the source
    bool operator==(const Part&) const = default;
  };

  Level from = Level::own;
  Vintage from_vintage = {};
  Level to = Level::own;
  Vintage to_vintage = {};
  std::vector<AreaCode> sources = {};    ///< all that have an outline, sorted
  std::vector<AreaCode> targets = {};    ///< the same
  std::vector<std::size_t> starts = {};  ///< per target where its parts begin, and one more
  std::vector<Part> parts = {};          ///< by target, then source
  std::size_t mended = 0;                ///< outlines of both sides that were invalid

  /// The parts of a target, by its position; none for one that no source reaches.
  [[nodiscard]] std::span<const Part> of(std::size_t target) const;
  /// Per source the share that goes to any target, at most 1 (to rounding). 1 where targets tile;
  /// less at the edge of the targets (a coast that is drawn in another way).
  [[nodiscard]] std::vector<double> placed() const;

  bool operator==(const Crosswalk&) const = default;
};

/// The share of a source that goes to a target is the share of its surface that lies in it. Where
/// targets overlap, as published outlines of PC4 areas do by some metres, the shares of a source
/// would add up to more than 1; they are then scaled down to 1, so that nobody is counted twice.
///
/// Outlines that are invalid, such as one that touches itself, are mended first (geo/overlay.hpp)
/// and counted. An outline without surface takes part in nothing. Surfaces are exact to some 1e-9
/// of the areas. The same for any number of workers.
Crosswalk crosswalk(const Outlines& from, const Outlines& to, base::Workers workers);

/// The same with shares that add up to 1 for each source of which at least `least` was placed, so
/// that counts are kept whole: what lies off the edge of the targets is spread in proportion.
/// Sources that were placed for less stay as they are.
Crosswalk kept_whole(Crosswalk crosswalk, double least);

/// What kind of number is brought over.
enum class Quantity : std::uint8_t {
  count,  ///< can be added up: residents, dwellings, incidents
  mean    ///< of residents, dwellings or ground: a score, a share, a distance
};

/// How much of a target must be known before a value is given, as shares. Our choice.
struct LeastCoverage {
  double of_surface = 0.5;
  double of_weight = 0.9;
};

struct BroughtOver {
  table::Value<double> value = table::Absence::not_collected;
  double of_surface = 0;  ///< share of the target's surface in sources with a value, at most 1
  double of_weight = 0;   ///< share of the weight found in the target that is of such sources
};

/// Values of the sources as values of the targets, in the order of `crosswalk.targets`.
///
/// `values` has one entry per source, in their order; so has `weights` (residents, or whatever a
/// mean is a mean of), or it is empty. The weight of a part is of_source times the weight of its
/// source, or the surface they share when there are no weights. A source without a weight (absent)
/// counts as one with none. Where no weight at all is found, coverage of weight is that of surface.
///
/// count: the sum of of_source times value. mean: the weighted mean.
///
/// Absent where coverage is less than `least`, for the reason that most of the missing weight has
/// (of surface, where there is no weight); `not_collected` where sources leave the target bare; and
/// a mean without any weight is `not_applicable`. Values and weights must be finite, weights not
/// below zero.
std::vector<BroughtOver> brought_over(std::span<const table::Value<double>> values,
                                      std::span<const table::Value<double>> weights,
                                      const Crosswalk& crosswalk, Quantity quantity,
                                      const LeastCoverage& least = {});

}  // namespace wijkbeeld::area
