// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "stats/matrix.hpp"
#include "stats/moments.hpp"

namespace wijkbeeld::support {

/// Sixty rows of six columns that tests/reference/penalised.R makes too, bit for bit: from the
/// generator of Park and Miller (1988), whose integers are exact in both languages.
struct MadeRows {
  stats::Matrix x{60, 6};
  std::vector<double> y;
  std::vector<double> weights;
  std::vector<std::size_t> folds;

  [[nodiscard]] stats::WeightedRows weighted() const { return {x, y, weights}; }
  [[nodiscard]] stats::WeightedRows plain() const { return {x, y, {}}; }
};

inline MadeRows made_rows() {
  std::uint64_t state = 20160101;
  const auto uniform = [&] {
    state = state * 16807 % 2147483647;
    return static_cast<double>(state) / 2147483647;
  };
  MadeRows rows;
  for (std::size_t i = 0; i < rows.x.rows(); ++i) {
    const double base = uniform();
    for (std::size_t j = 0; j < rows.x.columns(); ++j) {
      const auto number = static_cast<double>(j + 1);
      rows.x.at(i, j) = number * (uniform() + 0.5 * base) + 10 * number;
    }
    rows.y.push_back(3 + rows.x.at(i, 0) - 0.5 * rows.x.at(i, 1) + 0.25 * rows.x.at(i, 3) +
                     uniform() - 0.5);
    rows.weights.push_back(0.5 + uniform());
    rows.folds.push_back(static_cast<std::size_t>(std::floor(5 * uniform())));
  }
  return rows;
}

}  // namespace wijkbeeld::support
