// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "base/random.hpp"

namespace wijkbeeld::stats {

/// Folds for cross-validation of points that resemble their neighbours: squares of
/// `block_metres` (coordinates in metres, such as RD New), shuffled, each given whole to the fold
/// that has the fewest points so far. Roberts et al. (2017), "Cross-validation strategies for data
/// with temporal, spatial, hierarchical, or phylogenetic structure", Ecography 40, p. 913-929: a
/// block should be larger than the distance over which residuals are alike.
///
/// Returns the fold of each point, from 0. No two folds differ by more points than the fullest
/// block has. With fewer blocks than folds, some folds stay empty. The same seed gives the same
/// folds, whatever the order of the points.
std::vector<std::size_t> spatial_folds(std::span<const double> x, std::span<const double> y,
                                       double block_metres, std::size_t folds, base::Seed seed);

}  // namespace wijkbeeld::stats
