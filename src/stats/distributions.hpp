// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace wijkbeeld::stats {

/// Probabilities and quantiles, computed in double precision by Boost.Math. Arguments are finite;
/// degrees of freedom are positive and need not be whole; a probability for a quantile lies
/// strictly between 0 and 1. Relative error below 1e-12 but for the far tails.

/// P(Z <= z) of the standard normal.
double normal_cdf(double z);
/// P(Z > z), accurate where it is tiny.
double normal_upper_tail(double z);
/// The z with P(Z <= z) = probability.
double normal_quantile(double probability);

/// P(T <= t) of Student's t.
double student_t_cdf(double t, double degrees_of_freedom);
/// The t with P(T <= t) = probability.
double student_t_quantile(double probability, double degrees_of_freedom);
/// P(|T| > |t|): the two-sided p of a coefficient.
double student_t_two_sided(double t, double degrees_of_freedom);

/// P(X > x) of chi-squared; 1 for x <= 0.
double chi_squared_upper_tail(double x, double degrees_of_freedom);

/// P(F > f) of Fisher's F; 1 for f <= 0.
double f_upper_tail(double f, double numerator_degrees, double denominator_degrees);

}  // namespace wijkbeeld::stats
