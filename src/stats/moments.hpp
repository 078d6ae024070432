// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "base/parallel.hpp"
#include "stats/matrix.hpp"

namespace wijkbeeld::stats {

/// Rows to fit on: columns x, an outcome y and a weight for each row. Borrowed, not owned; x must
/// outlive it. No weights means a weight of 1 for every row. All numbers are finite, weights are
/// not negative; a row of weight 0 counts as a row and does nothing else.
struct WeightedRows {
  const Matrix& x;
  std::span<const double> y;
  std::span<const double> weights;
};

/// The mean of each column of x and, last, of the outcome: a point near which sums of squares lose
/// no digits. Absent rows or weights give zeros.
std::vector<double> provisional_centre(const WeightedRows& rows);

/// All that a weighted linear fit needs to know of its rows: how many there are, the sum of the
/// weights W, the sums X'W1 and y'W1 and the cross products X'WX, X'Wy and y'Wy, all taken about a
/// common provisional centre (Chan, Golub and LeVeque 1983, "Algorithms for computing the sample
/// variance", The American Statistician 37, p. 242-247: a shift near the mean keeps the digits that
/// the textbook formula loses).
///
/// Moments about the same centre add up and can be multiplied, so the moments of a fold, a cluster
/// or a bootstrap replicate are a combination of the moments of its parts.
///
/// Columns are numbered from 0; the number columns() means the outcome.
class Moments {
 public:
  /// Of no rows and no columns; takes the shape of whatever is added first.
  Moments() = default;
  /// Of no rows yet, about this centre (one number per column and one for the outcome).
  explicit Moments(std::vector<double> centre);
  /// From stored parts: as `numbers` gives them.
  Moments(std::vector<double> centre, std::vector<double> numbers);

  [[nodiscard]] std::size_t columns() const;
  /// The number of rows, each counted as often as its part was added.
  [[nodiscard]] double rows() const;
  /// The sum of the weights.
  [[nodiscard]] double weight() const;
  /// Weighted mean; the weight must be positive, here and below.
  [[nodiscard]] double mean(std::size_t column) const;
  /// Sum of w (a - mean a)(b - mean b) of two columns.
  [[nodiscard]] double cross(std::size_t a, std::size_t b) const;
  /// cross(a, b) divided by the sum of the weights: R's cov.wt(method = "ML").
  [[nodiscard]] double covariance(std::size_t a, std::size_t b) const;
  /// False for a column that is constant as far as rounding can tell: its spread is less than a
  /// millionth of its distance to the centre, or less than 1e-12 of its mean.
  [[nodiscard]] bool varies(std::size_t column) const;
  /// Moments of these columns only, in this order, with the same outcome.
  [[nodiscard]] Moments subset(std::span<const std::size_t> columns) const;

  /// Adds the rows of `other` `factor` times; the factor may be a fraction, and negative to take
  /// rows out again (adding what remains is more exact). Both must have the same centre.
  Moments& add(const Moments& other, double factor = 1);
  /// The same from a stored part: what `numbers` of moments about the same centre gives.
  Moments& add(std::span<const double> numbers, double factor);

  [[nodiscard]] const std::vector<double>& centre() const { return centre_; }
  /// The number of rows, then the lower triangle of (1, x, y)'W(1, x, y) about the centre, column
  /// after column.
  [[nodiscard]] std::span<const double> numbers() const { return numbers_; }
  /// How many numbers that are for so many columns.
  static std::size_t size(std::size_t columns);

 private:
  [[nodiscard]] std::size_t place(std::size_t row, std::size_t column) const;

  std::vector<double> centre_;
  std::vector<double> numbers_;
};

/// The moments of all rows. Rows are taken in fixed blocks, so the bytes do not depend on the
/// number of workers.
Moments moments(const WeightedRows& rows, std::vector<double> centre, base::Workers workers = {1});
Moments moments(const WeightedRows& rows, base::Workers workers = {1});

/// The moments of each group of rows (a cluster, a fold), about one centre, in one block of memory:
/// 8 (p + 2)(p + 3) / 2 bytes per group for p columns.
class ClusterMoments {
 public:
  /// `cluster_of_row` names the group of each row: a number below `clusters`. A group may be empty.
  ClusterMoments(const WeightedRows& rows, std::span<const std::size_t> cluster_of_row,
                 std::size_t clusters, std::vector<double> centre, base::Workers workers = {1});
  ClusterMoments(const WeightedRows& rows, std::span<const std::size_t> cluster_of_row,
                 std::size_t clusters, base::Workers workers = {1});

  [[nodiscard]] std::size_t size() const { return clusters_; }
  [[nodiscard]] std::size_t columns() const { return centre_.size() - 1; }
  [[nodiscard]] const std::vector<double>& centre() const { return centre_; }
  /// The moments of one group.
  [[nodiscard]] Moments part(std::size_t cluster) const;
  /// Each group as many times as its multiplicity says (fractions allowed): a bootstrap replicate,
  /// a half sample, all but one fold. Groups of multiplicity 0 cost nothing.
  [[nodiscard]] Moments combined(std::span<const double> multiplicities) const;
  [[nodiscard]] Moments total() const;

 private:
  [[nodiscard]] std::span<const double> numbers(std::size_t cluster) const;

  std::size_t clusters_ = 0;
  std::vector<double> centre_;
  std::vector<double> numbers_;
};

}  // namespace wijkbeeld::stats
