// SPDX-License-Identifier: EUPL-1.2
#include "geo/grid_kernel.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <tuple>

#include "base/ensure.hpp"

namespace wijkbeeld::geo {
namespace {

constexpr double kGaussianReach = 4;  // bandwidths
constexpr std::size_t kBlock = 1024;  // cells

double reach_of(const Kernel& kernel) {
  return kernel.form == KernelForm::gaussian ? kGaussianReach * kernel.bandwidth : kernel.bandwidth;
}

// Per row from the middle outward, how many cells to either side have their centres within
// `radius`; empty when not even the middle has.
std::vector<int> half_widths(double radius) {
  base::ensure(std::isfinite(radius) && radius < 1e6, "a radius is shorter than a country");
  std::vector<int> widths;
  if (radius < 0) return widths;
  const double squared = radius * radius / (kCellSide * kCellSide);
  const auto is_within = [&](int dx, int dy) {
    return static_cast<double>(dx) * dx + static_cast<double>(dy) * dy <= squared;
  };
  for (int dy = 0; is_within(0, dy); ++dy) {
    int dx = dy == 0 ? static_cast<int>(radius / kCellSide) + 1 : widths.back();
    while (!is_within(dx, dy))
      --dx;
    widths.push_back(dx);
  }
  return widths;
}

// weights[dy][dx] of a kernel, as far as it reaches.
std::vector<std::vector<double>> table_of(const Kernel& kernel, std::span<const int> widths) {
  std::vector<std::vector<double>> table;
  for (std::size_t dy = 0; dy < widths.size(); ++dy) {
    std::vector<double>& row = table.emplace_back();
    for (int dx = 0; dx <= widths[dy]; ++dx)
      row.push_back(weight_at(
          kernel, kCellSide * std::hypot(static_cast<double>(dx), static_cast<double>(dy))));
  }
  return table;
}

}  // namespace

double weight_at(const Kernel& kernel, double distance) {
  const double h = kernel.bandwidth;
  if (distance <= 0) return 1;
  if (!(h > 0)) return 0;
  const double squared = (distance / h) * (distance / h);
  switch (kernel.form) {
    case KernelForm::disc:
      return distance <= h ? 1 : 0;
    case KernelForm::gaussian:
      return distance <= kGaussianReach * h ? std::exp(-squared / 2) : 0;
    case KernelForm::epanechnikov:
      return std::max(0.0, 1 - squared);
  }
  return 0;
}

CellField::CellField(std::span<const Cell> cells) : order_(cells.size()), columns_(cells.size()) {
  std::iota(order_.begin(), order_.end(), 0U);
  const auto key = [&](std::uint32_t i) { return std::pair(cells[i].row, cells[i].column); };
  std::sort(order_.begin(), order_.end(),
            [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
  for (std::size_t i = 0; i < order_.size(); ++i) {
    const Cell cell = cells[order_[i]];
    columns_[i] = cell.column;
    if (rows_.empty() || rows_.back().row != cell.row) rows_.push_back({cell.row, i, i});
    base::ensure(rows_.back().end == rows_.back().begin || columns_[i - 1] != cell.column,
                 "a cell is given once");
    rows_.back().end = i + 1;
  }
}

// The cells of a row in columns [first, last].
CellField::Run CellField::between(int row, int first, int last) const {
  const auto found = std::lower_bound(rows_.begin(), rows_.end(), row,
                                      [](const Row& a, int wanted) { return a.row < wanted; });
  if (found == rows_.end() || found->row != row) return {};
  const auto row_begin = columns_.begin() + static_cast<std::ptrdiff_t>(found->begin);
  const auto row_end = columns_.begin() + static_cast<std::ptrdiff_t>(found->end);
  const auto begin = std::lower_bound(row_begin, row_end, first);
  // There are no more cells than columns.
  const auto most = std::min(row_end - begin, std::ptrdiff_t{last} - first + 1);
  const auto end = std::upper_bound(begin, begin + most, last);
  return {static_cast<std::size_t>(begin - columns_.begin()),
          static_cast<std::size_t>(end - columns_.begin()), found->begin};
}

// Calls visit(run, rows away) for the cells of each row within the half widths round `at`.
template <class Visit>
void CellField::each_run(Cell at, std::span<const int> half_widths, Visit visit) const {
  const auto reach = static_cast<int>(half_widths.size()) - 1;
  for (int dy = -reach; dy <= reach; ++dy) {
    const auto away = static_cast<std::size_t>(std::abs(dy));
    const int half = half_widths[away];
    const Run run = between(at.row + dy, at.column - half, at.column + half);
    if (run.begin < run.end) visit(run, away);
  }
}

// Per cell the sum of the values of its row up to and including it.
std::vector<double> CellField::running(std::span<const double> values) const {
  std::vector<double> sums(values.size());
  for (const Row& row : rows_)
    std::partial_sum(values.begin() + static_cast<std::ptrdiff_t>(row.begin),
                     values.begin() + static_cast<std::ptrdiff_t>(row.end),
                     sums.begin() + static_cast<std::ptrdiff_t>(row.begin));
  return sums;
}

double CellField::sum_of(const std::vector<double>& running, const Run& run) {
  const double before = run.begin > run.row_begin ? running[run.begin - 1] : 0;
  return running[run.end - 1] - before;
}

std::vector<double> CellField::sums(std::span<const double> values, double radius,
                                    std::span<const Cell> at, base::Workers workers) const {
  base::ensure(values.size() == size(), "one value per cell");
  std::vector<double> sorted;
  sorted.reserve(size());
  for (const std::uint32_t i : order_) {
    base::ensure(std::isfinite(values[i]), "a value is a finite number");
    sorted.push_back(values[i]);
  }
  const std::vector<double> until = running(sorted);
  const std::vector<int> widths = half_widths(radius);
  std::vector<double> sums(at.size(), 0);
  base::for_blocks(at.size(), kBlock, workers, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i)
      each_run(at[i], widths, [&](const Run& run, std::size_t) { sums[i] += sum_of(until, run); });
  });
  return sums;
}

std::vector<std::optional<double>> CellField::means(std::span<const std::optional<double>> values,
                                                    std::span<const double> weights,
                                                    const Kernel& kernel, std::span<const Cell> at,
                                                    base::Workers workers) const {
  base::ensure(values.size() == size() && weights.size() == size(), "one value per cell");
  Weighted cells;
  for (const std::uint32_t i : order_) {
    base::ensure(std::isfinite(weights[i]) && weights[i] >= 0, "a weight is not below zero");
    const double weight = values[i] ? weights[i] : 0;
    cells.weights.push_back(weight);
    cells.products.push_back(weight * values[i].value_or(0));
  }
  return kernel.form == KernelForm::disc ? disc_means(cells, kernel, at, workers)
                                         : kernel_means(cells, kernel, at, workers);
}

std::vector<std::optional<double>> CellField::disc_means(const Weighted& cells,
                                                         const Kernel& kernel,
                                                         std::span<const Cell> at,
                                                         base::Workers workers) const {
  const std::vector<double> weights = running(cells.weights);
  const std::vector<double> products = running(cells.products);
  const std::vector<int> widths = half_widths(kernel.bandwidth);
  std::vector<std::optional<double>> means(at.size());
  base::for_blocks(at.size(), kBlock, workers, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      double weight = 0;
      double product = 0;
      each_run(at[i], widths, [&](const Run& run, std::size_t) {
        weight += sum_of(weights, run);
        product += sum_of(products, run);
      });
      if (weight > 0) means[i] = product / weight;
    }
  });
  return means;
}

std::vector<std::optional<double>> CellField::kernel_means(const Weighted& cells,
                                                           const Kernel& kernel,
                                                           std::span<const Cell> at,
                                                           base::Workers workers) const {
  const std::vector<int> widths = half_widths(reach_of(kernel));
  const std::vector<std::vector<double>> table = table_of(kernel, widths);
  std::vector<std::optional<double>> means(at.size());
  base::for_blocks(at.size(), kBlock, workers, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      double weight = 0;
      double product = 0;
      each_run(at[i], widths, [&](const Run& run, std::size_t away) {
        for (std::size_t k = run.begin; k < run.end; ++k) {
          const auto dx = static_cast<std::size_t>(std::abs(columns_[k] - at[i].column));
          weight += table[away][dx] * cells.weights[k];
          product += table[away][dx] * cells.products[k];
        }
      });
      if (weight > 0) means[i] = product / weight;
    }
  });
  return means;
}

}  // namespace wijkbeeld::geo
