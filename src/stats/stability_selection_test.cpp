// SPDX-License-Identifier: EUPL-1.2
#include "stats/stability_selection.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace wijkbeeld::stats {
namespace {

constexpr std::size_t kColumns = 20;
constexpr std::size_t kTrue = 3;

// Sixty clusters of five rows; the first three columns matter, the last is a control.
ClusterMoments made_clusters(std::uint64_t seed) {
  base::Stream stream(base::Seed{seed}, 1);
  Matrix x(300, kColumns + 1);
  std::vector<double> y;
  std::vector<std::size_t> clusters;
  for (std::size_t i = 0; i < 300; ++i) {
    double outcome = 2 * stream.normal();
    for (std::size_t j = 0; j <= kColumns; ++j) {
      x.at(i, j) = stream.normal();
      if (j < kTrue) outcome += x.at(i, j);
    }
    y.push_back(outcome);
    clusters.push_back(i / 5);
  }
  return {{x, y, {}}, clusters, 60};
}

StabilitySettings made_settings() {
  StabilitySettings settings;
  settings.selected = 4;
  settings.pairs = 30;
  settings.seed = base::Seed{1};
  settings.net.penalty_factors.assign(kColumns + 1, 1);
  settings.net.penalty_factors[kColumns] = 0;
  return settings;
}

TEST(StabilitySelection, FindsWhatWasPlanted) {
  const auto found = stability_selection(made_clusters(1), made_settings());
  ASSERT_TRUE(found.has_value());
  for (std::size_t j = 0; j < kTrue; ++j)
    EXPECT_GT(found->frequency[j], 0.9) << j;
  for (std::size_t j = kTrue; j < kColumns; ++j)
    EXPECT_LT(found->frequency[j], 0.6) << j;
  EXPECT_EQ(found->frequency[kColumns], 1) << "a control is always in";
  EXPECT_EQ(found->candidates, kColumns);
  EXPECT_LE(found->mean_selected, 4);
  EXPECT_GT(found->mean_selected, 2);
  EXPECT_EQ(found->failed, 0U);
}

TEST(StabilitySelection, SelectsNoMoreNoiseThanItsBound) {
  constexpr int runs = 40;
  double noise = 0;
  double bound = 0;
  for (int run = 0; run < runs; ++run) {
    const auto found =
        stability_selection(made_clusters(static_cast<std::uint64_t>(100 + run)), made_settings());
    for (std::size_t j = kTrue; j < kColumns; ++j)
      if (found->frequency[j] >= 0.6) noise += 1.0 / runs;
    bound += found->expected_false(0.6) / runs;
  }
  EXPECT_LE(noise, bound);
  EXPECT_GT(bound, 0);
}

TEST(StabilitySelection, BoundsNoiseByTheFormula) {
  StabilitySelection found;
  found.candidates = 50;
  found.mean_selected = 5;
  EXPECT_DOUBLE_EQ(found.expected_false(0.75), 1);
  found.candidates = 0;
  EXPECT_EQ(found.expected_false(0.75), 0);
}

TEST(StabilitySelection, CountsBothHalvesNoMoreOftenThanEither) {
  const auto found = stability_selection(made_clusters(2), made_settings());
  for (std::size_t j = 0; j <= kColumns; ++j)
    EXPECT_LE(found->in_both[j], found->frequency[j] + 1e-12);
}

TEST(StabilitySelection, IsTheSameForAnyNumberOfWorkers) {
  const ClusterMoments clusters = made_clusters(3);
  const auto one = stability_selection(clusters, made_settings(), {1});
  const auto three = stability_selection(clusters, made_settings(), {3});
  EXPECT_EQ(one->frequency, three->frequency);
  auto other = made_settings();
  other.seed = base::Seed{2};
  EXPECT_NE(one->frequency, stability_selection(clusters, other)->frequency);
}

TEST(StabilitySelection, CountsHalvesThatCannotBeFitted) {
  const Matrix x(8, 1);
  const std::vector<double> y(8, 1);
  const std::vector<std::size_t> clusters{0, 1, 2, 3, 4, 5, 6, 7};
  StabilitySettings settings;
  settings.pairs = 3;
  const auto found = stability_selection({{x, y, {}}, clusters, 8}, settings);
  EXPECT_EQ(found->failed, 6U);
  EXPECT_EQ(found->frequency[0], 0);
}

TEST(StabilitySelection, IsAbsentForFewClusters) {
  const Matrix x(3, 1);
  const std::vector<double> y{1, 2, 3};
  const std::vector<std::size_t> clusters{0, 1, 2};
  EXPECT_FALSE(stability_selection({{x, y, {}}, clusters, 3}, {}).has_value());
}

}  // namespace
}  // namespace wijkbeeld::stats
