// SPDX-License-Identifier: EUPL-1.2
// Expected numbers: tests/reference/regression.R (R 4.2.2, spdep 1.2.7).
#include "stats/moran.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "stats/formula_data_test.hpp"
#include "stats/least_squares.hpp"

namespace wijkbeeld::stats {
namespace {

struct Lists {
  std::vector<std::size_t> offsets{0};
  std::vector<std::size_t> neighbours;

  void add(const std::vector<std::size_t>& list) {
    neighbours.insert(neighbours.end(), list.begin(), list.end());
    offsets.push_back(neighbours.size());
  }
  [[nodiscard]] NeighbourLists view() const { return {offsets, neighbours}; }
};

/// Six rows of ten places; those in `alone` have no neighbours.
Lists rook(const std::vector<std::size_t>& alone = {}) {
  const auto is_alone = [&](std::size_t i) { return std::ranges::count(alone, i) > 0; };
  Lists lists;
  for (std::size_t i = 0; i < 60; ++i) {
    std::vector<std::size_t> near;
    for (std::size_t j = 0; j < 60; ++j) {
      const bool is_beside = i / 10 == j / 10 && (i + 1 == j || j + 1 == i);
      const bool is_above = i + 10 == j || j + 10 == i;
      if ((is_beside || is_above) && !is_alone(i) && !is_alone(j)) near.push_back(j);
    }
    lists.add(near);
  }
  return lists;
}

void expect_moran(const Moran& found, const std::vector<double>& expected) {
  EXPECT_NEAR(found.statistic, expected[0], 1e-12);
  EXPECT_NEAR(found.expected, expected[1], 1e-14);
  EXPECT_NEAR(found.variance, expected[2], 1e-14);
  EXPECT_NEAR(found.z, expected[3], 1e-10);
  EXPECT_NEAR(found.p_greater, expected[4], 1e-11);
}

TEST(Moran, MatchesMoranTest) {
  const FormulaData d = formula_data();
  expect_moran(*moran(d.y, rook().view()),
               {-0.32385813943804342, -0.016949152542372881, 0.0094467824025996575,
                -3.1576766063222608, 0.9992048406303371});
  expect_moran(*moran(d.c, rook().view()),
               {0.21135369631404138, -0.016949152542372881, 0.0095641891144895574,
                2.3344643889082719, 0.0097857093229058237});
}

TEST(Moran, MatchesMoranTestForListsThatAreNotMutual) {
  const FormulaData d = formula_data();
  Lists behind;
  for (std::size_t i = 0; i < 60; ++i)
    behind.add({(i + 2) % 60, (i + 1) % 60});
  const auto m =
      std::get<LeastSquares>(least_squares(matrix_of({ones(60), d.a, d.b, d.c}), d.y, d.weight));
  expect_moran(*moran(m.residuals, behind.view()),
               {-0.0068941271334530358, -0.016949152542372881, 0.0078508833018281904,
                0.11348119787514181, 0.45482453435225251});
}

TEST(Moran, LeavesOutPlacesWithoutNeighbours) {
  const FormulaData d = formula_data();
  const Moran found = *moran(d.y, rook({0, 59}).view());
  EXPECT_EQ(found.places, 58U);
  EXPECT_EQ(found.isolates, 2U);
  expect_moran(found, {-0.27669112614112856, -0.017543859649122806, 0.0098320182553890429,
                       -2.613516787727733, 0.99551921595240422});
}

TEST(Moran, KeepsAPlaceThatIsOnlyInTheListOfAnother) {
  const Moran found =
      *moran(std::vector<double>{1, 2, 3, 5}, Lists{{0, 1, 2, 3, 3}, {1, 2, 3}}.view());
  EXPECT_EQ(found.places, 4U);
  // (4 / 3) x sum of z z(next) / sum of z^2, z = -1.75, -0.75, 0.25, 2.25
  EXPECT_NEAR(found.statistic, 4.0 / 3 * (1.3125 - 0.1875 + 0.5625) / 8.75, 1e-14);
}

TEST(Moran, CountsRearrangementsAsMoranMcDoes) {
  const FormulaData d = formula_data();
  const Moran found = *moran(d.c, rook().view(), {.permutations = 9999, .seed = {1}});
  // moran.mc with 99999: 0.00998, standard error of ours 0.001
  EXPECT_NEAR(*found.permutation_p, 0.00998, 0.004);
  EXPECT_EQ(found.permutations, 9999U);
}

TEST(Moran, HasAPermutationPThatDependsOnTheSeedOnly) {
  const FormulaData d = formula_data();
  const auto p = [&](std::uint64_t seed, unsigned workers) {
    const MoranSettings settings{.permutations = 499, .seed = {seed}, .workers = {workers}};
    return moran(d.a, rook().view(), settings)->permutation_p;
  };
  EXPECT_EQ(p(5, 1), p(5, 3));
  EXPECT_NE(p(5, 1), p(6, 1));
}

Lists ring_of_six() {
  Lists ring;
  for (std::size_t i = 0; i < 6; ++i)
    ring.add({(i + 1) % 6, (i + 5) % 6});
  return ring;
}

TEST(Moran, CountsArrangementsThatAreJustAsHigh) {
  // Two ones side by side is the highest there is, and 6 of 15 arrangements are like that.
  const std::vector<double> two{1, 1, 0, 0, 0, 0};
  EXPECT_NEAR(*moran(two, ring_of_six().view(), {.permutations = 1999})->permutation_p, 0.4, 0.05);
}

TEST(Moran, IsAbsentWhenNoArrangementDiffersFromAnother) {
  const std::vector<double> one{1, 0, 0, 0, 0, 0};
  EXPECT_EQ(moran(one, ring_of_six().view()), std::nullopt);
}

TEST(Moran, IsAbsentForFewPlacesOrOneValue) {
  const FormulaData d = formula_data();
  EXPECT_EQ(moran(ones(60), rook().view()), std::nullopt);
  EXPECT_EQ(moran(std::vector<double>{1, 2, 3}, Lists{{0, 1, 3, 4}, {1, 0, 2, 1}}.view()),
            std::nullopt);
  EXPECT_EQ(moran(std::vector<double>{1, 2}, Lists{{0, 0, 0}, {}}.view()), std::nullopt);
  EXPECT_EQ(moran({}, Lists{}.view()), std::nullopt);
}

}  // namespace
}  // namespace wijkbeeld::stats
