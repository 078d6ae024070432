// SPDX-License-Identifier: EUPL-1.2
#include "stats/resample.hpp"

#include <algorithm>
#include <numeric>

#include "base/ensure.hpp"

namespace wijkbeeld::stats {
namespace {

constexpr std::uint64_t kBootPurpose = 0x626f6f7400000000;  // "boot", and room for the caller's own

// Draws so many of the members with replacement; each counts `each` times.
void draw(const std::vector<std::size_t>& members, std::size_t draws, double each,
          base::Stream& stream, std::vector<double>& multiplicities) {
  for (std::size_t i = 0; i < draws; ++i)
    multiplicities[members[stream.below(members.size())]] += each;
}

}  // namespace

ClusterBootstrap::ClusterBootstrap(std::size_t clusters,
                                   std::span<const std::size_t> stratum_of_cluster, base::Seed seed,
                                   std::uint64_t purpose)
    : clusters_(clusters),
      has_strata_(!stratum_of_cluster.empty()),
      seed_(seed),
      purpose_(kBootPurpose ^ purpose) {
  if (!has_strata_) {
    strata_.emplace_back(clusters);
    std::iota(strata_[0].begin(), strata_[0].end(), std::size_t{0});
    return;
  }
  base::ensure(stratum_of_cluster.size() == clusters, "a stratum for every cluster");
  strata_.resize(*std::max_element(stratum_of_cluster.begin(), stratum_of_cluster.end()) + 1);
  for (std::size_t c = 0; c < clusters; ++c)
    strata_[stratum_of_cluster[c]].push_back(c);
  for (std::size_t h = 0; h < strata_.size(); ++h)
    if (strata_[h].size() == 1) lonely_.push_back(h);
}

std::vector<double> ClusterBootstrap::multiplicities(std::size_t replicate) const {
  std::vector<double> counts(clusters_);
  base::Stream stream(seed_, purpose_, replicate);
  for (const auto& members : strata_) {
    if (members.empty()) continue;
    const auto size = static_cast<double>(members.size());
    if (!has_strata_)
      draw(members, members.size(), 1, stream, counts);
    else if (members.size() == 1)
      counts[members[0]] = 1;
    else
      draw(members, members.size() - 1, size / (size - 1), stream, counts);
  }
  return counts;
}

}  // namespace wijkbeeld::stats
