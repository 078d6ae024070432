// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/parallel.hpp"
#include "geo/rd_grid.hpp"

namespace wijkbeeld::geo {

/// How much a cell counts at distance d (metres, centre to centre), with bandwidth h:
///
/// - disc: 1 where d <= h;
/// - gaussian: exp(-(d/h)^2 / 2) where d <= 4 h; what is left out beyond that is exp(-8), 0.03 %,
///   of the weight of an even surface;
/// - epanechnikov: 1 - (d/h)^2 where d < h (Epanechnikov 1969, "Non-parametric estimation of a
///   multivariate probability density", Theory of Probability and its Applications 14, p. 153-158).
///
/// The cell itself takes part, with weight 1. Constants that would make a kernel integrate to 1 are
/// left out: they do not matter for a mean.
enum class KernelForm : std::uint8_t { disc, gaussian, epanechnikov };

struct Kernel {
  KernelForm form = KernelForm::disc;
  double bandwidth = kCellSide;  ///< metres, finite and not below zero
};

/// The weight of a cell at `distance` metres, as above. With a bandwidth of zero only distance 0
/// counts.
double weight_at(const Kernel& kernel, double distance);

/// Cells of the 100 m grid, any of them absent, to be summed and smoothed over. Sorted once; may be
/// asked by several threads at once.
class CellField {
 public:
  /// Each cell once; a cell given twice is a bug.
  explicit CellField(std::span<const Cell> cells);

  [[nodiscard]] std::size_t size() const { return columns_.size(); }

  /// For each cell of `at` (which need not be in the field) the sum of `values` over the cells of
  /// the field whose centres lie at most `radius` metres from its centre, itself included. One
  /// value per cell, finite, in the order in which cells were given. 0 where there are none.
  /// Row sums are differences of running sums per row: of whole numbers exact, otherwise right to
  /// some 1e-13 of the sum of a row.
  [[nodiscard]] std::vector<double> sums(std::span<const double> values, double radius,
                                         std::span<const Cell> at, base::Workers workers) const;

  /// The mean of neighbouring values, weighted by kernel times weight (say: residents). A cell
  /// without a value is skipped, and so is one with weight 0. Nothing where no weight is left.
  /// Weights are finite and not below zero.
  [[nodiscard]] std::vector<std::optional<double>> means(
      std::span<const std::optional<double>> values, std::span<const double> weights,
      const Kernel& kernel, std::span<const Cell> at, base::Workers workers) const;

 private:
  struct Row {
    int row = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  // Neighbouring cells of one row, and where that row begins.
  struct Run {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t row_begin = 0;
  };
  // By row, then column: weights of cells with a value, and weights times values.
  struct Weighted {
    std::vector<double> weights;
    std::vector<double> products;
  };
  [[nodiscard]] std::vector<std::optional<double>> disc_means(const Weighted& cells,
                                                              const Kernel& kernel,
                                                              std::span<const Cell> at,
                                                              base::Workers workers) const;
  [[nodiscard]] std::vector<std::optional<double>> kernel_means(const Weighted& cells,
                                                                const Kernel& kernel,
                                                                std::span<const Cell> at,
                                                                base::Workers workers) const;
  [[nodiscard]] Run between(int row, int first, int last) const;
  template <class Visit>
  void each_run(Cell at, std::span<const int> half_widths, Visit visit) const;
  [[nodiscard]] std::vector<double> running(std::span<const double> values) const;
  static double sum_of(const std::vector<double>& running, const Run& run);

  std::vector<std::uint32_t> order_;  // positions in what was given, by row, then column
  std::vector<int> columns_;          // by row, then column
  std::vector<Row> rows_;             // those with cells, sorted
};

}  // namespace wijkbeeld::geo
