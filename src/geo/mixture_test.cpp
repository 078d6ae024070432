// SPDX-License-Identifier: EUPL-1.2
#include "geo/mixture.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace wijkbeeld::geo {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

double mix(std::vector<double> amounts) {
  return land_use_mix(amounts).value_or(-1);
}

TEST(LandUseMix, IsOneForEqualAmountsAndZeroForOneKind) {
  EXPECT_DOUBLE_EQ(mix({5, 5}), 1);
  EXPECT_DOUBLE_EQ(mix({2, 2, 2, 2, 2}), 1);
  EXPECT_EQ(mix({0, 7, 0}), 0);
}

// The example of the paper's section 6: a source with probabilities 1/2, 1/4, 1/8, 1/8 has an
// entropy of 7/4 bits, of at most 2.
TEST(LandUseMix, IsTheEntropyOfShannonsExample) {
  EXPECT_DOUBLE_EQ(mix({4, 2, 1, 1}), 7.0 / 8.0);
}

// p <- c(0.55, 0.25, 0.15, 0.05); -sum(p * log(p)) / log(4)
TEST(LandUseMix, AgreesWithR) {
  EXPECT_NEAR(mix({55, 25, 15, 5}), 0.800507153, 1e-9);
}

TEST(LandUseMix, CountsKindsThatAreAbsentHere) {
  EXPECT_DOUBLE_EQ(mix({1, 1, 0, 0}), 0.5);
}

TEST(LandUseMix, DoesNotDependOnTheUnit) {
  EXPECT_DOUBLE_EQ(mix({1, 2, 3}), mix({10000, 20000, 30000}));
}

TEST(LandUseMix, IsNothingWithoutAmountsOrKinds) {
  EXPECT_FALSE(land_use_mix({}));
  EXPECT_FALSE(land_use_mix(std::vector<double>{3}));
  EXPECT_FALSE(land_use_mix(std::vector<double>{0, 0}));
  EXPECT_FALSE(land_use_mix(std::vector<double>{1, -1}));
  EXPECT_FALSE(land_use_mix(std::vector<double>{1, std::nan("")}));
  EXPECT_FALSE(land_use_mix(std::vector<double>{1, kInfinity}));
}

TEST(Dominance, IsTheMeanOfTwoShares) {
  EXPECT_EQ(dominance({30, 40}, {500, 2000}), 0.5);
  EXPECT_EQ(dominance({0, 40}, {0, 2000}), 0);
  EXPECT_EQ(dominance({40, 40}, {2000, 2000}), 1);
}

TEST(Dominance, IsNothingWithoutDwellingsOrFootprint) {
  EXPECT_FALSE(dominance({0, 0}, {500, 2000}));
  EXPECT_FALSE(dominance({30, 40}, {0, 0}));
}

TEST(Dominance, RefusesAPartLargerThanItsWhole) {
  EXPECT_FALSE(dominance({41, 40}, {500, 2000}));
  EXPECT_FALSE(dominance({-1, 40}, {500, 2000}));
  EXPECT_EQ(dominance({1 + 1e-12, 1}, {1, 1}), 1) << "rounding is no mistake";
}

}  // namespace
}  // namespace wijkbeeld::geo
