// SPDX-License-Identifier: EUPL-1.2
#include "instrument/what_if.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "base/random.hpp"
#include "instrument/score.hpp"
#include "instrument/town_test.hpp"

namespace wijkbeeld::instrument {
namespace {

// All expected numbers are worked out by hand from town_test.hpp.
class Town : public testing::Test {
 protected:
  static std::vector<double> with(const std::vector<Change>& changes) {
    return changed_weights(town_instrument(), town_model(), changes);
  }
  Instrument instrument = town_instrument();
  Model model = town_model();
  AreaMeans means = town_means();
  WhatIfBoard board{instrument, model, means, 1};
};
using WhatIfBoardTest = Town;

void expect_near(const std::vector<double>& found, const std::vector<double>& wanted) {
  ASSERT_EQ(found.size(), wanted.size());
  for (std::size_t i = 0; i < found.size(); ++i)
    EXPECT_NEAR(found[i], wanted[i], 1e-12) << i;
}

TEST_F(WhatIfBoardTest, StandsWhereTheModelPutsIt) {
  const Standing& now = board.before();
  expect_near(now.score, {4.1, 3.71, 4.2, 4.05, 0, 3.94});
  EXPECT_EQ(now.number, (std::vector<std::uint8_t>{3, 1, 3, 2, 0, 2}));
  EXPECT_EQ(now.rank, (std::vector<std::uint32_t>{4, 1, 5, 3, 0, 2}));
  expect_near(now.percentile, {0.65, 0.1, 0.85, 0.55, 0, 0.35});
  EXPECT_NEAR(now.mean, 3.999, 1e-12);
  expect_near(now.class_residents, {0.2, 0.4, 0.4});
  EXPECT_EQ(now.class_areas, (std::vector<std::size_t>{1, 2, 2}));
  EXPECT_NEAR(*now.low_residents, 0.2, 1e-12);
}

TEST_F(WhatIfBoardTest, ShowsWhoMovesWhenAnIndicatorGoes) {
  const WhatIf& what = board.weigh(with({{"diefstal"}}));
  expect_near(what.standing.score, {4.1, 3.91, 4.0, 4.15, 0, 3.98});
  EXPECT_EQ(what.standing.number, (std::vector<std::uint8_t>{3, 2, 2, 3, 0, 2}));
  EXPECT_EQ(what.standing.rank, (std::vector<std::uint32_t>{4, 1, 3, 5, 0, 2}));
  expect_near(what.standing.percentile, {0.85, 0.1, 0.65, 0.95, 0, 0.35});
  EXPECT_EQ(what.areas, 5U);
  EXPECT_EQ(what.residents, 10000);
  EXPECT_EQ(what.areas_up, 2U);
  EXPECT_EQ(what.areas_down, 1U);
  EXPECT_EQ(what.residents_up, 3000);
  EXPECT_EQ(what.residents_down, 3000);
  EXPECT_NEAR(what.mean_shift, 0.002, 1e-12);
  EXPECT_NEAR(what.mean_rank_shift, 0.8, 1e-12);
  EXPECT_EQ(what.largest_rank_shift, 2U);
  expect_near(what.standing.class_residents, {0, 0.8, 0.2});
  EXPECT_EQ(*what.standing.low_residents, 0);
}

TEST_F(WhatIfBoardTest, KeepsTheNationalMeanWhenAsked) {
  const WhatIf& what = board.weigh(with({{"diefstal"}}), Anchor::national_mean);
  expect_near(what.standing.score, {4.098, 3.908, 3.998, 4.148, 0, 3.978});
  EXPECT_EQ(what.standing.number[0], 2);  // was on the limit, now just under it
  EXPECT_NEAR(what.mean_shift, 0, 1e-12);
}

TEST_F(WhatIfBoardTest, ChangesNothingWhenAnIndicatorWithoutWeightGoes) {
  for (const Anchor anchor : {Anchor::reference, Anchor::national_mean}) {
    const WhatIf& what = board.weigh(with({{"herkomst"}}), anchor);
    EXPECT_EQ(what.standing.score, board.before().score);
    EXPECT_EQ(what.standing.rank, board.before().rank);
    EXPECT_EQ(what.areas_up + what.areas_down, 0U);
    EXPECT_EQ(what.mean_shift, 0);
  }
}

TEST_F(WhatIfBoardTest, DoesNotRememberWhatWasAskedBefore) {
  const Standing first = board.weigh(with({{"groen"}})).standing;
  board.weigh(with({{"groen", Change::Kind::factor, 37.1}}));
  board.weigh(with({{"diefstal"}, {"herkomst", Change::Kind::weight, 0.3}}));
  const Standing again = board.weigh(with({{"groen"}})).standing;
  EXPECT_EQ(first.score, again.score);
  EXPECT_EQ(first.percentile, again.percentile);
}

TEST_F(WhatIfBoardTest, OrdersEqualScoresByCode) {
  WhatIfBoard flat(instrument, model, means, 0);
  EXPECT_EQ(flat.before().rank, (std::vector<std::uint32_t>{1, 2, 3, 4, 0, 5}));
}

TEST_F(WhatIfBoardTest, KnowsNoClassesWhereNoLimitsArePublished) {
  instrument.edition.classes.reset();
  instrument.edition.low_class.reset();
  WhatIfBoard bare(instrument, model, means, 1);
  EXPECT_EQ(bare.before().number, (std::vector<std::uint8_t>(6, 0)));
  EXPECT_TRUE(bare.before().class_areas.empty());
  EXPECT_EQ(bare.before().low_residents, std::nullopt);
  instrument.edition.low_score = 3.94;
  WhatIfBoard low(instrument, model, means, 1);
  EXPECT_NEAR(*low.before().low_residents, 0.5, 1e-12);  // at or below the limit
}

TEST_F(WhatIfBoardTest, AgreesWithScoresOf) {
  for (const auto& weights : {with({}), with({{"groen"}}), std::vector<double>{1, 2, 3, 4, 5}}) {
    const auto scores = scores_of(instrument, model, means, 1, weights, {1});
    const WhatIf& what = board.weigh(weights);
    for (std::size_t i = 0; i < 6; ++i)
      if (means.is_scored[1][i] != 0) {
        EXPECT_NEAR(what.standing.score[i], 4 + scores.deviation[i], 1e-12);
      }
  }
}

// Contributions add up: what two indicators change together is what they change apart.
TEST_F(WhatIfBoardTest, IsAdditive) {
  const base::Seed seed{11};
  base::Stream stream(seed, 1);
  for (int round = 0; round < 50; ++round) {
    const double a = stream.normal();
    const double b = stream.normal();
    const auto both = board.weigh(std::vector<double>{a, b, 0, 0, 0}).standing.score;
    const auto one = board.weigh(std::vector<double>{a, 0, 0, 0, 0}).standing.score;
    const auto other = board.weigh(std::vector<double>{0, b, 0, 0, 0}).standing.score;
    for (std::size_t i = 0; i < 6; ++i)
      EXPECT_NEAR(both[i] - 4, i == 4 ? -4 : one[i] - 4 + other[i] - 4, 1e-12) << round;
  }
}

}  // namespace
}  // namespace wijkbeeld::instrument
