// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/parallel.hpp"
#include "base/random.hpp"
#include "stats/elastic_net.hpp"
#include "stats/moments.hpp"

namespace wijkbeeld::stats {

struct StabilitySettings {
  ElasticNetSettings net;
  /// Times that the clusters are split in two halves.
  std::size_t pairs = 50;
  /// Columns that each half may select: those that come in first along the path of penalties,
  /// without going over this number. Columns without a penalty do not count. Positive.
  std::size_t selected = 10;
  base::Seed seed;
};

/// How often each column is selected when the fit is repeated on halves of the clusters.
struct StabilitySelection {
  /// Per column the share of halves in which it was selected; 1 for a column without a penalty.
  std::vector<double> frequency;
  /// Per column the share of pairs in which both halves selected it.
  std::vector<double> in_both;
  /// Halves in which nothing could be fitted (the outcome did not vary); they selected nothing.
  std::size_t failed = 0;
  /// Columns with a penalty, and the mean number of these that a half selected.
  std::size_t candidates = 0;
  double mean_selected = 0;

  /// At most so many columns with a frequency of `threshold` or more are expected to be noise:
  /// q^2 / ((2 threshold - 1) candidates), with q the mean number selected (Meinshausen and
  /// Buhlmann 2010, theorem 1, which assumes that noise columns are exchangeable and selection is
  /// better than guessing; in complementary pairs it bounds, without these assumptions, the
  /// expected number of columns that a half selects less often than q / candidates: Shah and
  /// Samworth 2013, theorem 1). The threshold lies above 1/2, up to 1.
  [[nodiscard]] double expected_false(double threshold) const;
};

/// Stability selection: Meinshausen and Buhlmann (2010), "Stability selection", JRSS B 72,
/// p. 417-473, on complementary pairs: Shah and Samworth (2013), "Variable selection with error
/// control: another look at stability selection", JRSS B 75, p. 55-80. Halves are of clusters, so
/// that rows that belong together stay together; with an odd number of clusters one is left out of
/// each pair. Absent for fewer than four clusters or no columns.
std::optional<StabilitySelection> stability_selection(const ClusterMoments& clusters,
                                                      const StabilitySettings& settings,
                                                      base::Workers workers = {1});

}  // namespace wijkbeeld::stats
