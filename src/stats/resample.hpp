// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/random.hpp"

namespace wijkbeeld::stats {

/// Bootstrap replicates of a sample drawn as clusters within strata: how many times each cluster
/// counts. A replicate belongs to (seed, purpose, its number), not to a thread or an order.
///
/// With strata: the rescaling bootstrap of Rao and Wu (1988), "Resampling inference with complex
/// survey data", JASA 83, p. 231-241, in the weight form of Rao, Wu and Yue (1992), "Some recent
/// work on resampling methods for complex surveys", Survey Methodology 18, p. 209-217. Of the n_h
/// clusters of a stratum n_h - 1 are drawn with replacement, and a cluster drawn t times counts
/// t n_h / (n_h - 1) times, so that the variance over replicates of a total is the usual unbiased
/// one (with replacement, no finite population correction). A stratum with one cluster tells
/// nothing about spread: its cluster counts once in every replicate, so that the variance comes out
/// too small, and it is named in `lonely_strata`.
///
/// Without strata: the plain bootstrap of clusters, n of n with replacement (Efron 1979). Its
/// variance is (n - 1)/n times the unbiased one.
class ClusterBootstrap {
 public:
  /// `stratum_of_cluster` gives each cluster its stratum, numbered from 0; empty: no strata.
  /// Streams with another `purpose` are independent.
  ClusterBootstrap(std::size_t clusters, std::span<const std::size_t> stratum_of_cluster,
                   base::Seed seed, std::uint64_t purpose = 0);

  [[nodiscard]] std::size_t clusters() const { return clusters_; }
  /// One number per cluster, 0 or more; what `ClusterMoments::combined` takes. Means 1 over all
  /// replicates.
  [[nodiscard]] std::vector<double> multiplicities(std::size_t replicate) const;
  /// Strata with one cluster, ascending.
  [[nodiscard]] const std::vector<std::size_t>& lonely_strata() const { return lonely_; }

 private:
  std::size_t clusters_ = 0;
  bool has_strata_ = false;
  std::vector<std::vector<std::size_t>> strata_;
  std::vector<std::size_t> lonely_;
  base::Seed seed_;
  std::uint64_t purpose_ = 0;
};

}  // namespace wijkbeeld::stats
