// SPDX-License-Identifier: EUPL-1.2
#include "geo/surface_field.hpp"

#include <geos_c.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/random.hpp"
#include "geo/contains.hpp"
#include "geo/detail/geos.hpp"
#include "geo/drawn_test.hpp"
#include "geo/line_field.hpp"

namespace wijkbeeld::geo {
namespace {

using std::numbers::pi;

constexpr base::Seed kSeed{3811};

// A star with so many points: jagged, and with every corner on whole decimetres.
MultiPolygon star(Point middle, double radius, int points, base::Stream& stream) {
  Ring ring;
  for (int i = 0; i < points; ++i) {
    const double angle = 2 * pi * i / points;
    const double far = radius * stream.uniform(0.4, 1);
    ring.push_back({std::round(10 * (middle.x + far * std::cos(angle))) / 10,
                    std::round(10 * (middle.y + far * std::sin(angle))) / 10});
  }
  ring.push_back(ring.front());
  return {{{ring}}};
}

std::vector<MultiPolygon> stars(std::size_t count, double spread) {
  base::Stream stream(kSeed, count);
  std::vector<MultiPolygon> shapes;
  for (std::size_t i = 0; i < count; ++i) {
    const Point middle{120000 + stream.uniform(0, spread), 487000 + stream.uniform(0, spread)};
    shapes.push_back(
        star(middle, stream.uniform(20, 700), 5 + static_cast<int>(stream.below(60)), stream));
  }
  return shapes;
}

// What GEOS says of a disc drawn with corners that is as large as the round one: along the circle
// it lies in and out by less than 4e-6 of the radius by turns.
class DiscByGeos {
 public:
  explicit DiscByGeos(const std::vector<MultiPolygon>& shapes) {
    MultiPolygon all;
    for (const MultiPolygon& shape : shapes)
      all.parts.insert(all.parts.end(), shape.parts.begin(), shape.parts.end());
    const detail::Geos::Owned given = geos_.to_geos(all);
    union_ = geos_.own(GEOSUnaryUnion_r(geos_.handle(), given.get()));
  }
  [[nodiscard]] double covered_area(Point p, double radius) const {
    const double far = radius * std::sqrt(2 * pi / (kCorners * std::sin(2 * pi / kCorners)));
    Ring ring;
    for (int i = 0; i < kCorners; ++i)
      ring.push_back({p.x + far * std::cos(2 * pi * i / kCorners),
                      p.y + far * std::sin(2 * pi * i / kCorners)});
    ring.push_back(ring.front());
    const detail::Geos::Owned disc = geos_.to_geos({{{ring}}});
    return geos_.area(
        geos_.own(GEOSIntersection_r(geos_.handle(), union_.get(), disc.get())).get());
  }

 private:
  static constexpr int kCorners = 1024;
  detail::Geos geos_;
  detail::Geos::Owned union_ = geos_.own(nullptr);
};

TEST(SurfaceField, IsAtDistanceZeroInsideAndOnTheBorder) {
  const SurfaceField field(std::vector{drawn::square(0, 0, 100)});
  EXPECT_EQ(field.nearest({50, 50}, 1000), 0);
  EXPECT_EQ(field.nearest({100, 50}, 1000), 0);
  EXPECT_EQ(field.nearest({0, 0}, 1000), 0);
  EXPECT_EQ(field.nearest({130, 140}, 1000), 50);
  EXPECT_EQ(field.nearest({130, 140}, 20), 20);
}

TEST(SurfaceField, OfNothingCoversNothing) {
  const SurfaceField none(std::vector<MultiPolygon>{{}});
  EXPECT_EQ(none.nearest({0, 0}, 70), 70);
  EXPECT_EQ(none.covered_share({0, 0}, 70), 0);
  EXPECT_FALSE(none.covers({0, 0}));
}

TEST(SurfaceField, HasHoles) {
  const SurfaceField field(std::vector{drawn::frame(0, 0, 300)});
  EXPECT_EQ(field.nearest({150, 150}, 1000), 50) << "from the middle of the hole";
  EXPECT_NEAR(field.covered_area({150, 150}, 1000), 300 * 300 - 100 * 100, 1e-6);
  EXPECT_EQ(field.covered_area({150, 150}, 40), 0) << "a disc inside the hole";
}

TEST(SurfaceField, CoversADiscThatLiesInside) {
  const SurfaceField field(std::vector{drawn::square(0, 0, 1000)});
  EXPECT_DOUBLE_EQ(field.covered_share({500, 500}, 100), 1);
  EXPECT_DOUBLE_EQ(field.covered_share({500, 500}, 500), 1) << "all four sides touch the circle";
  EXPECT_EQ(field.covered_share({-500, 500}, 500), 0) << "one side touches it from outside";
}

// Half a disc, a quarter, and a circular segment: r^2 acos(d/r) - d sqrt(r^2 - d^2).
TEST(SurfaceField, AgreesWithTheFormulasOfSchool) {
  const SurfaceField field(std::vector{drawn::square(0, 0, 1000)});
  EXPECT_NEAR(field.covered_share({0, 500}, 200), 0.5, 1e-12);
  EXPECT_NEAR(field.covered_share({0, 0}, 200), 0.25, 1e-12);
  EXPECT_NEAR(field.covered_share({1000, 1000}, 200), 0.25, 1e-12);
  EXPECT_NEAR(field.covered_area({-120, 500}, 200), 40000 * std::acos(0.6) - 120 * 160, 1e-6);
  EXPECT_NEAR(field.covered_area({500, 500}, 1000), 1e6, 1e-6) << "the whole square";
}

TEST(SurfaceField, CountsOnceWhatOverlaps) {
  const std::vector<MultiPolygon> shapes{drawn::square(0, 0, 100), drawn::square(50, 0, 100),
                                         drawn::square(0, 0, 100)};
  const SurfaceField field(shapes);
  EXPECT_NEAR(field.covered_area({75, 50}, 1000), 150 * 100, 1e-6);
  EXPECT_NEAR(field.covered_share({75, 50}, 40), 1, 1e-12);
  EXPECT_EQ(field.mended(), 0U);
}

TEST(SurfaceField, MendsWhatCrossesItself) {
  const MultiPolygon bow_tie{{{{{0, 0}, {100, 100}, {100, 0}, {0, 100}, {0, 0}}}}};
  const MultiPolygon no_ring{{{{{0, 0}, {1, 1}}}}};
  const SurfaceField field(std::vector{bow_tie, no_ring, drawn::square(500, 0, 10)});
  EXPECT_EQ(field.mended(), 2U);
  EXPECT_NEAR(field.covered_area({50, 50}, 200), 5000, 1e-6);
  EXPECT_TRUE(field.covers({10, 50}));
  EXPECT_FALSE(field.covers({50, 10}));
}

TEST(SurfaceField, DoesNotCareWhichWayRingsRun) {
  MultiPolygon shape = drawn::frame(0, 0, 300);
  shape.parts[0].outer = drawn::reversed(shape.parts[0].outer);
  shape.parts[0].holes[0] = drawn::reversed(shape.parts[0].holes[0]);
  EXPECT_NEAR(SurfaceField(std::vector{shape}).covered_area({10, 20}, 90),
              SurfaceField(std::vector{drawn::frame(0, 0, 300)}).covered_area({10, 20}, 90), 1e-9);
}

TEST(SurfaceField, CoversWhatOneOfItsShapesContains) {
  const std::vector<MultiPolygon> shapes = stars(40, 4000);
  const SurfaceField field(shapes);
  base::Stream stream(kSeed, 2);
  std::size_t covered = 0;
  for (int i = 0; i < 3000; ++i) {
    const Point p{119000 + stream.uniform(0, 6000), 486000 + stream.uniform(0, 6000)};
    const bool expected = std::any_of(shapes.begin(), shapes.end(),
                                      [&](const MultiPolygon& s) { return contains(s, p); });
    EXPECT_EQ(field.covers(p), expected) << "seed " << kSeed.value << " x " << p.x << " y " << p.y;
    covered += expected ? 1U : 0U;
  }
  EXPECT_GT(covered, 300U);
}

TEST(SurfaceField, IsAsFarAsTheNearestOutline) {
  const std::vector<MultiPolygon> shapes = stars(25, 5000);
  std::vector<Line> outlines;
  for (const MultiPolygon& shape : shapes)
    outlines.push_back(shape.parts[0].outer);
  const SurfaceField field(shapes);
  const LineField lines(outlines);
  base::Stream stream(kSeed, 3);
  for (int i = 0; i < 1000; ++i) {
    const Point p{117000 + stream.uniform(0, 11000), 484000 + stream.uniform(0, 11000)};
    const double expected = field.covers(p) ? 0 : lines.nearest(p, 1500);
    EXPECT_NEAR(field.nearest(p, 1500), expected, 1e-6) << "seed " << kSeed.value;
  }
}

// Stars that overlap, measured on whole metres, with radii from the Leefbaarometer's to large ones.
TEST(SurfaceField, AgreesWithGeosOnDiscsOfManyCorners) {
  const std::vector<MultiPolygon> shapes = stars(30, 3000);
  const SurfaceField field(shapes);
  const DiscByGeos geos(shapes);
  base::Stream stream(kSeed, 4);
  double partly = 0;
  for (int i = 0; i < 120; ++i) {
    const Point p{std::round(119500 + stream.uniform(0, 4000)),
                  std::round(486500 + stream.uniform(0, 4000))};
    for (const double radius : {50.0, 200.0, 500.0, 1000.0}) {
      const double share = field.covered_share(p, radius);
      EXPECT_NEAR(share, geos.covered_area(p, radius) / (pi * radius * radius), 1e-6)
          << "seed " << kSeed.value << " x " << p.x << " y " << p.y << " radius " << radius;
      partly += share > 0.01 && share < 0.99 ? 1 : 0;
    }
  }
  EXPECT_GT(partly, 200);
}

// Squares in the raster of the cells: corners and sides meet the circle exactly, time and again.
TEST(SurfaceField, KeepsOnWhereOutlinesTouchTheCircle) {
  std::vector<MultiPolygon> shapes;
  for (int column = 0; column < 6; ++column)
    for (int row = 0; row < 6; ++row)
      if ((column * 7 + row * 5) % 3 != 0)
        shapes.push_back(drawn::square(100 * column, 100 * row, 100));
  const SurfaceField field(shapes);
  const DiscByGeos geos(shapes);
  for (double x = -100; x <= 700; x += 50)
    for (double y = -100; y <= 700; y += 50)
      for (const double radius : {50.0, 100.0, 250.0})
        EXPECT_NEAR(field.covered_share({x, y}, radius),
                    geos.covered_area({x, y}, radius) / (pi * radius * radius), 1e-6)
            << "x " << x << " y " << y << " radius " << radius;
}

TEST(SurfaceField, GivesTheSameForAnyNumberOfWorkers) {
  const std::vector<MultiPolygon> shapes = stars(60, 9000);
  const SurfaceField one(shapes, {1});
  const SurfaceField four(shapes, {4});
  std::vector<Point> at;
  for (int i = 0; i < 5000; ++i)
    at.push_back({119000.0 + 2 * i, 487000.0 + i});
  EXPECT_EQ(covered_shares(at, one, 300, {1}), covered_shares(at, four, 300, {4}));
  EXPECT_EQ(nearest_distances(at, one, 800, {1}), nearest_distances(at, four, 800, {4}));
  EXPECT_EQ(covered_shares(at, one, 300, {3})[77], one.covered_share(at[77], 300));
}

}  // namespace
}  // namespace wijkbeeld::geo
