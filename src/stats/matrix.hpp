// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "base/ensure.hpp"

namespace wijkbeeld::stats {

/// A dense matrix that owns its numbers, column after column: a column is a span, which is how
/// indicators are made and read. Starts as zeros.
class Matrix {
 public:
  Matrix() = default;
  Matrix(std::size_t rows, std::size_t columns)
      : rows_(rows), columns_(columns), numbers_(rows * columns) {}

  [[nodiscard]] std::size_t rows() const { return rows_; }
  [[nodiscard]] std::size_t columns() const { return columns_; }
  [[nodiscard]] double& at(std::size_t row, std::size_t column) {
    return numbers_[column * rows_ + row];
  }
  [[nodiscard]] double at(std::size_t row, std::size_t column) const {
    return numbers_[column * rows_ + row];
  }
  [[nodiscard]] std::span<double> column(std::size_t column) {
    base::ensure(column < columns_, "a matrix has that column");
    return {numbers_.data() + column * rows_, rows_};
  }
  [[nodiscard]] std::span<const double> column(std::size_t column) const {
    base::ensure(column < columns_, "a matrix has that column");
    return {numbers_.data() + column * rows_, rows_};
  }
  /// All numbers, column after column.
  [[nodiscard]] std::span<double> numbers() { return numbers_; }
  [[nodiscard]] std::span<const double> numbers() const { return numbers_; }
  bool operator==(const Matrix&) const = default;

 private:
  std::size_t rows_ = 0;
  std::size_t columns_ = 0;
  std::vector<double> numbers_;
};

}  // namespace wijkbeeld::stats
