// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cmath>
#include <span>

namespace wijkbeeld::stats {

/// The one summation routine of the house: compensated summation after Neumaier (1974,
/// "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", ZAMM 54, p. 39-51).
/// The error does not grow with the number of terms, so that a sum does not depend visibly on
/// their order.
class Sum {
 public:
  Sum& add(double x) {
    const double t = sum_ + x;
    compensation_ += std::abs(sum_) >= std::abs(x) ? (sum_ - t) + x : (x - t) + sum_;
    sum_ = t;
    return *this;
  }
  [[nodiscard]] double value() const { return sum_ + compensation_; }

 private:
  double sum_ = 0;
  double compensation_ = 0;
};

/// The sum of the numbers; 0 for none.
double sum(std::span<const double> xs);

}  // namespace wijkbeeld::stats
