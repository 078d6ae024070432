// SPDX-License-Identifier: EUPL-1.2
#include "stats/order.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "base/random.hpp"

namespace wijkbeeld::stats {
namespace {

std::vector<std::uint32_t> sorted_by_the_book(const std::vector<double>& xs) {
  std::vector<std::uint32_t> order(xs.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return xs[a] < xs[b]; });
  return order;
}

TEST(Sorter, PutsNegativeNumbersFirstAndKeepsEqualOnesInPlace) {
  Sorter sorter;
  const auto order = sorter.ascending(std::vector<double>{2, -1, 0.0, -0.0, 2, -3});
  EXPECT_EQ(std::vector<std::uint32_t>(order.begin(), order.end()),
            (std::vector<std::uint32_t>{5, 1, 2, 3, 0, 4}));
  EXPECT_TRUE(sorter.ascending({}).empty());
}

TEST(Sorter, OrdersFewAndManyAsAStableSortDoes) {
  const base::Seed seed{20260801};
  SCOPED_TRACE(seed.value);
  Sorter sorter;
  for (const std::size_t n : {1U, 2U, 1023U, 1024U, 5000U}) {
    base::Stream stream(seed, 1, n);
    std::vector<double> xs(n);
    for (double& x : xs)
      x = stream.chance(0.3) ? static_cast<double>(stream.below(5)) - 2 : 1e3 * stream.normal();
    const auto order = sorter.ascending(xs);
    EXPECT_EQ(std::vector<std::uint32_t>(order.begin(), order.end()), sorted_by_the_book(xs)) << n;
  }
}

// rank(c(3.1,2.7,3.1,4.0,2.7,3.1,5.5,1.2)), R 4.2.2
TEST(Midranks, AreThoseOfR) {
  EXPECT_EQ(midranks(std::vector<double>{3.1, 2.7, 3.1, 4.0, 2.7, 3.1, 5.5, 1.2}),
            (std::vector<double>{5, 2.5, 5, 7, 2.5, 5, 8, 1}));
}

// cor(x, c(2,1,4,4,3,5,9,0), method = "spearman"), R 4.2.2
TEST(RankCorrelation, IsThatOfR) {
  const std::vector<double> x{3.1, 2.7, 3.1, 4.0, 2.7, 3.1, 5.5, 1.2};
  const std::vector<double> y{2, 1, 4, 4, 3, 5, 9, 0};
  EXPECT_NEAR(*rank_correlation(x, y), 0.83976219790579354, 1e-14);
}

TEST(RankCorrelation, IsAbsentWithoutVariation) {
  EXPECT_EQ(rank_correlation(std::vector<double>{1, 1}, std::vector<double>{1, 2}), std::nullopt);
  EXPECT_EQ(rank_correlation(std::vector<double>{1}, std::vector<double>{1}), std::nullopt);
}

}  // namespace
}  // namespace wijkbeeld::stats
