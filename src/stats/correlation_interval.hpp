// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <optional>

namespace wijkbeeld::stats {

struct CorrelationInterval {
  double low = 0;
  double high = 0;
};

/// Interval of a rank correlation (Spearman's) of `pairs` independent pairs: Fisher's z with the
/// standard error sqrt((1 + r^2 / 2) / (n - 3)) of D.G. Bonett and T.A. Wright, "Sample size
/// requirements for estimating Pearson, Kendall and Spearman correlations", Psychometrika 65
/// (2000), p. 23-28, who find it good for |r| up to 0.95. `confidence` lies between 0 and 1. Absent
/// for fewer than four pairs and for a correlation of -1 or 1, which have no such error.
std::optional<CorrelationInterval> rank_correlation_interval(double correlation, std::size_t pairs,
                                                             double confidence);

}  // namespace wijkbeeld::stats
