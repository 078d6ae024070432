// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "chart/drawing.hpp"

namespace wijkbeeld::chart {

/// What a cell means, shown by its hue: towards lower, no change or no direction, towards higher.
enum class CellTone : std::uint8_t { lower, neutral, higher };

struct MatrixCell {
  /// The count or share in words; empty is an empty cell.
  std::string text;
  /// 0 to 1: how strong its tint is, in four steps; 0 has none.
  double strength = 0;
  CellTone tone = CellTone::neutral;
};

/// Counts in rows and columns, as words on tints: class transitions, status against dynamics.
/// Tints are pale enough for ink at 4.5; in print the lower ones carry the stroke pattern.
struct Matrix {
  Frame frame;
  std::string row_title;
  std::string column_title;
  std::vector<std::string> rows;
  std::vector<std::string> columns;
  /// cells[row][column].
  std::vector<std::vector<MatrixCell>> cells;
  /// Empty, or one per row / per column, set apart.
  std::vector<std::string> row_totals = {};
  std::vector<std::string> column_totals = {};
  std::string total_label = {};
  /// Frames the cells where row and column are the same.
  bool has_diagonal = false;
};

Drawing matrix(const Matrix& chart);

}  // namespace wijkbeeld::chart
