// SPDX-License-Identifier: EUPL-1.2
// The example country measures its places with simple routines of its own; geo must find the same.
#include "source/example_features.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "geo/line_field.hpp"
#include "geo/point_field.hpp"
#include "geo/surface_field.hpp"
#include "source/example_country.hpp"

namespace wijkbeeld::source {
namespace {

// Nothing about places is rounded in the files but the points themselves, to whole metres. So the
// two differ by the rounding of a few operations on coordinates.
constexpr double kRounding = 1e-6;  // metres

class ExampleFeatures : public testing::Test {
 protected:
  static const ExampleCountry& country() {
    static const ExampleCountry made = [] {
      base::Progress progress;
      return make_country(plan_of(ExampleSize::country), {1}, {2}, progress);
    }();
    return made;
  }
  static const std::vector<geo::Point>& middles() {
    static const std::vector<geo::Point> all = [] {
      std::vector<geo::Point> points;
      for (const std::size_t cell : country().cells.at)
        points.push_back(country().land.grid.centre(cell));
      return points;
    }();
    return all;
  }
  static std::vector<geo::Point> open_points(std::string_view kind, int year) {
    std::vector<geo::Point> open;
    for (const ExamplePoint& point : country().points)
      if (kPointKinds.at(point.kind).id == kind && point.is_open(year)) open.push_back(point.at);
    return open;
  }
  static std::vector<geo::MultiPolygon> surfaces(std::string_view kind) {
    std::vector<geo::Ring> rings = kind == "water"  ? country().land.lakes
                                   : kind == "park" ? country().land.parks
                                                    : country().land.industries;
    if (kind == "water") rings.push_back(river_surface(country().land));
    std::vector<geo::MultiPolygon> shapes;
    for (geo::Ring& ring : rings)
      shapes.push_back({{{std::move(ring)}}});
    return shapes;
  }
  static std::vector<geo::Line> lines(std::string_view kind) {
    const ExampleLand& land = country().land;
    if (kind == "rivier") return {land.river};
    return kind == "spoor" ? land.railways : kind == "snelweg" ? land.motorways : land.power_lines;
  }
  // The example's values of an indicator, and ours, in the same order.
  struct Pair {
    const std::vector<double>& theirs;
    std::vector<double> ours;
    [[nodiscard]] double largest_difference() const {
      double largest = theirs.size() == ours.size() ? 0 : INFINITY;
      for (std::size_t i = 0; i < std::min(theirs.size(), ours.size()); ++i)
        largest = std::max(largest, std::abs(theirs[i] - ours[i]));
      return largest;
    }
  };
  static std::vector<double> measured(const ExampleIndicator& about, std::size_t wave) {
    const base::Workers workers{2};
    switch (about.kind) {
      case IndicatorKind::point_count: {
        const geo::PointField field(open_points(about.layer, kExampleWaves.at(wave)));
        const auto counts = counts_within(middles(), field, about.reach, workers);
        return {counts.begin(), counts.end()};
      }
      case IndicatorKind::point_near:
        return nearest_distances(middles(),
                                 geo::PointField(open_points(about.layer, kExampleWaves.at(wave))),
                                 about.reach, workers);
      case IndicatorKind::line_near:
        return nearest_distances(middles(), geo::LineField(lines(about.layer)), about.reach,
                                 workers);
      case IndicatorKind::surface_near:
        return nearest_distances(middles(), geo::SurfaceField(surfaces(about.layer), workers),
                                 about.reach, workers);
      case IndicatorKind::surface_share:
        return covered_shares(middles(), geo::SurfaceField(surfaces(about.layer), workers),
                              about.reach, workers);
      default:
        return {};
    }
  }
  // Calls check(indicator, pair) for each indicator of these kinds, in the first and last wave.
  template <class Check>
  static std::size_t each(std::initializer_list<IndicatorKind> kinds, Check check) {
    std::size_t found = 0;
    const auto& all = example_indicators();
    for (std::size_t at = 0; at < all.size(); ++at) {
      if (std::find(kinds.begin(), kinds.end(), all[at].kind) == kinds.end()) continue;
      ++found;
      for (const std::size_t wave : {std::size_t{0}, kExampleWaves.size() - 1})
        check(all[at], Pair{country().indicators.values[at].at(wave), measured(all[at], wave)});
    }
    return found;
  }
};

TEST_F(ExampleFeatures, CountPointsAsGeoDoes) {
  const auto found = each({IndicatorKind::point_count}, [](const auto& about, const Pair& pair) {
    EXPECT_EQ(pair.theirs, pair.ours) << about.id;
    EXPECT_GT(*std::max_element(pair.ours.begin(), pair.ours.end()), 1) << about.id;
  });
  EXPECT_EQ(found, 3U);
}

TEST_F(ExampleFeatures, LieAsFarAsGeoSays) {
  const auto found =
      each({IndicatorKind::point_near, IndicatorKind::line_near, IndicatorKind::surface_near},
           [](const auto& about, const Pair& pair) {
             EXPECT_LT(pair.largest_difference(), kRounding) << about.id;
             EXPECT_LT(*std::min_element(pair.ours.begin(), pair.ours.end()), 100) << about.id;
           });
  EXPECT_EQ(found, 11U);
}

// The example counts points of a lattice of 50 m, some 112 in a disc of 300 m. Where the side of a
// park runs along the lattice, half a row of twelve can be wrong: 0.054. Over many discs that evens
// out. Geo is exact (see surface_field_test.cpp).
TEST_F(ExampleFeatures, CoverAboutTheSharesOfGeo) {
  const auto found = each({IndicatorKind::surface_share}, [](const auto& about, const Pair& pair) {
    EXPECT_LT(pair.largest_difference(), 0.054) << about.id;
    const double theirs = std::accumulate(pair.theirs.begin(), pair.theirs.end(), 0.0);
    const double ours = std::accumulate(pair.ours.begin(), pair.ours.end(), 0.0);
    EXPECT_GT(ours / static_cast<double>(pair.ours.size()), 0.01) << about.id;
    EXPECT_NEAR(theirs / ours, 1, 0.02) << about.id;
  });
  EXPECT_EQ(found, 1U);
}

}  // namespace
}  // namespace wijkbeeld::source
