// SPDX-License-Identifier: EUPL-1.2
#include "base/random.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace wijkbeeld::base {
namespace {

// Known answers for Philox4x32-10 as published with Random123 (kat_vectors).
TEST(Philox, GivesThePublishedAnswers) {
  EXPECT_EQ(philox({0, 0, 0, 0}, {0, 0}),
            (std::array<std::uint32_t, 4>{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
  const std::uint32_t all = 0xffffffff;
  EXPECT_EQ(philox({all, all, all, all}, {all, all}),
            (std::array<std::uint32_t, 4>{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
  EXPECT_EQ(philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}),
            (std::array<std::uint32_t, 4>{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

TEST(Stream, BelongsToItsKeyAndNotToTheOrderOfAsking) {
  Stream a(Seed{1}, 2, 3);
  Stream b(Seed{1}, 2, 3);
  b.bits();
  a.bits();
  EXPECT_EQ(a.bits(), b.bits());
  EXPECT_NE(Stream(Seed{1}, 2, 4).bits(), Stream(Seed{1}, 2, 3).bits());
  EXPECT_NE(Stream(Seed{2}, 2, 3).bits(), Stream(Seed{1}, 2, 3).bits());
}

TEST(Stream, UniformHasTheMomentsItShould) {
  Stream stream(Seed{42}, 1);
  double sum = 0;
  double squares = 0;
  constexpr int n = 200000;
  for (int i = 0; i < n; ++i) {
    const double u = stream.uniform();
    ASSERT_GE(u, 0);
    ASSERT_LT(u, 1);
    sum += u;
    squares += u * u;
  }
  // Within five standard errors.
  EXPECT_NEAR(sum / n, 0.5, 5 * std::sqrt(1.0 / 12 / n));
  EXPECT_NEAR(squares / n, 1.0 / 3, 5 * std::sqrt(4.0 / 45 / n));
}

TEST(Stream, NormalHasTheMomentsItShould) {
  Stream stream(Seed{42}, 2);
  double sum = 0;
  double squares = 0;
  double fourth = 0;
  constexpr int n = 200000;
  for (int i = 0; i < n; ++i) {
    const double z = stream.normal();
    sum += z;
    squares += z * z;
    fourth += z * z * z * z;
  }
  EXPECT_NEAR(sum / n, 0, 5 / std::sqrt(n));
  EXPECT_NEAR(squares / n, 1, 5 * std::sqrt(2.0 / n));
  EXPECT_NEAR(fourth / n, 3, 5 * std::sqrt(96.0 / n));
}

TEST(Stream, BelowGivesEveryPossibility) {
  Stream stream(Seed{7}, 3);
  std::array<int, 6> seen{};
  for (int i = 0; i < 6000; ++i)
    ++seen.at(stream.below(6));
  for (const int count : seen)
    EXPECT_NEAR(count, 1000, 5 * std::sqrt(6000.0 * 5 / 36));
}

}  // namespace
}  // namespace wijkbeeld::base
