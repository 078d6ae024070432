// SPDX-License-Identifier: EUPL-1.2
#include "chart/detail/spread.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "base/random.hpp"

namespace wijkbeeld::chart::detail {
namespace {

TEST(Spread, LeavesLabelsWithRoomWhereTheyWantToBe) {
  EXPECT_EQ(spread({{10, 4}, {30, 4}, {20, 4}}, 0, 100), (std::vector<double>{10, 30, 20}));
  EXPECT_TRUE(spread({}, 0, 1).empty());
}

TEST(Spread, PushesTwoThatTouchApartEvenly) {
  EXPECT_EQ(spread({{50, 10}, {52, 10}}, 0, 100), (std::vector<double>{46, 56}));
}

TEST(Spread, KeepsTheOrderGivenForEqualWishes) {
  const auto at = spread({{50, 10}, {50, 10}, {50, 10}}, 0, 100);
  EXPECT_EQ(at, (std::vector<double>{40, 50, 60}));
}

TEST(Spread, StaysWithinItsBounds) {
  EXPECT_EQ(spread({{1, 10}, {2, 10}}, 0, 100), (std::vector<double>{5, 15}));
  EXPECT_EQ(spread({{99, 10}, {98, 10}}, 0, 100), (std::vector<double>{95, 85}));
}

TEST(Spread, NeverLetsLabelsOverlapWhateverTheyWant) {
  const base::Seed seed{20170307};
  SCOPED_TRACE("seed " + std::to_string(seed.value));
  for (std::uint64_t run = 0; run < 300; ++run) {
    base::Stream chance(seed, 1, run);
    std::vector<Place1d> labels(1 + chance.below(9));
    double total = 0;
    for (Place1d& label : labels) {
      label = {chance.uniform(-20, 320), chance.uniform(8, 48)};
      total += label.size;
    }
    const auto at = spread(labels, 0, 300);
    for (std::size_t i = 0; i < labels.size(); ++i) {
      if (total <= 300) {
        EXPECT_GE(at[i] - labels[i].size / 2, -1e-9) << run;
        EXPECT_LE(at[i] + labels[i].size / 2, 300 + 1e-9) << run;
      }
      for (std::size_t k = 0; k < i; ++k) {
        EXPECT_GE(std::abs(at[i] - at[k]), (labels[i].size + labels[k].size) / 2 - 1e-9) << run;
        EXPECT_EQ(at[i] < at[k], labels[i].wanted < labels[k].wanted) << run;
      }
    }
  }
}

}  // namespace
}  // namespace wijkbeeld::chart::detail
