// SPDX-License-Identifier: EUPL-1.2
// Expected numbers: tests/reference/composite_index.R (R 4.2.2).
#include "instrument/index_maker.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "base/random.hpp"
#include "instrument/score.hpp"
#include "instrument/town_test.hpp"
#include "instrument/weight_change.hpp"

namespace wijkbeeld::instrument {
namespace {

// Twelve buurten with the numbers of composite_index.R; lucht has a long tail.
struct Twelve {
  Instrument instrument = town_instrument();
  Model model;
  AreaMeans means;

  Twelve() {
    instrument.indicators = {town_indicator("groen", "won"), town_indicator("lucht", "vei"),
                             town_indicator("diefstal", "vei"), town_indicator("overlast", "vei")};
    model.standard.terms = {
        {"groen", 0, 0, 0, 1}, {"lucht", 1, 0, 0, 1}, {"diefstal", 2, 0, 0, 1}, {"overlast", 3}};
    model.weights = {0.10, 0.04, -0.15, -0.06};
    model.errors = {0, 0, 0, 0};
    model.covariance = stats::Matrix(4, 4);
    const std::vector<std::vector<double>> z = {
        {0.3, -1.2, 0.8, 1.1, -0.4, 0.0, 2.1, -0.9, 0.5, -1.6, 0.7, -0.2},
        {-0.1, 0.2, 0.0, -0.3, 0.4, 0.1, -0.2, 0.3, 6.5, 0.0, -0.4, 0.2},
        {1.0, 0.4, -0.7, -1.1, 0.9, 0.2, -0.6, 1.3, -0.2, 0.1, -1.4, 0.6},
        {0.5, -0.5, 0.5, -1.5, 0.0, 1.5, -0.5, 1.0, -1.0, 0.5, -0.5, 0.0}};
    means.waves = {{2020}};
    means.residents = {{1200, 300, 4500, 800, 2500, 150, 990, 3100, 640, 1800, 700, 220}};
    means.is_scored = {std::vector<std::uint8_t>(12, 1)};
    means.z = {stats::Matrix(12, 4)};
    means.doubt.resize(1);
    for (std::size_t i = 0; i < 12; ++i) {
      means.codes.push_back({fmt::format("BU{:02}", i + 1)});
      for (std::size_t t = 0; t < 4; ++t)
        means.z[0].at(i, t) = z[t][i];
    }
  }
  [[nodiscard]] IndexMaker maker() const { return {instrument, model, means, 0}; }
};

struct Case {
  IndexPlan plan;
  std::vector<double> values;  // of the first, seventh and ninth buurt
  std::vector<double> scores;
  std::vector<std::uint32_t> ranks;
};

const std::vector<Case>& cases() {
  static const std::vector<Case> all = {
      {{Treatment::none, Normalisation::z, Weighting::model, Aggregation::arithmetic},
       {-0.422881535565197, 1.058080147601256, 1.300758742741977},
       {3.846, 4.322, 4.400},
       {4, 5, 8, 11, 3, 6, 10, 1, 12, 2, 9, 7}},
      {{Treatment::winsorise, Normalisation::z, Weighting::model, Aggregation::arithmetic},
       {-0.442216245733265, 1.002450818630177, 1.307381725419059},
       {3.83922445438631, 4.30539202082561, 4.40378763200578},
       {4, 5, 8, 11, 3, 6, 10, 1, 12, 2, 9, 7}},
      {{Treatment::log, Normalisation::z, Weighting::model, Aggregation::arithmetic},
       {-0.443433582619882, 0.986149217516290, 1.052160874993537},
       {3.82437217612662, 4.33228811057616, 4.35574136749064},
       {3, 5, 8, 11, 4, 6, 10, 1, 12, 2, 9, 7}},
      {{Treatment::none, Normalisation::min_max, Weighting::model, Aggregation::arithmetic},
       {25.9820470897597, 68.9443175232504, 66.5430951756077},
       {3.83719582949496, 4.31780126971244, 4.29093954867665},
       {4, 5, 8, 12, 3, 7, 10, 1, 9, 2, 11, 6}},
      {{Treatment::none, Normalisation::rank, Weighting::model, Aggregation::mixed},
       {24.6782277733005, 70.9826046841622, 72.6181400369253},
       {3.76702156224056, 4.23953033628581, 4.25622000702535},
       {3, 4, 8, 12, 5, 7, 9, 2, 10, 1, 11, 6}},
      {{Treatment::log, Normalisation::min_max, Weighting::model, Aggregation::geometric},
       {25.5235827054155, 68.5170970149850, 64.7450842861106},
       {3.86130436127316, 4.31756084856147, 4.27753143237346},
       {3, 6, 9, 11, 5, 4, 12, 1, 10, 2, 8, 7}},
      {{Treatment::winsorise, Normalisation::rank, Weighting::equal, Aggregation::geometric},
       {25.6253430489287, 56.4091856773761, 78.1358489367618},
       {3.83825585558907, 4.23414212633170, 4.51355128902962},
       {4, 6, 9, 10, 7, 3, 11, 1, 12, 2, 5, 8}},
      {{Treatment::log, Normalisation::min_max, Weighting::equal_within_dimension,
        Aggregation::mixed},
       {37.8630562413300, 74.8004704385286, 67.5692504294934},
       {3.93304315990113, 4.36635620614465, 4.28152671717599},
       {6, 3, 8, 11, 5, 4, 12, 2, 10, 1, 9, 7}},
  };
  return all;
}

void expect_case(const IndexMaker& maker, const Case& one, IndexRoom& room) {
  const Index& index = maker.make(one.plan, room);
  const std::vector<std::size_t> shown = {0, 6, 8};
  for (std::size_t k = 0; k < shown.size(); ++k) {
    EXPECT_NEAR(index.values[shown[k]], one.values[k], 1e-11);
    EXPECT_NEAR(index.scores[shown[k]], one.scores[k], 1e-12);
  }
  EXPECT_EQ(index.ranks, one.ranks);
}

std::string name_of(const IndexPlan& plan) {
  return fmt::format("{} {} {} {}", to_text(plan.treatment), to_text(plan.normalisation),
                     to_text(plan.weighting), to_text(plan.aggregation));
}

TEST(IndexMaker, GivesTheNumbersOfR) {
  const Twelve twelve;
  const IndexMaker maker = twelve.maker();
  IndexRoom room;
  for (const Case& one : cases()) {
    SCOPED_TRACE(name_of(one.plan));
    expect_case(maker, one, room);
  }
}

TEST(IndexMaker, GivesTheSameFromColumnsItKept) {
  const Twelve twelve;
  IndexMaker maker = twelve.maker();
  std::vector<ColumnForm> forms;
  for (const Case& one : cases())
    forms.push_back(form_of(one.plan));
  maker.keep(forms, {2});
  IndexRoom room;
  for (const Case& one : cases()) {
    SCOPED_TRACE(name_of(one.plan));
    expect_case(maker, one, room);
  }
}

TEST(IndexMaker, GivesTheScoresOfTheInstrumentByDefault) {
  const Instrument instrument = town_instrument();
  const Model model = town_model();
  const AreaMeans means = town_means();
  const IndexMaker maker(instrument, model, means, 1);
  EXPECT_EQ(maker.indicators(), (std::vector<std::size_t>{0, 1, 3}));  // herkomst has no weight
  IndexRoom room;
  const Index& index = maker.make({}, room);
  const std::vector<double> by_hand = {4.1, 3.71, 4.2, 4.05, 3.94};
  for (std::size_t i = 0; i < by_hand.size(); ++i) {
    EXPECT_NEAR(maker.own().scores[i], by_hand[i], 1e-12);
    EXPECT_NEAR(index.scores[i], by_hand[i], 1e-12);
  }
  EXPECT_EQ(index.ranks, (std::vector<std::uint32_t>{4, 1, 5, 3, 2}));
  EXPECT_EQ(maker.own().numbers, (std::vector<std::uint8_t>{3, 1, 3, 2, 2}));
}

TEST(IndexMaker, AgreesWithScoresOf) {
  const Twelve twelve;
  const IndexMaker maker = twelve.maker();
  const WaveScores scores =
      scores_of(twelve.instrument, twelve.model, twelve.means, 0, twelve.model.weights, {1});
  IndexRoom room;
  const Index& index = maker.make({}, room);
  for (std::size_t i = 0; i < 12; ++i) {
    EXPECT_NEAR(maker.own().scores[i], 4 + scores.deviation[i], 1e-12);
    EXPECT_NEAR(index.scores[i], 4 + scores.deviation[i], 1e-12);
  }
}

TEST(IndexMaker, LeavesOutWhatIsDroppedAndNothingElse) {
  const Twelve twelve;
  const IndexMaker maker = twelve.maker();
  IndexRoom dropped;
  IndexRoom zeroed;
  for (std::size_t indicator = 0; indicator < 4; ++indicator) {
    IndexPlan without;
    without.dropped = {indicator};
    IndexPlan zero;
    zero.weights = twelve.model.weights;
    zero.weights[indicator] = 0;
    EXPECT_EQ(maker.make(without, dropped).scores, maker.make(zero, zeroed).scores);
  }
}

TEST(IndexMaker, DoesNotMindHowHighWeightsAreTogether) {
  const Twelve twelve;
  const IndexMaker maker = twelve.maker();
  IndexRoom one;
  IndexRoom two;
  for (const Case& each : cases()) {
    IndexPlan doubled = each.plan;
    doubled.multipliers = {2, 2, 2, 2};
    EXPECT_EQ(maker.make(each.plan, one).values, maker.make(doubled, two).values);
  }
}

// The Handbook (2008, step 6) on aggregation; Hardy, Littlewood and Polya, Inequalities, 2.5.
TEST(IndexMaker, MakesAGeometricIndexOfNoMoreThanTheArithmeticOne) {
  const Twelve twelve;
  const IndexMaker maker = twelve.maker();
  const base::Seed seed{33};
  base::Stream stream(seed, 1);
  IndexRoom room;
  for (int round = 0; round < 100; ++round) {
    IndexPlan plan;
    plan.normalisation = round % 2 == 0 ? Normalisation::min_max : Normalisation::rank;
    plan.treatment = round % 3 == 0 ? Treatment::log : Treatment::none;
    for (int k = 0; k < 4; ++k)
      plan.multipliers.push_back(std::exp(stream.normal()));
    const std::vector<double> sums = maker.make(plan, room).values;
    plan.aggregation = Aggregation::mixed;
    const std::vector<double> mixed = maker.make(plan, room).values;
    plan.aggregation = Aggregation::geometric;
    const std::vector<double> products = maker.make(plan, room).values;
    for (std::size_t i = 0; i < sums.size(); ++i) {
      EXPECT_LE(products[i], mixed[i] + 1e-12) << round << ' ' << i;
      EXPECT_LE(mixed[i], sums[i] + 1e-12) << round << ' ' << i;
    }
  }
}

TEST(IndexMaker, KeepsTheMeanAndSpreadOfTheScores) {
  const Twelve twelve;
  const IndexMaker maker = twelve.maker();
  const double mean = maker.areas().mean(maker.own().scores);
  IndexRoom room;
  for (const Case& one : cases()) {
    const Index& index = maker.make(one.plan, room);
    EXPECT_NEAR(maker.areas().mean(index.scores), mean, 1e-12);
    EXPECT_NEAR(maker.areas().deviation(index.scores, mean),
                maker.areas().deviation(maker.own().scores, mean), 1e-12);
  }
}

TEST(IndexMaker, PutsAllAreasAtTheMeanWhenNothingIsLeft) {
  const Twelve twelve;
  const IndexMaker maker = twelve.maker();
  IndexRoom room;
  for (Case one : cases()) {
    one.plan.dropped = {0, 1, 2, 3};
    for (const double score : maker.make(one.plan, room).scores)
      EXPECT_NEAR(score, maker.areas().mean(maker.own().scores), 1e-12);
  }
}

TEST(IndexMaker, TakesAColumnThatIsTheSameEverywhere) {
  Twelve twelve;
  for (double& z : twelve.means.z[0].column(1))
    z = 0.1;
  const IndexMaker maker = twelve.maker();
  IndexRoom with;
  IndexRoom without;
  for (const Case& one : cases()) {
    if (one.plan.weighting != Weighting::model) continue;
    IndexPlan dropped = one.plan;
    dropped.dropped = {1};
    EXPECT_EQ(maker.make(one.plan, with).scores, maker.make(dropped, without).scores);
    EXPECT_TRUE(std::isfinite(with.index.values[0]));
  }
}

}  // namespace
}  // namespace wijkbeeld::instrument
