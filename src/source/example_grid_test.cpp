// SPDX-License-Identifier: EUPL-1.2
#include "source/example_grid.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "source/example_features.hpp"

namespace wijkbeeld::source {
namespace {

const ExampleGrid kGrid{40, 30, 20000, 552000};

TEST(ExampleGrid, NamesACellAfterItsSouthWestCorner) {
  EXPECT_EQ(kGrid.code(0), "E0200N5520");
  EXPECT_EQ(kGrid.code(41), "E0201N5521");
  EXPECT_EQ(kGrid.cell_at(kGrid.centre(777)), 777U);
}

TEST(Neighbours, AreFewerAtTheEdge) {
  EXPECT_EQ(neighbours_of(kGrid, 0).sides, 2U);
  EXPECT_EQ(neighbours_of(kGrid, 0).count, 3U);
  EXPECT_EQ(neighbours_of(kGrid, 45).count, 8U);
}

TEST(Field, IsTheSameForTheSameSeedAndAnotherForAnother) {
  const Field a({7}, 1, kGrid, 900, 3);
  const Field b({7}, 1, kGrid, 900, 3);
  const Field c({8}, 1, kGrid, 900, 3);
  const geo::Point p = kGrid.centre(613);
  EXPECT_EQ(a.at(p), b.at(p));
  EXPECT_NE(a.at(p), c.at(p));
}

TEST(Field, ChangesLittleOverShortDistances) {
  const Field field({7}, 1, kGrid, 2000, 2);
  for (std::size_t cell = 0; cell + 1 < kGrid.columns; ++cell)
    EXPECT_LT(std::abs(field.at(kGrid.centre(cell)) - field.at(kGrid.centre(cell + 1))), 0.7);
}

TEST(Standardise, GivesMeanZeroAndDeviationOne) {
  std::vector<double> values = {1, 2, 3, 4};
  standardise(values);
  EXPECT_NEAR(values[0] + values[1] + values[2] + values[3], 0, 1e-12);
  EXPECT_NEAR(values[3], 1.5 / std::sqrt(1.25), 1e-12);
  std::vector<double> equal = {5, 5};
  standardise(equal);
  EXPECT_EQ(equal[0], 0);
}

TEST(Distance, IsZeroInsideASurfaceAndMeasuredToTheEdgeOutside) {
  const geo::Ring square = {{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}};
  EXPECT_EQ(distance_to_surface({5, 5}, square), 0);
  EXPECT_EQ(distance_to_surface({13, 14}, square), 5);
  EXPECT_EQ(distance_to_line({5, 5}, square), 5);
}

TEST(PointGrid, AgreesWithLookingAtEveryPoint) {
  base::Stream stream({3}, 1);
  std::vector<geo::Point> points;
  for (int i = 0; i < 300; ++i)
    points.push_back({stream.uniform(0, 9000), stream.uniform(0, 7000)});
  const PointGrid grid(points);
  for (int i = 0; i < 200; ++i) {
    const geo::Point p{stream.uniform(-3000, 12000), stream.uniform(-3000, 10000)};
    double nearest = 15000;
    std::size_t count = 0;
    for (const geo::Point& q : points) {
      nearest = std::min(nearest, distance(p, q));
      count += distance(p, q) <= 1000 ? 1U : 0U;
    }
    EXPECT_EQ(grid.nearest(p, 15000), nearest);
    EXPECT_EQ(grid.count(p, 1000), count);
  }
}

TEST(PointGrid, WithoutPointsHasNoneNear) {
  const PointGrid grid({});
  EXPECT_EQ(grid.nearest({5, 5}, 800), 800);
  EXPECT_EQ(grid.count({5, 5}, 800), 0U);
}

TEST(Distances, ToLinesAreCappedAndExactBelowTheCap) {
  const geo::Line line = {{20500, 552500}, {22000, 553300}};
  const std::vector<double> distances =
      distances_to_lines(kGrid, std::vector<geo::Line>{line}, 600);
  for (std::size_t cell = 0; cell < kGrid.size(); ++cell)
    EXPECT_EQ(distances[cell], std::min(600.0, distance_to_line(kGrid.centre(cell), line)));
}

TEST(CoveredShares, AreZeroOneAndAboutTheTruthBetween) {
  ExampleCells cells;
  cells.at = {5 * 40 + 5, 5 * 40 + 30, 5 * 40 + 14};
  const geo::Ring west = {
      {20000, 552000}, {21450, 552000}, {21450, 555000}, {20000, 555000}, {20000, 552000}};
  const std::vector<double> shares =
      covered_shares(kGrid, cells, std::vector<geo::Ring>{west}, 300);
  EXPECT_EQ(shares[0], 1);
  EXPECT_EQ(shares[1], 0);
  EXPECT_NEAR(shares[2], 0.5, 0.01);  // the edge runs through the middle of the circle
}

}  // namespace
}  // namespace wijkbeeld::source
