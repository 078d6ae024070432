// SPDX-License-Identifier: EUPL-1.2
#include "chart/matrix.hpp"

#include <algorithm>
#include <cmath>

#include "base/ensure.hpp"
#include "chart/detail/canvas.hpp"

namespace wijkbeeld::chart {
namespace {

using namespace detail;

constexpr double kCellHeight = 28;

struct Grid {
  double left = 0;
  double top = 0;
  double cell = 0;
  double total = 0;
};

void check(const Matrix& chart) {
  base::ensure(chart.cells.size() == chart.rows.size(), "a matrix has a line of cells per row");
  for (const auto& row : chart.cells)
    base::ensure(row.size() == chart.columns.size(), "a row has one cell per column");
  base::ensure(chart.row_totals.empty() || chart.row_totals.size() == chart.rows.size(),
               "totals of rows are absent or one per row");
  base::ensure(chart.column_totals.empty() || chart.column_totals.size() == chart.columns.size(),
               "totals of columns are absent or one per column");
}

double widest(const std::vector<std::string>& texts) {
  double width = 0;
  for (const std::string& text : texts)
    width = std::max(width, text_width(text, kTextSize));
  return width;
}

std::string tint_class(const MatrixCell& cell) {
  const char letter = cell.tone == CellTone::lower    ? 'l'
                      : cell.tone == CellTone::higher ? 'h'
                                                      : 'n';
  const int step = std::clamp(static_cast<int>(std::ceil(cell.strength * 4)), 1, 4);
  return std::string("wb-") + letter + std::to_string(step);
}

void draw_cell(Canvas& canvas, const MatrixCell& cell, double x, double y, double width) {
  const double inner = std::max(0.0, width - 2);
  std::string css = "wb-on-ink";
  if (cell.strength > 0) {
    canvas.rect(x + 1, y + 1, inner, kCellHeight - 2, tint_class(cell));
    if (cell.tone == CellTone::lower) {
      canvas.print_overlay(x + 1, y + 1, inner, kCellHeight - 2, Pattern::decline_on_pale);
      css += " wb-over-" + tint_class(cell).substr(3);
    }
  }
  canvas.words(x + width / 2, y + kCellHeight / 2 + kToBaseline, cell.text,
               cell.strength > 0 ? css : "wb-q", kMiddle);
}

// Names of the columns stand on the grid, broken in lines; gives the y of the grid.
double draw_column_names(Canvas& canvas, const Matrix& chart, Grid grid) {
  std::vector<std::vector<std::string>> names;
  std::size_t most = 1;
  for (const std::string& column : chart.columns) {
    names.push_back(wrapped(column, grid.cell - 6, kTextSize));
    most = std::max(most, names.back().size());
  }
  double top = 0;
  if (!chart.column_title.empty()) {
    canvas.words(grid.left, 14, chart.column_title, "wb-b");
    top = 20;
  }
  const double base = top + static_cast<double>(most) * kLineStep;
  for (std::size_t c = 0; c < names.size(); ++c) {
    const double x = grid.left + (static_cast<double>(c) + 0.5) * grid.cell;
    for (std::size_t k = 0; k < names[c].size(); ++k)
      canvas.words(x, base - static_cast<double>(names[c].size() - 1 - k) * kLineStep - 3,
                   names[c][k], "", kMiddle);
  }
  if (!chart.row_totals.empty())
    canvas.words(canvas.width(), base - 3, chart.total_label, "wb-q", kEnd);
  canvas.words(0, base - 3, chart.row_title, "wb-b");
  return base + 4;
}

void draw_rows(Canvas& canvas, const Matrix& chart, const Grid& grid) {
  for (std::size_t r = 0; r < chart.rows.size(); ++r) {
    const double y = grid.top + static_cast<double>(r) * kCellHeight;
    const double baseline = y + kCellHeight / 2 + kToBaseline;
    canvas.words(grid.left - 10, baseline, shortened(chart.rows[r], grid.left - 10, kTextSize), "",
                 kEnd);
    for (std::size_t c = 0; c < chart.columns.size(); ++c) {
      const double x = grid.left + static_cast<double>(c) * grid.cell;
      draw_cell(canvas, chart.cells[r][c], x, y, grid.cell);
      if (chart.has_diagonal && r == c)
        canvas.rect(x + 1, y + 1, std::max(0.0, grid.cell - 2), kCellHeight - 2, "wb-outline");
    }
    if (!chart.row_totals.empty())
      canvas.words(canvas.width(), baseline, chart.row_totals[r], "wb-q", kEnd);
  }
}

double draw_column_totals(Canvas& canvas, const Matrix& chart, const Grid& grid) {
  const double end = grid.top + static_cast<double>(chart.rows.size()) * kCellHeight;
  if (chart.column_totals.empty()) return end;
  canvas.line(grid.left, end + 4, canvas.width(), end + 4, "wb-grid");
  const double baseline = end + 6 + kCellHeight / 2 + kToBaseline;
  canvas.words(grid.left - 10, baseline, chart.total_label, "wb-q", kEnd);
  for (std::size_t c = 0; c < chart.columns.size(); ++c)
    canvas.words(grid.left + (static_cast<double>(c) + 0.5) * grid.cell, baseline,
                 chart.column_totals[c], "wb-q", kMiddle);
  return end + 6 + kCellHeight;
}

}  // namespace

Drawing matrix(const Matrix& chart) {
  check(chart);
  Canvas canvas(chart.frame);
  Grid grid;
  grid.left =
      std::max(widest(chart.rows), text_width(chart.row_title, kTextSize, Weight::semibold));
  grid.left = std::min(grid.left + 12, canvas.width() * 0.34);
  grid.total =
      chart.row_totals.empty()
          ? 0
          : std::max(widest(chart.row_totals), text_width(chart.total_label, kTextSize)) + 12;
  const auto columns = static_cast<double>(std::max<std::size_t>(1, chart.columns.size()));
  grid.cell = (canvas.width() - grid.left - grid.total) / columns;
  grid.top = draw_column_names(canvas, chart, grid);
  draw_rows(canvas, chart, grid);
  return canvas.finish(draw_column_totals(canvas, chart, grid) + 2);
}

}  // namespace wijkbeeld::chart
