// SPDX-License-Identifier: EUPL-1.2
#include "stats/spatial_folds.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <vector>

namespace wijkbeeld::stats {
namespace {

struct Points {
  std::vector<double> x;
  std::vector<double> y;
};

Points random_points(std::uint64_t seed, std::size_t n) {
  base::Stream stream(base::Seed{seed}, 1);
  Points points;
  for (std::size_t i = 0; i < n; ++i) {
    points.x.push_back(stream.uniform(-5000, 20000));
    points.y.push_back(stream.uniform(300000, 320000));
  }
  return points;
}

TEST(SpatialFolds, KeepABlockTogetherAndShareOutThePoints) {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    SCOPED_TRACE(seed);
    const Points points = random_points(seed, 3000);
    const auto folds = spatial_folds(points.x, points.y, 1000, 10, base::Seed{seed});
    std::map<std::pair<double, double>, std::set<std::size_t>> folds_of_block;
    std::map<std::pair<double, double>, std::size_t> points_of_block;
    std::vector<std::size_t> counts(10);
    for (std::size_t i = 0; i < folds.size(); ++i) {
      const std::pair block{std::floor(points.x[i] / 1000), std::floor(points.y[i] / 1000)};
      folds_of_block[block].insert(folds[i]);
      ++points_of_block[block];
      ++counts.at(folds[i]);
    }
    for (const auto& [block, ids] : folds_of_block)
      EXPECT_EQ(ids.size(), 1U);
    std::size_t fullest = 0;
    for (const auto& [block, count] : points_of_block)
      fullest = std::max(fullest, count);
    const auto [least, most] = std::minmax_element(counts.begin(), counts.end());
    EXPECT_LE(*most - *least, fullest);
  }
}

TEST(SpatialFolds, DependOnTheSeedAndNotOnTheOrderOfThePoints) {
  const Points points = random_points(1, 500);
  const auto folds = spatial_folds(points.x, points.y, 2000, 5, base::Seed{1});
  EXPECT_EQ(folds, spatial_folds(points.x, points.y, 2000, 5, base::Seed{1}));
  EXPECT_NE(folds, spatial_folds(points.x, points.y, 2000, 5, base::Seed{2}));
  Points turned = points;
  std::reverse(turned.x.begin(), turned.x.end());
  std::reverse(turned.y.begin(), turned.y.end());
  auto again = spatial_folds(turned.x, turned.y, 2000, 5, base::Seed{1});
  std::reverse(again.begin(), again.end());
  EXPECT_EQ(folds, again);
}

TEST(SpatialFolds, StayEmptyWhereBlocksAreFewer) {
  const std::vector<double> x{10, 20, 1010};
  const std::vector<double> y{10, 20, 10};
  const auto folds = spatial_folds(x, y, 1000, 4, base::Seed{3});
  EXPECT_EQ(folds[0], folds[1]);
  EXPECT_NE(folds[0], folds[2]);
  EXPECT_LT(*std::max_element(folds.begin(), folds.end()), 2U);
}

}  // namespace
}  // namespace wijkbeeld::stats
