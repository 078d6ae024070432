// SPDX-License-Identifier: EUPL-1.2
// Expected numbers: tests/reference/regression.R (R 4.2.2).
#include "stats/distributions.hpp"

#include <gtest/gtest.h>

#include "stats/near_test.hpp"

namespace wijkbeeld::stats {
namespace {

TEST(Normal, MatchesR) {
  const std::vector<double> below{normal_cdf(-37), normal_cdf(-8),  normal_cdf(-1.96),
                                  normal_cdf(0),   normal_cdf(0.5), normal_cdf(3)};
  EXPECT_TRUE(are_near(below,
                       {5.7255712225245771e-300, 6.2209605742717849e-16, 0.024997895148220428, 0.5,
                        0.69146246127401301, 0.9986501019683699},
                       1e-12));
  EXPECT_TRUE(are_near(std::vector<double>{normal_upper_tail(1), normal_upper_tail(10)},
                       {0.15865525393145705, 7.6198530241605269e-24}, 1e-13));
  const std::vector<double> quantiles{normal_quantile(1e-300), normal_quantile(1e-10),
                                      normal_quantile(0.025), normal_quantile(0.5),
                                      normal_quantile(0.975)};
  EXPECT_TRUE(are_near(
      quantiles,
      {-37.047096299361201, -6.3613409024040557, -1.9599639845400538, 0, 1.9599639845400536},
      1e-13));
}

TEST(StudentT, MatchesR) {
  const std::vector<double> below{student_t_cdf(-2, 3), student_t_cdf(1.5, 12.5),
                                  student_t_cdf(40, 2), student_t_cdf(-30, 50)};
  EXPECT_TRUE(are_near(
      below,
      {0.069662984279421566, 0.92077870650517513, 0.99968779266390762, 6.190011397993646e-34},
      1e-12));
  const std::vector<double> quantiles{student_t_quantile(0.975, 3),
                                      student_t_quantile(0.975, 67000), student_t_quantile(1e-8, 5),
                                      student_t_quantile(0.5, 4)};
  EXPECT_TRUE(
      are_near(quantiles, {3.1824463052837078, 1.9599993922021091, -62.404506110967276, 0}, 1e-12));
  EXPECT_NEAR(student_t_two_sided(2, 3), 2 * 0.069662984279421566, 1e-14);
  EXPECT_NEAR(student_t_two_sided(-2, 3), 2 * 0.069662984279421566, 1e-14);
}

TEST(ChiSquared, MatchesR) {
  const std::vector<double> above{chi_squared_upper_tail(3.84, 1), chi_squared_upper_tail(100, 30),
                                  chi_squared_upper_tail(0.01, 4)};
  EXPECT_TRUE(
      are_near(above, {0.050043521248705224, 1.8568023365102387e-09, 0.99998754158864567}, 1e-12));
  EXPECT_EQ(chi_squared_upper_tail(0, 3), 1.0);
}

TEST(FisherF, MatchesR) {
  const std::vector<double> above{f_upper_tail(4, 2, 10), f_upper_tail(50, 5, 60),
                                  f_upper_tail(0.2, 7, 3.5)};
  EXPECT_TRUE(
      are_near(above, {0.052922149401344654, 3.8653715550944283e-20, 0.96600372168743087}, 1e-12));
  EXPECT_EQ(f_upper_tail(-1, 2, 2), 1.0);
}

TEST(Quantiles, AreTheInverseOfProbabilities) {
  for (int k = 1; k < 100; ++k) {
    const double p = k / 100.0;
    EXPECT_NEAR(normal_cdf(normal_quantile(p)), p, 1e-14);
    EXPECT_NEAR(student_t_cdf(student_t_quantile(p, 7.5), 7.5), p, 1e-13);
  }
}

}  // namespace
}  // namespace wijkbeeld::stats
