// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>

#include "base/random.hpp"
#include "stats/matrix.hpp"

namespace wijkbeeld::stats {

/// Draws from the multivariate normal distribution with mean 0 and a given covariance.
///
/// x = L e, with e standard normal and L L' the covariance: a Cholesky factor with pivots (Higham
/// 2002, Accuracy and Stability of Numerical Algorithms, 10.3), so that a covariance that is only
/// semidefinite (a coefficient that is always 0, fewer replications than coefficients) is as good
/// as any other. What is left below 1e-12 of the largest variance counts as nothing.
class NormalVector {
 public:
  /// A symmetric matrix without negative eigenvalues; only its lower half is read.
  explicit NormalVector(const Matrix& covariance);

  [[nodiscard]] std::size_t size() const { return factor_.rows(); }
  /// How many independent normals make a vector: the rank of the covariance.
  [[nodiscard]] std::size_t rank() const { return factor_.columns(); }
  /// Fills `into` (size() long) with the next rank() normals of the stream.
  void draw(base::Stream& stream, std::span<double> into) const;

 private:
  Matrix factor_;
};

}  // namespace wijkbeeld::stats
