// SPDX-License-Identifier: EUPL-1.2
// From the published buurten of 2024 to the published PC4 areas of 2020.
#include "area/crosswalk.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "geo/measure.hpp"
#include "source/outlines.hpp"
#include "support/real_data.hpp"

namespace wijkbeeld::source {
namespace {

area::Outlines outlines_in(const std::string& name) {
  Reading reading = read_outlines(probe_file(support::real_data() / "geo" / name, name));
  return std::move(reading.outlines.at(0));
}

class RealCrosswalk : public testing::Test {
 protected:
  void SetUp() override {
    WIJKBEELD_NEEDS_REAL_DATA();
    buurten = outlines_in("buurt_2024.gpkg");
    pc4 = outlines_in("pc4_2020.gpkg");
    made = area::crosswalk(buurten, pc4, {2});
  }
  area::Outlines buurten;
  area::Outlines pc4;
  area::Crosswalk made;
};

// The two sets of outlines are generalised each in its own way, and PC4 areas leave out large
// water.
TEST_F(RealCrosswalk, PlacesBuurtenInPostcodeAreas) {
  std::vector<double> placed = made.placed();
  ASSERT_EQ(placed.size(), 14566U);
  ASSERT_EQ(made.targets.size(), 4067U);
  EXPECT_LE(*std::max_element(placed.begin(), placed.end()), 1 + 1e-9);
  std::sort(placed.begin(), placed.end());
  EXPECT_GT(placed[placed.size() / 10], 0.998);
  EXPECT_GT(placed[placed.size() / 100], 0.97);

  // Everybody is counted once: as many dwellings as there are m2, say.
  std::vector<table::Value<double>> ground;
  double total = 0;
  for (const geo::MultiPolygon& shape : buurten.shapes) {
    ground.emplace_back(geo::area(shape));
    total += geo::area(shape);
  }
  double brought = 0;
  std::size_t absent = 0;
  for (const area::BroughtOver& one :
       brought_over(ground, {}, area::kept_whole(made, 0.5), area::Quantity::count)) {
    brought += one.value.value_or(0);
    absent += one.value ? 0U : 1U;
  }
  EXPECT_LE(absent, 3U);
  EXPECT_NEAR(brought / total, 1, 0.01);

  const std::vector<table::Value<double>> same(buurten.codes.size(), 4.1);
  for (const area::BroughtOver& one : brought_over(same, ground, made, area::Quantity::mean))
    EXPECT_NEAR(one.value.value_or(4.1), 4.1, 1e-12);
}

}  // namespace
}  // namespace wijkbeeld::source
