// SPDX-License-Identifier: EUPL-1.2
#include "stats/distributions.hpp"

#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <numbers>

#include "base/ensure.hpp"

namespace wijkbeeld::stats {
namespace {

// Double all the way: long double has another width on other machines.
using Policy = boost::math::policies::policy<boost::math::policies::promote_double<false>>;

void ensure_probability(double probability) {
  base::ensure(probability > 0 && probability < 1, "a probability lies between 0 and 1");
}

}  // namespace

double normal_cdf(double z) {
  return normal_upper_tail(-z);
}

double normal_upper_tail(double z) {
  return boost::math::erfc(z / std::numbers::sqrt2, Policy()) / 2;
}

double normal_quantile(double probability) {
  ensure_probability(probability);
  return -std::numbers::sqrt2 * boost::math::erfc_inv(2 * probability, Policy());
}

double student_t_cdf(double t, double degrees_of_freedom) {
  base::ensure(degrees_of_freedom > 0, "degrees of freedom are positive");
  return cdf(boost::math::students_t_distribution<double, Policy>(degrees_of_freedom), t);
}

double student_t_quantile(double probability, double degrees_of_freedom) {
  ensure_probability(probability);
  base::ensure(degrees_of_freedom > 0, "degrees of freedom are positive");
  return quantile(boost::math::students_t_distribution<double, Policy>(degrees_of_freedom),
                  probability);
}

double student_t_two_sided(double t, double degrees_of_freedom) {
  return 2 * student_t_cdf(-std::abs(t), degrees_of_freedom);
}

double chi_squared_upper_tail(double x, double degrees_of_freedom) {
  base::ensure(degrees_of_freedom > 0, "degrees of freedom are positive");
  if (x <= 0) return 1;
  return boost::math::gamma_q(degrees_of_freedom / 2, x / 2, Policy());
}

double f_upper_tail(double f, double numerator_degrees, double denominator_degrees) {
  base::ensure(numerator_degrees > 0 && denominator_degrees > 0, "degrees of freedom are positive");
  if (f <= 0) return 1;
  const double x = denominator_degrees / (denominator_degrees + numerator_degrees * f);
  return boost::math::ibeta(denominator_degrees / 2, numerator_degrees / 2, x, Policy());
}

}  // namespace wijkbeeld::stats
