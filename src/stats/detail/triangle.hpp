// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <vector>

#include "base/parallel.hpp"
#include "stats/matrix.hpp"
#include "stats/no_fit.hpp"

namespace wijkbeeld::stats::detail {

/// What stands beside the columns when they are made triangular.
struct Beside {
  bool has_constant = false;             ///< a column of ones in front
  std::span<const double> outcome = {};  ///< a last column, when not empty
};

/// The upper triangle R with R'R = M'WM, M the columns and what stands beside them, W the weights.
/// Householder QR of fixed blocks of rows, each on top of the triangle so far: as accurate as QR
/// of the whole, and the same on any number of workers.
Matrix triangle(const Matrix& columns, std::span<const double> weights, const Beside& beside,
                base::Workers workers);

/// Which columns of a matrix with at least as many rows as columns (such as a triangle) depend on
/// others: QR with column pivoting of the columns brought to length 1.
std::vector<Dependence> dependences(const Matrix& columns);

/// The inverse of an upper triangle of full rank.
Matrix inverse_triangle(const Matrix& triangle);

/// The columns of a matrix that are named, in that order, as an upper triangle again.
Matrix triangle_of_some(const Matrix& triangle, std::span<const std::size_t> columns);

/// Rows and columns from `from` up to, but not including, `to`.
Matrix square(const Matrix& matrix, std::size_t from, std::size_t to);

}  // namespace wijkbeeld::stats::detail
