// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <vector>

#include "stats/design.hpp"
#include "stats/matrix.hpp"

namespace wijkbeeld::stats::detail {

/// A design in full: what each row belongs to, and how many there are of each.
struct Clusters {
  std::vector<std::size_t> of_row = {};       ///< the cluster of each row
  std::vector<std::size_t> stratum_of = {};   ///< of each cluster
  std::vector<std::size_t> clusters_in = {};  ///< of each stratum
  std::size_t count = 0;                      ///< clusters that have rows
  std::size_t strata = 0;                     ///< that have rows
  std::size_t lone_strata = 0;                ///< of one cluster
};

/// Ensures that the design fits the rows and is nested.
Clusters clusters_of(const Design& design, std::size_t rows);

/// Per cluster (row of the result) and column the sum over its rows of factor x column.
Matrix cluster_sums(const Matrix& columns, std::span<const double> factors,
                    const Clusters& clusters);

/// The variance of the total of the scores when clusters were drawn within strata: the sum over
/// strata of n / (n - 1) times squares and products around the mean of the stratum; of a lone
/// cluster the squares and products themselves, since the scores of all add up to zero.
Matrix variance_of_total(Matrix scores, const Clusters& clusters);

/// factor x bread x meat x bread, exactly symmetric.
Matrix sandwich(const Matrix& bread, const Matrix& meat, double factor);

/// Square roots of the diagonal.
std::vector<double> diagonal_roots(const Matrix& covariance);

}  // namespace wijkbeeld::stats::detail
