// SPDX-License-Identifier: EUPL-1.2
#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <vector>

#include "base/ensure.hpp"
#include "stats/detail/triangle.hpp"

namespace wijkbeeld::stats::detail {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr std::size_t kRowsAtOnce = 256;
constexpr std::size_t kRowsPerBlock = 8192;
/// The part of its length that a column keeps beside the others, below which it depends on them.
constexpr double kDependentBelow = 1e-7;
/// A column takes part in a dependence when it carries at least this part of the largest one.
constexpr double kTakesPart = 1e-6;

Index signed_of(std::size_t n) {
  return static_cast<Index>(n);
}

Matrix from_eigen(const MatrixXd& m) {
  Matrix result(static_cast<std::size_t>(m.rows()), static_cast<std::size_t>(m.cols()));
  std::copy(m.data(), m.data() + m.size(), result.numbers().begin());
  return result;
}

Eigen::Map<const MatrixXd> to_eigen(const Matrix& m) {
  return {m.numbers().data(), signed_of(m.rows()), signed_of(m.columns())};
}

/// A triangle that takes in rows.
class Growing {
 public:
  explicit Growing(Index columns)
      : triangle_(MatrixXd::Zero(columns, columns)),
        stacked_(columns + signed_of(kRowsAtOnce), columns) {}

  [[nodiscard]] const MatrixXd& triangle() const { return triangle_; }

  template <class Rows>
  void take(const Rows& rows) {
    const Index p = triangle_.cols();
    stacked_.topRows(p) = triangle_;
    stacked_.middleRows(p, rows.rows()) = rows;
    Eigen::Ref<MatrixXd> used = stacked_.topRows(p + rows.rows());
    const Eigen::HouseholderQR<Eigen::Ref<MatrixXd>> qr(used);
    triangle_ = used.topRows(p).template triangularView<Eigen::Upper>();
  }

 private:
  MatrixXd triangle_;
  MatrixXd stacked_;
};

MatrixXd weighted_rows(const Matrix& columns, std::span<const double> weights, const Beside& beside,
                       std::size_t begin, std::size_t end) {
  const Index count = signed_of(end - begin);
  const Index first = beside.has_constant ? 1 : 0;
  const Index last = beside.outcome.empty() ? 0 : 1;
  MatrixXd rows(count, first + signed_of(columns.columns()) + last);
  if (first == 1) rows.col(0).setOnes();
  rows.middleCols(first, signed_of(columns.columns())) =
      to_eigen(columns).middleRows(signed_of(begin), count);
  if (last == 1)
    rows.rightCols(1) =
        Eigen::Map<const VectorXd>(beside.outcome.subspan(begin, end - begin).data(), count);
  const Eigen::Map<const VectorXd> w(weights.subspan(begin, end - begin).data(), count);
  return w.cwiseSqrt().asDiagonal() * rows;
}

/// Vectors that give zero when the (scaled) columns are added up by them.
MatrixXd null_vectors(const Eigen::ColPivHouseholderQR<MatrixXd>& qr) {
  const Index p = qr.matrixQR().cols();
  const Index rank = qr.rank();
  MatrixXd pivoted = MatrixXd::Identity(p, p).rightCols(p - rank);
  pivoted.topRows(rank) = -qr.matrixQR()
                               .topLeftCorner(rank, rank)
                               .triangularView<Eigen::Upper>()
                               .solve(qr.matrixQR().topRightCorner(rank, p - rank));
  return qr.colsPermutation() * pivoted;
}

Dependence dependence(const VectorXd& vector, Index column) {
  Dependence result{static_cast<std::size_t>(column), {}};
  const double least = kTakesPart * vector.cwiseAbs().maxCoeff();
  for (Index j = 0; j < column; ++j)
    if (std::abs(vector(j)) > least) result.on.push_back(static_cast<std::size_t>(j));
  return result;
}

/// Combines the vectors so that each ends in a column of its own, in which the others are zero:
/// the last column of a dependence is then the one to name.
std::vector<Dependence> last_columns(MatrixXd vectors) {
  std::vector<Dependence> result;
  Index done = 0;
  for (Index row = vectors.rows() - 1; row >= 0 && done < vectors.cols(); --row) {
    Index at = 0;
    const double largest = vectors.row(row).tail(vectors.cols() - done).cwiseAbs().maxCoeff(&at);
    if (largest <= kTakesPart) continue;
    vectors.col(done).swap(vectors.col(done + at));
    const VectorXd pivot = vectors.col(done) / vectors(row, done);
    for (Index j = 0; j < vectors.cols(); ++j)
      if (j != done) vectors.col(j) -= vectors(row, j) * pivot;
    for (Index j = done + 1; j < vectors.cols(); ++j)
      vectors.col(j) /= vectors.col(j).cwiseAbs().maxCoeff();
    vectors.col(done) = pivot;
    result.push_back({static_cast<std::size_t>(row), {}});
    ++done;
  }
  for (std::size_t k = 0; k < result.size(); ++k)
    result[k] = dependence(vectors.col(signed_of(k)), signed_of(result[k].column));
  std::ranges::sort(result, {}, &Dependence::column);
  return result;
}

}  // namespace

Matrix triangle(const Matrix& columns, std::span<const double> weights, const Beside& beside,
                base::Workers workers) {
  const std::size_t n = columns.rows();
  const Index q = signed_of(columns.columns()) + (beside.has_constant ? 1 : 0) +
                  (beside.outcome.empty() ? 0 : 1);
  std::vector<MatrixXd> parts((n + kRowsPerBlock - 1) / kRowsPerBlock);
  base::for_blocks(n, kRowsPerBlock, workers, [&](std::size_t begin, std::size_t end) {
    Growing part(q);
    for (std::size_t i = begin; i < end; i += kRowsAtOnce)
      part.take(weighted_rows(columns, weights, beside, i, std::min(end, i + kRowsAtOnce)));
    parts[begin / kRowsPerBlock] = part.triangle();
  });
  MatrixXd whole = MatrixXd::Zero(q, q);
  for (const MatrixXd& part : parts) {
    MatrixXd stacked(2 * q, q);
    stacked << whole, part;
    const Eigen::HouseholderQR<Eigen::Ref<MatrixXd>> qr(stacked);
    whole = stacked.topRows(q).triangularView<Eigen::Upper>();
  }
  return from_eigen(whole);
}

std::vector<Dependence> dependences(const Matrix& columns) {
  if (columns.columns() == 0) return {};
  MatrixXd scaled = to_eigen(columns);
  for (Index j = 0; j < scaled.cols(); ++j) {
    const double length = scaled.col(j).stableNorm();
    if (length > 0) scaled.col(j) /= length;
  }
  Eigen::ColPivHouseholderQR<MatrixXd> qr(scaled.rows(), scaled.cols());
  qr.setThreshold(kDependentBelow);
  qr.compute(scaled);
  if (qr.rank() == scaled.cols()) return {};
  return last_columns(null_vectors(qr));
}

Matrix inverse_triangle(const Matrix& triangle) {
  const Index p = signed_of(triangle.columns());
  return from_eigen(
      to_eigen(triangle).triangularView<Eigen::Upper>().solve(MatrixXd::Identity(p, p)));
}

Matrix triangle_of_some(const Matrix& triangle, std::span<const std::size_t> columns) {
  MatrixXd some(signed_of(triangle.rows()), signed_of(columns.size()));
  for (std::size_t j = 0; j < columns.size(); ++j)
    some.col(signed_of(j)) = to_eigen(triangle).col(signed_of(columns[j]));
  const Eigen::HouseholderQR<Eigen::Ref<MatrixXd>> qr(some);
  const MatrixXd upper = some.topRows(some.cols()).triangularView<Eigen::Upper>();
  return from_eigen(upper);
}

Matrix square(const Matrix& matrix, std::size_t from, std::size_t to) {
  base::ensure(from <= to && to <= matrix.rows() && to <= matrix.columns(),
               "a square lies within its matrix");
  const Index size = signed_of(to - from);
  return from_eigen(to_eigen(matrix).block(signed_of(from), signed_of(from), size, size));
}

}  // namespace wijkbeeld::stats::detail
