// SPDX-License-Identifier: EUPL-1.2
// Expected numbers: tests/reference/resampling.R (R 4.2.2, survey 4.1.1).
#include "stats/resample.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <vector>

#include "stats/mean.hpp"
#include "stats/moments.hpp"

namespace wijkbeeld::stats {
namespace {

constexpr std::size_t kReplicates = 4000;
// Five standard errors of a standard deviation over so many replicates, as a share of it.
const double kMargin = 5 / std::sqrt(2.0 * kReplicates);

// The sample of resampling.R, bit for bit.
struct Sample {
  Matrix none;  // no columns: the outcome only
  std::vector<double> y;
  std::vector<double> weights;
  std::vector<std::size_t> cluster_of_row;
  std::vector<std::size_t> stratum_of_cluster;
};

Sample made_sample() {
  std::uint64_t state = 20160101;
  const auto uniform = [&] {
    state = state * 16807 % 2147483647;
    return static_cast<double>(state) / 2147483647;
  };
  Sample sample;
  const std::vector<std::size_t> sizes{2, 3, 5, 12};
  for (std::size_t h = 0; h < sizes.size(); ++h) {
    for (std::size_t c = 0; c < sizes[h]; ++c) {
      const double own = uniform();
      const auto rows = 2 + static_cast<std::size_t>(4 * uniform());
      for (std::size_t i = 0; i < rows; ++i) {
        sample.weights.push_back(1 + uniform());
        sample.y.push_back(static_cast<double>(h + 1) + 2 * own + uniform());
        sample.cluster_of_row.push_back(sample.stratum_of_cluster.size());
      }
      sample.stratum_of_cluster.push_back(h);
    }
  }
  sample.none = Matrix(sample.y.size(), 0);
  return sample;
}

struct Spread {
  double of_mean;
  double of_total;
};

Spread bootstrap(const Sample& sample, const ClusterBootstrap& replicates) {
  const ClusterMoments clusters({sample.none, sample.y, sample.weights}, sample.cluster_of_row,
                                replicates.clusters());
  std::vector<double> means;
  std::vector<double> totals;
  for (std::size_t r = 0; r < kReplicates; ++r) {
    const Moments replicate = clusters.combined(replicates.multiplicities(r));
    means.push_back(replicate.mean(0));
    totals.push_back(replicate.mean(0) * replicate.weight());
  }
  return {*standard_deviation(means), *standard_deviation(totals)};
}

TEST(ClusterBootstrap, HasTheSpreadOfSvytotalAndSvymean) {
  const Sample sample = made_sample();
  ASSERT_EQ(sample.y.size(), 74U);
  EXPECT_NEAR(*weighted_mean(sample.y, sample.weights), 4.950432986108027, 1e-12);
  const Spread found =
      bootstrap(sample, ClusterBootstrap(22, sample.stratum_of_cluster, base::Seed{1}));
  EXPECT_NEAR(found.of_total / 35.785607650524526, 1, kMargin);
  // A mean is a ratio of totals: linearisation and bootstrap agree to first order only.
  EXPECT_NEAR(found.of_mean / 0.135257787632584, 1, kMargin + 0.03);
}

TEST(ClusterBootstrap, WithoutStrataHasTheSpreadOfThePlainBootstrap) {
  const Sample sample = made_sample();
  const Spread found = bootstrap(sample, ClusterBootstrap(22, {}, base::Seed{1}));
  EXPECT_NEAR(found.of_mean / 0.213188879336878, std::sqrt(21.0 / 22), kMargin + 0.03);
}

TEST(ClusterBootstrap, KeepsTheSizeOfEveryStratum) {
  const Sample sample = made_sample();
  const ClusterBootstrap replicates(22, sample.stratum_of_cluster, base::Seed{7});
  for (std::size_t r = 0; r < 50; ++r) {
    const auto counts = replicates.multiplicities(r);
    std::vector<double> sizes(4);
    for (std::size_t c = 0; c < 22; ++c)
      sizes[sample.stratum_of_cluster[c]] += counts[c];
    EXPECT_NEAR(sizes[0], 2, 1e-12);
    EXPECT_NEAR(sizes[1], 3, 1e-12);
    EXPECT_NEAR(sizes[2], 5, 1e-12);
    EXPECT_NEAR(sizes[3], 12, 1e-12);
  }
}

TEST(ClusterBootstrap, CountsEachClusterOnceOnAverage) {
  const ClusterBootstrap replicates(6, std::vector<std::size_t>{0, 0, 0, 1, 1, 1}, base::Seed{7});
  std::vector<double> sums(6);
  for (std::size_t r = 0; r < kReplicates; ++r) {
    const auto counts = replicates.multiplicities(r);
    for (std::size_t c = 0; c < 6; ++c)
      sums[c] += counts[c] / kReplicates;
  }
  // Two draws of three, each worth 3/2: variance (3/2)^2 2 (1/3)(2/3) = 1.
  for (const double sum : sums)
    EXPECT_NEAR(sum, 1, 5 / std::sqrt(double{kReplicates}));
}

TEST(ClusterBootstrap, KeepsALonelyClusterAndNamesItsStratum) {
  const ClusterBootstrap replicates(4, std::vector<std::size_t>{2, 0, 0, 4}, base::Seed{7});
  EXPECT_EQ(replicates.lonely_strata(), (std::vector<std::size_t>{2, 4}));
  for (std::size_t r = 0; r < 20; ++r) {
    EXPECT_EQ(replicates.multiplicities(r)[0], 1);
    EXPECT_EQ(replicates.multiplicities(r)[3], 1);
  }
  EXPECT_TRUE(ClusterBootstrap(4, {}, base::Seed{7}).lonely_strata().empty());
}

TEST(ClusterBootstrap, BelongsToSeedPurposeAndReplicate) {
  const ClusterBootstrap one(30, {}, base::Seed{1});
  EXPECT_EQ(one.multiplicities(5), ClusterBootstrap(30, {}, base::Seed{1}).multiplicities(5));
  EXPECT_NE(one.multiplicities(5), one.multiplicities(6));
  EXPECT_NE(one.multiplicities(5), ClusterBootstrap(30, {}, base::Seed{2}).multiplicities(5));
  EXPECT_NE(one.multiplicities(5), ClusterBootstrap(30, {}, base::Seed{1}, 1).multiplicities(5));
}

}  // namespace
}  // namespace wijkbeeld::stats
