// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <vector>

#include "base/progress.hpp"
#include "instrument/assumptions.hpp"

namespace wijkbeeld::instrument {

/// How far the place of each area depends on choices: many runs, in each of which every factor is
/// drawn anew (Saisana, Saltelli and Tarantola 2005). In the order of AreaMeans; zeros for areas
/// that are not scored.
struct Uncertainty {
  std::size_t runs = 0;
  double confidence = 0.90;
  std::vector<Factor> factors = {};
  std::vector<std::uint32_t> rank = {};  ///< of the instrument itself, 1 lowest
  /// Between these lie at least `confidence` of the runs: the order statistics just outside the
  /// two tails.
  std::vector<std::uint32_t> rank_low = {};
  std::vector<std::uint32_t> rank_median = {};  ///< the lower one of two
  std::vector<std::uint32_t> rank_high = {};
  std::vector<std::uint8_t> number = {};  ///< class by the instrument itself
  stats::Matrix class_share = {};         ///< areas x classes: share of the runs; no classes: empty
  std::vector<double> own_class = {};     ///< share of the runs in its own class
  // Over runs:
  double mean_rank_shift = 0;  ///< of the mean over areas of the distance to the own rank
  double median_rank_shift = 0;
  /// Share of residents in areas that keep their class in nine of ten runs or more.
  double settled_residents = 0;
};

/// `runs` runs of `maker`, whose kept forms save time. The same for any number of workers; stops
/// when asked to. Takes 5 bytes per area and run.
Uncertainty uncertainty_of(const IndexMaker& maker, const AssumptionSpace& space,
                           std::size_t areas_in_all, std::size_t runs, double confidence,
                           base::Seed seed, base::Workers workers, base::Progress& progress);

}  // namespace wijkbeeld::instrument
