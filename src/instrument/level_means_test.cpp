// SPDX-License-Identifier: EUPL-1.2
#include "instrument/level_means.hpp"

#include <gtest/gtest.h>

#include "instrument/scored.hpp"
#include "instrument/small_country_test.hpp"

namespace wijkbeeld::instrument {
namespace {

// Absent in the first wave for a whole corner of the country, and at one place in the second.
void lose(series::Project& project, std::string_view quantity) {
  for (series::Series& one : project.series) {
    if (one.key().quantity != quantity) continue;
    for (std::size_t i = 0; i < 40; ++i)
      one.set(i, 0, table::Absence::not_collected);
    one.set(100, 1, table::Absence::withheld);
  }
}

struct Both {
  std::vector<AreaMeans> together;
  std::vector<AreaMeans> one_by_one;
  std::size_t most_series = 0;
};

Both both(const series::Project& whole, const std::array<Missing, 3>& missing, bool with_units) {
  Instrument instrument = parse_instrument(small_definition(), "klein.toml");
  instrument.minimum_residents_cell = 3;  // not the same as that of other levels
  for (std::size_t i = 0; i < missing.size(); ++i)
    instrument.indicators[i].missing = missing[i];
  base::Progress progress;
  base::Ledger ledger;
  Measured measured = measure(instrument, whole, {1}, progress, ledger);
  const Standard standard = standard_of(instrument, measured);
  Both out;
  out.together =
      scored(instrument, standard, std::move(measured), whole, {1}, progress, ledger).levels;
  series::Project project = whole;
  project.series.clear();
  const Fetch fetch = [&](const std::vector<Quantity>& names) {
    project.series.clear();
    for (const series::Series& one : whole.series)
      for (const Quantity& name : names)
        if (one.key().quantity == name.quantity) project.series.push_back(one);
    out.most_series = std::max(out.most_series, project.series.size());
  };
  out.one_by_one = level_means(instrument, standard, project, fetch, with_units, {2}, progress);
  return out;
}

void expect_same(const AreaMeans& a, const AreaMeans& b) {
  EXPECT_EQ(a.level, b.level);
  EXPECT_EQ(a.vintage, b.vintage);
  EXPECT_EQ(a.waves, b.waves);
  EXPECT_EQ(a.codes, b.codes);
  EXPECT_EQ(a.residents, b.residents);
  EXPECT_EQ(a.z, b.z);
  EXPECT_EQ(a.doubt, b.doubt);
  EXPECT_EQ(a.is_scored, b.is_scored);
}

TEST(LevelMeans, AreToTheLastBitThoseOfAllIndicatorsAtOnce) {
  series::Project project = small_project();
  for (const std::string_view quantity : {"age", "green", "noise"})
    lose(project, quantity);
  const Missing all[] = {Missing::mean, Missing::gemeente, Missing::last_wave, Missing::no_score};
  for (const Missing first : all)
    for (const Missing second : all) {
      const Both made = both(project, {first, second, Missing::no_score}, true);
      ASSERT_EQ(made.one_by_one.size(), made.together.size());
      ASSERT_GE(made.together.size(), 2u);
      for (std::size_t i = 0; i < made.together.size(); ++i)
        expect_same(made.one_by_one[i], made.together[i]);
    }
}

TEST(LevelMeans, LeaveOutTheUnitsWhenTheyAreTooMany) {
  const Both made = both(small_project(), {Missing::mean, Missing::mean, Missing::mean}, false);
  ASSERT_EQ(made.one_by_one.size() + 1, made.together.size());
  for (std::size_t i = 0; i < made.one_by_one.size(); ++i)
    expect_same(made.one_by_one[i], made.together[i + 1]);
  EXPECT_EQ(made.most_series, 1u) << "of one indicator at a time";
}

TEST(QuantitiesOf, NamesAllThatAnIndicatorIsMeasuredFrom) {
  const Quantity share{{"e"}, "share", area::Level::cell, {2016}};
  Quantity dwellings = share;
  dwellings.quantity = "dwellings";
  Indicator one;
  FromDominance dominance;
  dominance.share.of = share;
  dominance.dwellings = "dwellings";
  one.measure = dominance;
  EXPECT_EQ(quantities_of(one), (std::vector{share, dwellings}));
  one.measure = FromColumn{.of = share, .per = dwellings};
  EXPECT_EQ(quantities_of(one), (std::vector{share, dwellings}));
  one.measure = FromSurroundings{.of = {.of = dwellings}};
  EXPECT_EQ(quantities_of(one), std::vector{dwellings});
  one.measure = FromMix{.parts = {share, dwellings}};
  EXPECT_EQ(quantities_of(one), (std::vector{share, dwellings}));
  one.measure = FromPlaces{.places = "winkel"};
  EXPECT_TRUE(quantities_of(one).empty());
}

}  // namespace
}  // namespace wijkbeeld::instrument
