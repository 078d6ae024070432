// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "base/parallel.hpp"
#include "base/random.hpp"

namespace wijkbeeld::stats {

/// Who is next to whom: the neighbours of i are neighbours[offsets[i]] up to, but not including,
/// neighbours[offsets[i + 1]]. One offset more than there are places; no place is its own
/// neighbour, and none stands twice in a list. Lists need not be mutual.
struct NeighbourLists {
  std::span<const std::size_t> offsets;
  std::span<const std::size_t> neighbours;
};

/// Moran's I of values at places (Moran 1950, "Notes on continuous stochastic phenomena",
/// Biometrika 37, p. 17-23): do neighbours look alike? Each place compares itself with the plain
/// mean of its neighbours (row-standardised weights).
struct Moran {
  double statistic = 0;  ///< positive: neighbours look alike; mostly in [-1, 1]
  double expected = 0;   ///< -1 / (places - 1), when values lie anywhere
  double variance = 0;   ///< when values lie anywhere ("randomisation"), Cliff and Ord 1981, p. 21
  double z = 0;          ///< (statistic - expected) / square root of the variance
  double p_greater = 1;  ///< normal probability of a z this high, one-sided
  std::size_t places = 0;    ///< that were counted
  std::size_t isolates = 0;  ///< without a neighbour, left out
  /// Share of statistics at least as high as this one among `permutations` random rearrangements of
  /// the values and this one itself: (1 + count) / (1 + permutations). Absent without permutations.
  std::optional<double> permutation_p;
  std::size_t permutations = 0;
};

struct MoranSettings {
  std::size_t permutations = 0;  ///< 999 is usual
  base::Seed seed = {};
  base::Workers workers = {};
};

/// Moran's I of `values`, one per place, all finite. A place that has no neighbours and is nobody's
/// neighbour is left out altogether, as if it were not in the data; nothing else could be said of
/// it. Absent for fewer than four places, when values do not vary, and when
/// no arrangement of them would differ from another (one odd value on a ring).
///
/// For residuals of a regression the expectation and variance are approximate: residuals are
/// slightly negatively correlated by construction (Cliff and Ord 1981, "Spatial Processes", ch. 8),
/// which with few columns and many places is far below what matters.
std::optional<Moran> moran(std::span<const double> values, const NeighbourLists& lists,
                           const MoranSettings& settings = {});

}  // namespace wijkbeeld::stats
