// SPDX-License-Identifier: EUPL-1.2
#include "source/example_borders.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "base/message.hpp"
#include "geo/measure.hpp"
#include "geo/validity.hpp"
#include "source/example_country.hpp"
#include "source/example_crossings.hpp"
#include "source/example_outlines.hpp"

namespace wijkbeeld::source {
namespace {

struct Drawn {
  ExampleGrid grid;
  std::vector<Label> labels;
};

// A map drawn in letters, north above; a dot is the sea.
Drawn drawn(const std::vector<std::string>& rows) {
  Drawn out{{rows.front().size(), rows.size(), 0, 0}, {}};
  for (auto row = rows.rbegin(); row != rows.rend(); ++row)
    for (const char c : *row)
      out.labels.push_back(c == '.' ? kNoLabel : static_cast<Label>(c - 'a'));
  return out;
}

std::vector<geo::MultiPolygon> outlined(const Drawn& map, std::vector<Label> group_of,
                                        std::size_t groups) {
  return outlines_of(trace_borders(map.grid, map.labels, {}), group_of, groups);
}

std::vector<geo::MultiPolygon> outlined(const Drawn& map, std::size_t count) {
  std::vector<Label> own(count);
  std::iota(own.begin(), own.end(), Label{0});
  return outlined(map, own, count);
}

void expect_valid(const std::vector<geo::MultiPolygon>& outlines) {
  for (const geo::MultiPolygon& outline : outlines) {
    EXPECT_FALSE(outline.parts.empty());
    const auto problem = geo::validity(outline);
    EXPECT_FALSE(problem) << base::to_text(problem->sentence);
  }
}

double total_area(const std::vector<geo::MultiPolygon>& outlines) {
  return std::accumulate(outlines.begin(), outlines.end(), 0.0,
                         [](double sum, const auto& one) { return sum + geo::area(one); });
}

TEST(Outlines, OfNeighboursLeaveNoGap) {
  const Drawn map = drawn({"........", ".aaabbb.", ".aaabbb.", ".accccb.", ".cccccb.", "........"});
  const auto parts = outlined(map, 3);
  const auto whole = outlined(map, {0, 0, 0}, 1);
  expect_valid(parts);
  expect_valid(whole);
  EXPECT_NEAR(total_area(parts), total_area(whole), 1e-6);
}

TEST(Outlines, OfAnEnclaveFillTheHoleRoundIt) {
  const Drawn map = drawn({"......", ".aaaa.", ".abba.", ".abba.", ".aaaa.", "......"});
  const auto parts = outlined(map, 2);
  expect_valid(parts);
  ASSERT_EQ(parts[0].parts.size(), 1U);
  ASSERT_EQ(parts[0].parts[0].holes.size(), 1U);
  EXPECT_NEAR(-geo::signed_area(parts[0].parts[0].holes[0]), geo::area(parts[1]), 1e-6);
}

TEST(Outlines, TouchingAtACornerAreTwoParts) {
  const Drawn map = drawn({"......", ".aabb.", ".aabb.", ".bbaa.", ".bbaa.", "......"});
  const auto parts = outlined(map, 2);
  expect_valid(parts);
  EXPECT_EQ(parts[0].parts.size(), 2U);
  EXPECT_EQ(parts[1].parts.size(), 2U);
}

TEST(Outlines, WithHolesTouchingAtACornerAreValid) {
  const Drawn map = drawn({"........", ".aaaaaa.", ".abbaaa.", ".abbaaa.", ".aaabba.", ".aaabba.",
                           ".aaaaaa.", "........"});
  expect_valid(outlined(map, 2));
}

TEST(Outlines, RunAntiClockwise) {
  const auto parts = outlined(drawn({"....", ".aa.", ".aa.", "...."}), 1);
  EXPECT_GT(geo::signed_area(parts[0].parts[0].outer), 0);
}

TEST(Crossings, AreFoundBetweenAndWithinBorders) {
  const Border across{0, 1, {{0, 0}, {10, 10}}};
  const Border other{0, 1, {{0, 10}, {10, 0}}};
  const Border apart{0, 1, {{20, 0}, {20, 10}}};
  const Border folded{0, 1, {{30, 0}, {40, 0}, {35, 0}}};
  EXPECT_EQ(crossings_of({across, other, apart}),
            (std::vector<std::pair<std::size_t, std::size_t>>{{0, 1}}));
  EXPECT_EQ(crossings_of({apart, folded}),
            (std::vector<std::pair<std::size_t, std::size_t>>{{1, 1}}));
}

class Towns : public testing::TestWithParam<std::uint64_t> {};

TEST_P(Towns, HaveValidOutlinesWithoutGaps) {
  const ExamplePlan plan = plan_of(ExampleSize::town);
  const ExampleLand land = make_land(plan, {GetParam()});
  const ExampleAreas areas =
      divide_land(plan, land, settle(plan, land, {GetParam()}), {GetParam()});
  EXPECT_TRUE(crossings_of(areas.borders).empty());
  for (const Classification& one : areas.vintages) {
    const auto buurten = outlines_of(areas.borders, one.buurt_of_unit, one.buurten.size());
    const auto wijken = outlines_of(areas.borders, one.wijk_of_unit(), one.wijken.size());
    const auto gemeenten = outlines_of(areas.borders, one.gemeente_of_unit(), one.gemeenten.size());
    expect_valid(buurten);
    expect_valid(wijken);
    expect_valid(gemeenten);
    const double land_area =
        total_area(outlines_of(areas.borders, std::vector<Label>(areas.units, 0), 1));
    EXPECT_NEAR(total_area(buurten), land_area, 1e-3);
    EXPECT_NEAR(total_area(wijken), land_area, 1e-3);
    EXPECT_NEAR(total_area(gemeenten), land_area, 1e-3);
    EXPECT_NEAR(land_area, static_cast<double>(plan.land_cells) * 1e4, 0.03 * land_area);
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, Towns, testing::Values(1, 2, 3, 4, 5, 6));

TEST(Borders, FollowTheRiverInTheCountry) {
  const ExamplePlan plan = plan_of(ExampleSize::town);
  const ExampleLand land = make_land(plan, {1});
  const ExampleAreas areas = divide_land(plan, land, settle(plan, land, {1}), {1});
  std::size_t on_river = 0;
  for (const Border& border : areas.borders)
    for (const geo::Point& p : border.points)
      on_river += distance_to_line(p, land.river) < 0.02 ? 1U : 0U;
  EXPECT_GT(on_river, 10U);
}

}  // namespace
}  // namespace wijkbeeld::source
