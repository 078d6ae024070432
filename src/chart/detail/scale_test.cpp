// SPDX-License-Identifier: EUPL-1.2
#include "chart/detail/scale.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "base/random.hpp"

namespace wijkbeeld::chart::detail {
namespace {

TEST(Scale, IsStraightAndPutsASingleValueInTheMiddle) {
  const Scale s{2002, 2018, 0, 160};
  EXPECT_EQ(s(2002), 0);
  EXPECT_EQ(s(2018), 160);
  EXPECT_EQ(s(2012), 100);
  EXPECT_EQ((Scale{5, 5, 0, 160})(5), 80);
}

TEST(RoundTicks, EncloseTheValuesInRoundSteps) {
  const Ticks t = round_ticks(3.62, 4.18, 5);
  EXPECT_NEAR(t.values.front(), 3.6, 1e-12);
  EXPECT_NEAR(t.values.back(), 4.2, 1e-12);
  EXPECT_EQ(t.digits, 1);
  EXPECT_EQ(tick_text(4.0, t, {base::Language::nl, 3}), "4,0");
}

TEST(RoundTicks, HoldZeroExactlySoThatItsLineIsFound) {
  const Ticks t = round_ticks(-0.06, 0.021, 5);
  EXPECT_EQ(std::count(t.values.begin(), t.values.end(), 0.0), 1);
}

TEST(RoundTicks, GiveRoomToASingleValue) {
  for (const double v : {0.0, 4.15, -2.0, 1e6}) {
    const Ticks t = round_ticks(v, v, 4);
    EXPECT_LT(t.values.front(), v);
    EXPECT_GT(t.values.back(), v);
  }
}

TEST(RoundTicks, AreFewAndEncloseWhateverTheRange) {
  const base::Seed seed{3};
  SCOPED_TRACE("seed " + std::to_string(seed.value));
  base::Stream chance(seed, 3);
  for (int run = 0; run < 500; ++run) {
    const double size = std::pow(10.0, chance.uniform(-6, 6));
    const double low = chance.uniform(-1, 1) * size;
    const double high = low + chance.uniform() * size;
    const Ticks t = round_ticks(low, high, 5);
    EXPECT_LE(t.values.front(), low + 1e-8 * size) << low << " " << high;
    EXPECT_GE(t.values.back(), high - 1e-8 * size) << low << " " << high;
    EXPECT_GE(t.values.size(), 2U);
    EXPECT_LE(t.values.size(), 7U) << low << " " << high;
  }
}

TEST(TickText, ShowsSharesAsPercentWithTheDecimalsTheyNeed) {
  EXPECT_EQ(tick_text(0.2, round_ticks(0, 1, 6), {base::Language::nl, 0, true}), "20%");
  EXPECT_EQ(tick_text(0.005, round_ticks(0, 0.02, 5), {base::Language::nl, 0, true}), "0,5%");
}

TEST(ExtentDeathTest, RefusesANumberThatIsNone) {
  Extent extent;
  EXPECT_DEATH(extent.add(std::numeric_limits<double>::quiet_NaN()), "finite");
}

}  // namespace
}  // namespace wijkbeeld::chart::detail
