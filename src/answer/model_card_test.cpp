// SPDX-License-Identifier: EUPL-1.2
#include "answer/model_card.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "answer/card_tables.hpp"
#include "study/tables.hpp"
#include "support/tiny_instrument.hpp"

namespace wijkbeeld::answer {
namespace {

using support::TinyFit;
using support::TinyInstrument;
using ::testing::Contains;
using ::testing::ElementsAre;
using Kind = CardLimit::Kind;

const CardWeight& weight_of(const ModelCard& card, const std::string& term) {
  for (const CardDimension& dimension : card.dimensions)
    for (const CardWeight& one : dimension.weights)
      if (one.term == term) return one;
  throw std::runtime_error("no such term");
}

const CardLimit* limit_of(const ModelCard& card, Kind kind) {
  for (const CardLimit& one : card.limits)
    if (one.kind == kind) return &one;
  return nullptr;
}

TEST(ModelCard, HasEveryWeightWithItsIntervalInItsDimension) {
  const TinyFit tiny;
  const ModelCard card = model_card(tiny.instrument, tiny.fitted, tiny.project);
  ASSERT_EQ(card.dimensions.size(), 2U);
  EXPECT_EQ(*card.terms, 5);
  for (const CardDimension& dimension : card.dimensions) {
    double last = 1e9;
    for (const CardWeight& one : dimension.weights) {
      EXPECT_EQ(one.indicator->dimension, dimension.dimension->id);
      EXPECT_LE(std::abs(*one.weight), last);
      last = std::abs(*one.weight);
      // 1.645 standard errors to either side: 90%.
      EXPECT_NEAR(*one.high - *one.weight, 1.6448536269514722 * *one.error, 1e-9);
      EXPECT_NEAR(*one.weight - *one.low, *one.high - *one.weight, 1e-12);
      EXPECT_EQ(one.coefficients.size(), 2U);
    }
  }
}

TEST(ModelCard, TellsWhichSignsAreAsExpected) {
  const TinyFit tiny;
  const ModelCard card = model_card(tiny.instrument, tiny.fitted, tiny.project);
  EXPECT_EQ(weight_of(card, "groen").sign, Sign::as_expected);
  EXPECT_EQ(weight_of(card, "kabaal").sign, Sign::against);  // the definition is wrong on purpose
  EXPECT_EQ(weight_of(card, "bouwjaar").sign, Sign::not_stated);
  EXPECT_EQ(*card.expected, *card.as_expected + *card.unclear + *card.against);
  const CardLimit* limit = limit_of(card, Kind::wrong_sign);
  ASSERT_NE(limit, nullptr);
  EXPECT_THAT(limit->subjects, ElementsAre("kabaal"));
}

TEST(ModelCard, SaysWhatIsLeftOutAndWhy) {
  TinyInstrument what;
  what.with_contested = false;
  const TinyFit tiny(what);
  const ModelCard card = model_card(tiny.instrument, tiny.fitted, tiny.project);
  ASSERT_EQ(card.left_out.size(), 2U);
  EXPECT_EQ(card.left_out[0].indicator->id, "sport");
  EXPECT_EQ(card.left_out[0].why, CardLeftOut::Why::by_choice);
  EXPECT_EQ(card.left_out[1].indicator->id, "herkomst");
  EXPECT_EQ(card.left_out[1].why, CardLeftOut::Why::contested);
  EXPECT_EQ(limit_of(card, Kind::contested), nullptr);
}

TEST(ModelCard, NamesAContestedIndicatorThatCounts) {
  const TinyFit tiny;
  const ModelCard card = model_card(tiny.instrument, tiny.fitted, tiny.project);
  const CardLimit* limit = limit_of(card, Kind::contested);
  ASSERT_NE(limit, nullptr);
  EXPECT_THAT(limit->subjects, ElementsAre("herkomst"));
}

TEST(ModelCard, CountsTheResidentsWhoseValueWasFilledIn) {
  const TinyFit tiny;
  const ModelCard card = model_card(tiny.instrument, tiny.fitted, tiny.project);
  EXPECT_EQ(*weight_of(card, "groen").filled_in, 0);
  double all = 0;
  double without = 0;
  const auto& residents = tiny.fitted.measured.units.residents;
  for (std::size_t wave = 0; wave < 2; ++wave)
    for (std::size_t i = 0; i < 64; ++i) {
      all += residents[wave][i];
      if (i % 9 == 0) without += residents[wave][i];
    }
  EXPECT_NEAR(*weight_of(card, "bouwjaar").filled_in, without / all, 1e-12);
  EXPECT_THAT(limit_of(card, Kind::filled_in)->subjects, ElementsAre("bouwjaar"));
  EXPECT_THAT(limit_of(card, Kind::one_year)->subjects, ElementsAre("bouwjaar"));
}

TEST(ModelCard, ParcelsTheResidualsByGemeenteAndDensity) {
  const TinyFit tiny;
  const ModelCard card = model_card(tiny.instrument, tiny.fitted, tiny.project);
  const CardOutcome& outcome = card.outcomes[0];
  double rows_by_gemeente = 0;
  double rows_by_density = 0;
  std::set<std::string> names;
  for (const CardGroup& group : outcome.groups) {
    (group.kind == CardGroup::Kind::gemeente ? rows_by_gemeente : rows_by_density) += *group.rows;
    names.insert(group.name);
  }
  EXPECT_EQ(rows_by_gemeente, static_cast<double>(tiny.fitted.observations[0].rows()));
  EXPECT_EQ(rows_by_density, rows_by_gemeente);
  EXPECT_THAT(names, Contains("Stad 3"));
}

TEST(ModelCard, OfOneGroupIsTheMeanResidualOfItsRows) {
  const TinyFit tiny;
  const ModelCard card = model_card(tiny.instrument, tiny.fitted, tiny.project);
  const auto& rows = tiny.fitted.observations[0];
  double sum = 0;
  double count = 0;
  for (std::size_t r = 0; r < rows.rows(); ++r)
    if (tiny.fitted.measured.units.gemeente[rows.units[r]] == "GM9902") {
      sum += rows.weights[r] * tiny.fitted.residuals[0][r];
      count += rows.weights[r];
    }
  for (const CardGroup& group : card.outcomes[0].groups)
    if (group.id == "GM9902") {
      EXPECT_NEAR(*group.mean_residual, sum / count, 1e-12);
    }
}

TEST(ModelCard, MapsResidualsOnTheFinestLevelWithRowsEnough) {
  const TinyFit tiny;
  const ModelCard card = model_card(tiny.instrument, tiny.fitted, tiny.project);
  ASSERT_EQ(card.maps.size(), 2U);
  EXPECT_EQ(card.maps[0].level, area::Level::gemeente);  // eight rows per wijk are too few
  EXPECT_EQ(card.maps[0].areas.size(), 3U);  // one of the four is kept apart: nothing was fitted on
  TinyInstrument what;
  what.with_outlines = false;
  const TinyFit blind(what);
  EXPECT_TRUE(model_card(blind.instrument, blind.fitted, blind.project).maps.empty());
}

TEST(ModelCard, KnowsWhatWasNotDone) {
  TinyInstrument what;
  what.with_sales = false;
  what.with_held_out = false;
  what.replications = 0;
  const TinyFit tiny(what);
  const ModelCard card = model_card(tiny.instrument, tiny.fitted, tiny.project);
  EXPECT_NE(limit_of(card, Kind::one_outcome), nullptr);
  EXPECT_NE(limit_of(card, Kind::no_bootstrap), nullptr);
  EXPECT_NE(limit_of(card, Kind::nothing_held_out), nullptr);
  const TinyFit all;
  const ModelCard full = model_card(all.instrument, all.fitted, all.project);
  EXPECT_EQ(limit_of(full, Kind::one_outcome), nullptr);
  EXPECT_EQ(limit_of(full, Kind::no_bootstrap), nullptr);
  EXPECT_EQ(limit_of(full, Kind::nothing_held_out), nullptr);
}

TEST(ModelCard, LeadsEveryFigureToACellOfItsTables) {
  const TinyFit tiny;
  const ModelCard card = model_card(tiny.instrument, tiny.fitted, tiny.project);
  std::set<std::string> cells;
  for (const table::Table& table : card_tables(card))
    for (std::size_t row = 0; row < table.rows(); ++row)
      for (const table::Column& column : table.columns)
        EXPECT_TRUE(cells.insert(study::row_id(table, row) + "#" + column.heading.name).second);
  const auto check = [&](const Figure& figure) {
    EXPECT_TRUE(cells.contains(figure.id)) << figure.id;
  };
  for (const Figure* one : {&card.reference, &card.spread, &card.residents, &card.units,
                            &card.terms, &card.expected, &card.unclear})
    check(*one);
  for (const CardDimension& dimension : card.dimensions) {
    check(dimension.spread);
    for (const CardWeight& one : dimension.weights) {
      for (const Figure* figure : {&one.weight, &one.error, &one.low, &one.high,
                                   &one.variance_inflation, &one.selected, &one.filled_in})
        check(*figure);
      for (const Figure& figure : one.coefficients)
        check(figure);
    }
  }
  for (const CardOutcome& one : card.outcomes) {
    for (const CardGroup& group : one.groups)
      check(group.mean_residual);
    for (const CardCheck& checked : one.checks)
      check(checked.r_squared);
    for (const CardControl& control : one.controls)
      check(control.coefficient);
    check(one.moran_p);
  }
  for (const ResidualMap& map : card.maps) {
    check(map.spread);
    check(map.areas.front().mean_residual);
  }
  for (const CardClass& one : card.classes)
    check(one.from);
}

}  // namespace
}  // namespace wijkbeeld::answer
