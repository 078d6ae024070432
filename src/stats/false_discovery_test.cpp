// SPDX-License-Identifier: EUPL-1.2
// Expected numbers: tests/reference/resampling.R (R 4.2.2).
#include "stats/false_discovery.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "base/random.hpp"

namespace wijkbeeld::stats {
namespace {

using Values = std::vector<std::optional<double>>;

const Values kP{0.01, 0.02, std::nullopt, 0.03, 0.04, 0.05, 0.9, 0.001, 1, 0.02};

void expect_near(const Values& found, const Values& expected) {
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    ASSERT_EQ(found[i].has_value(), expected[i].has_value()) << i;
    EXPECT_NEAR(found[i].value_or(0), expected[i].value_or(0), 1e-14) << i;
  }
}

TEST(FalseDiscovery, MatchesRAndPassesOverAbsentValues) {
  expect_near(benjamini_hochberg(kP),
              {0.045, 0.045, std::nullopt, 0.054, 0.06, 0.0642857142857143, 1, 0.009, 1, 0.045});
  expect_near(benjamini_yekutieli(kP), {0.1273035714285715, 0.1273035714285715, std::nullopt,
                                        0.1527642857142857, 0.1697380952380952, 0.1818622448979592,
                                        1, 0.0254607142857143, 1, 0.1273035714285715});
}

TEST(FalseDiscovery, OfOneTestIsItsPValue) {
  expect_near(benjamini_hochberg(Values{0.3}), {0.3});
  expect_near(benjamini_hochberg(Values{}), {});
  expect_near(benjamini_hochberg(Values{std::nullopt}), {std::nullopt});
}

// Without a single true effect, the chance that anything is called at 0.1 is 0.1.
TEST(FalseDiscovery, KeepsItsPromiseWhenNothingIsThere) {
  constexpr int runs = 2000;
  int called = 0;
  for (int run = 0; run < runs; ++run) {
    base::Stream stream(base::Seed{11}, 1, static_cast<std::uint64_t>(run));
    Values p(20);
    for (auto& one : p)
      one = stream.uniform();
    for (const auto& q : benjamini_hochberg(p)) {
      if (*q > 0.1) continue;
      ++called;
      break;
    }
  }
  // Within five standard errors.
  EXPECT_NEAR(called / double{runs}, 0.1, 5 * 0.3 / std::sqrt(runs));
}

}  // namespace
}  // namespace wijkbeeld::stats
