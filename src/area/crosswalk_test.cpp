// SPDX-License-Identifier: EUPL-1.2
#include "area/crosswalk.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/random.hpp"

namespace wijkbeeld::area {
namespace {

using table::Absence;
using testing::ElementsAre;
using testing::IsEmpty;
using Values = std::vector<table::Value<double>>;

constexpr base::Seed kSeed{2024};

geo::MultiPolygon box(double x, double y, double width, double height) {
  return {{{{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}, {x, y}}}}};
}

// A third of an area is cut off by a target's border, and so on: five buurten in a row of 100 m
// each, against two PC4 areas that meet at 250 m and a third one further on, that nothing reaches.
Outlines five_buurten() {
  Outlines row{Level::buurt, {2024}};
  for (int i = 0; i < 5; ++i) {
    row.codes.push_back({fmt::format("BU0000000{}", i)});
    row.shapes.push_back(box(100 * i, 0, 100, 100));
  }
  return row;
}

Outlines three_targets() {
  return {Level::pc4,
          {2020},
          {{"1000"}, {"2000"}, {"3000"}},
          {box(0, 0, 250, 100), box(250, 0, 250, 100), box(9000, 0, 100, 100)}};
}

double number(const BroughtOver& brought) {
  return brought.value.value_or(std::nan(""));
}

// Squares with one corner of each moved, the same for all that meet there: a tiling without gaps.
Outlines tiling(int side, double cell, std::uint64_t item) {
  const auto corner = [&](int column, int row) {
    base::Stream stream(kSeed, item, static_cast<std::uint64_t>(1000 * column + row));
    const bool is_edge = column == 0 || row == 0 || column == side || row == side;
    const double shift = is_edge ? 0 : 0.3 * cell;
    return geo::Point{100000 + cell * column + shift * stream.uniform(-1, 1),
                      400000 + cell * row + shift * stream.uniform(-1, 1)};
  };
  Outlines made{Level::own, {2024}};
  for (int column = 0; column < side; ++column)
    for (int row = 0; row < side; ++row) {
      made.codes.push_back({fmt::format("{:03}-{:03}", column, row)});
      const geo::Point first = corner(column, row);
      made.shapes.push_back({{{{first, corner(column + 1, row), corner(column + 1, row + 1),
                                corner(column, row + 1), first}}}});
    }
  return made;
}

TEST(Crosswalk, ListsTheSourcesOfEachTarget) {
  const Crosswalk made = crosswalk(five_buurten(), three_targets(), {1});
  EXPECT_EQ(made.from, Level::buurt);
  EXPECT_EQ(made.to_vintage, Vintage{2020});
  using Part = Crosswalk::Part;
  EXPECT_THAT(made.of(0), ElementsAre(Part{0, 1, 0.4}, Part{1, 1, 0.4}, Part{2, 0.5, 0.2}));
  EXPECT_THAT(made.of(1), ElementsAre(Part{2, 0.5, 0.2}, Part{3, 1, 0.4}, Part{4, 1, 0.4}));
  EXPECT_THAT(made.of(2), IsEmpty());
  EXPECT_THAT(made.placed(), ElementsAre(1, 1, 1, 1, 1));
  EXPECT_EQ(made.mended, 0U);
}

TEST(Crosswalk, MendsOutlinesThatTouchThemselves) {
  Outlines from = five_buurten();
  from.shapes[0] = {{{{{0, 0}, {100, 0}, {100, 100}, {50, 0}, {0, 100}, {0, 0}}}}};
  from.shapes[1] = {};
  const Crosswalk made = crosswalk(from, three_targets(), {1});
  EXPECT_EQ(made.mended, 1U);
  EXPECT_THAT(made.of(0), ElementsAre(Crosswalk::Part{0, 1, 0.2}, Crosswalk::Part{2, 0.5, 0.2}));
  EXPECT_THAT(made.placed(), ElementsAre(1, 0, 1, 1, 1));
}

TEST(Crosswalk, DividesASourceThatLiesInTwoTargetsAtOnce) {
  Outlines to = three_targets();
  to.shapes[1] = box(200, 0, 300, 100);  // overlaps the first from 200 to 250 m
  const Crosswalk made = crosswalk(five_buurten(), to, {1});
  EXPECT_DOUBLE_EQ(made.of(0)[2].of_source, 0.5 / 1.5);
  EXPECT_DOUBLE_EQ(made.of(1)[0].of_source, 1 / 1.5);
  EXPECT_DOUBLE_EQ(made.of(1)[0].of_target, 1.0 / 3) << "what it covers stays as it is";
}

TEST(Crosswalk, NeverGivesASourceAwayTwice) {
  for (const std::uint64_t item : {5U, 6U, 7U}) {
    const Outlines to = tiling(9, 222, item);
    Outlines twice = to;  // two tilings on top of each other
    for (std::size_t i = 0; i < to.codes.size(); ++i) {
      twice.codes.push_back({to.codes[i].text + "-again"});
      twice.shapes.push_back(tiling(9, 222, item + 10).shapes[i]);
    }
    for (const double placed : crosswalk(tiling(20, 100, item + 20), twice, {2}).placed())
      EXPECT_LE(placed, 1 + 1e-9) << "seed " << kSeed.value;
  }
}

TEST(Crosswalk, OfNothingIsEmpty) {
  const Crosswalk none = crosswalk({}, three_targets(), {2});
  EXPECT_THAT(none.of(1), IsEmpty());
  EXPECT_EQ(brought_over({}, {}, none, Quantity::count)[1].value.absence(), Absence::not_collected);
  EXPECT_THAT(crosswalk(five_buurten(), {}, {2}).parts, IsEmpty());
}

TEST(Crosswalk, PlacesEachSourceWhollyWhereTargetsTile) {
  const Crosswalk made = crosswalk(tiling(24, 100, 1), tiling(8, 300, 2), {2});
  for (const double placed : made.placed())
    EXPECT_NEAR(placed, 1, 1e-9) << "seed " << kSeed.value;
  for (std::size_t target = 0; target < made.targets.size(); ++target) {
    double covered = 0;
    for (const Crosswalk::Part& part : made.of(target))
      covered += part.of_target;
    EXPECT_NEAR(covered, 1, 1e-9) << "seed " << kSeed.value;
  }
}

TEST(Crosswalk, IsTheSameForAnyNumberOfWorkers) {
  EXPECT_EQ(crosswalk(tiling(20, 100, 1), tiling(9, 222, 2), {1}),
            crosswalk(tiling(20, 100, 1), tiling(9, 222, 2), {4}));
}

TEST(KeptWhole, SpreadsWhatLiesOffTheEdge) {
  Outlines to = three_targets();
  to.shapes[1] = box(250, 0, 230, 100);  // the last buurt is placed for 80 %
  const Crosswalk made = crosswalk(five_buurten(), to, {1});
  EXPECT_DOUBLE_EQ(made.placed()[4], 0.8);
  EXPECT_DOUBLE_EQ(kept_whole(made, 0.5).placed()[4], 1);
  EXPECT_DOUBLE_EQ(kept_whole(made, 0.9).placed()[4], 0.8) << "too little of it was placed";
}

TEST(BroughtOver, AddsCounts) {
  const Crosswalk made = crosswalk(five_buurten(), three_targets(), {1});
  const Values dwellings{10.0, 20.0, 30.0, 40.0, 50.0};
  const auto brought = brought_over(dwellings, {}, made, Quantity::count);
  EXPECT_DOUBLE_EQ(number(brought[0]), 10 + 20 + 15);
  EXPECT_DOUBLE_EQ(number(brought[1]), 15 + 40 + 50);
  EXPECT_DOUBLE_EQ(brought[0].of_surface, 1);
  EXPECT_DOUBLE_EQ(brought[0].of_weight, 1);
  EXPECT_EQ(brought[2].value.absence(), Absence::not_collected);
}

TEST(BroughtOver, WeighsMeansByResidents) {
  const Crosswalk made = crosswalk(five_buurten(), three_targets(), {1});
  const Values scores{4.0, 3.0, 2.0, 1.0, 1.0};
  const Values residents{100.0, 200.0, 600.0, Absence::withheld, 0.0};
  const auto brought = brought_over(scores, residents, made, Quantity::mean);
  EXPECT_DOUBLE_EQ(number(brought[0]), (4.0 * 100 + 3.0 * 200 + 2.0 * 300) / 600);
  EXPECT_DOUBLE_EQ(number(brought[1]), 2) << "only half a buurt has known residents";
  const auto by_surface = brought_over(scores, {}, made, Quantity::mean);
  EXPECT_DOUBLE_EQ(number(by_surface[0]), (4.0 * 100 + 3.0 * 100 + 2.0 * 50) / 250);
}

TEST(BroughtOver, IsAbsentBelowTheLeastCoverage) {
  const Crosswalk made = crosswalk(five_buurten(), three_targets(), {1});
  const Values scores{4.0, Absence::withheld, Absence::refused, 1.0, 1.0};
  const Values residents{600.0, 300.0, 200.0, 500.0, 400.0};
  const auto brought = brought_over(scores, residents, made, Quantity::mean, {0.4, 0.6});
  EXPECT_DOUBLE_EQ(brought[0].of_weight, 0.6);
  EXPECT_DOUBLE_EQ(brought[0].of_surface, 0.4);
  EXPECT_DOUBLE_EQ(number(brought[0]), 4);
  const auto stricter = brought_over(scores, residents, made, Quantity::mean, {0.4, 0.61});
  EXPECT_EQ(stricter[0].value.absence(), Absence::withheld) << "300 residents of the 400 lacking";
  EXPECT_DOUBLE_EQ(stricter[0].of_weight, 0.6) << "told all the same";
  EXPECT_TRUE(stricter[1].value.has_value());
  EXPECT_FALSE(brought_over(scores, residents, made, Quantity::mean, {0.41, 0.6})[0].value);
}

TEST(BroughtOver, GivesNoMeanWhereNobodyLives) {
  const Crosswalk made = crosswalk(five_buurten(), three_targets(), {1});
  const Values values{4.0, 3.0, 2.0, 1.0, 1.0};
  const Values nobody(5, 0.0);
  const auto mean = brought_over(values, nobody, made, Quantity::mean);
  EXPECT_EQ(mean[0].value.absence(), Absence::not_applicable);
  EXPECT_DOUBLE_EQ(mean[0].of_weight, 1) << "by surface";
  EXPECT_DOUBLE_EQ(number(brought_over(values, nobody, made, Quantity::count)[0]), 8);
}

TEST(BroughtOver, NeverGivesAValueOutOfNothing) {
  const Crosswalk made = crosswalk(five_buurten(), three_targets(), {1});
  const Values none(5, Absence::withheld);
  for (const BroughtOver& one : brought_over(none, {}, made, Quantity::count, {0, 0}))
    EXPECT_FALSE(one.value);
  EXPECT_EQ(brought_over(none, {}, made, Quantity::count, {0, 0})[0].value.absence(),
            Absence::withheld);
}

TEST(BroughtOver, KeepsCountsWholeAndAConstantConstant) {
  const Crosswalk made = crosswalk(tiling(24, 100, 3), tiling(7, 2400.0 / 7, 4), {2});
  base::Stream stream(kSeed, 9);
  Values counts;
  double total = 0;
  for (std::size_t i = 0; i < made.sources.size(); ++i) {
    const double count = static_cast<double>(stream.below(4000));
    counts.emplace_back(count);
    total += count;
  }
  double brought = 0;
  for (const BroughtOver& one : brought_over(counts, {}, made, Quantity::count))
    brought += number(one);
  EXPECT_NEAR(brought, total, 1e-6) << "seed " << kSeed.value;
  const Values same(made.sources.size(), 3.25);
  for (const BroughtOver& one : brought_over(same, counts, made, Quantity::mean))
    EXPECT_NEAR(number(one), 3.25, 1e-12) << "seed " << kSeed.value;
}

}  // namespace
}  // namespace wijkbeeld::area
