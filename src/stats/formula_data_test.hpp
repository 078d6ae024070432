// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "stats/matrix.hpp"

namespace wijkbeeld::stats {

/// Sixty rows made by a formula of whole numbers, the same one as in tests/reference/regression.R,
/// so that R and we regress the same data without a file.
struct FormulaData {
  std::vector<double> a, b, c, weight, y;
  std::vector<std::size_t> cluster;  ///< 15 of four rows
  std::vector<std::size_t> stratum;  ///< 5 of three clusters
  std::vector<std::size_t> lone;     ///< 4, of which three have one cluster
  std::vector<std::size_t> answer;   ///< y in four classes, with limits 2, 4 and 6
};

inline FormulaData formula_data() {
  FormulaData d;
  for (int i = 1; i <= 60; ++i) {
    const int cluster = (i - 1) / 4;
    d.a.push_back((7 * i) % 23 / 23.0);
    d.b.push_back((11 * i) % 17 - 8);
    d.c.push_back((i * i) % 29 / 10.0);
    d.weight.push_back(1 + (5 * i) % 7);
    d.cluster.push_back(static_cast<std::size_t>(cluster));
    d.stratum.push_back(static_cast<std::size_t>(cluster / 3));
    d.lone.push_back(static_cast<std::size_t>(std::min(cluster, 3)));
    d.y.push_back(2 + 1.5 * d.a.back() - 0.3 * d.b.back() + 0.8 * d.c.back() +
                  ((13 * i) % 31 - 15) / 10.0 + ((7 * cluster) % 5 - 2) / 4.0);
    const double y = d.y.back();
    d.answer.push_back((y >= 2 ? 1U : 0U) + (y >= 4 ? 1U : 0U) + (y >= 6 ? 1U : 0U));
  }
  return d;
}

inline Matrix matrix_of(std::span<const std::vector<double>> columns) {
  Matrix result(columns.empty() ? 0 : columns.front().size(), columns.size());
  for (std::size_t j = 0; j < columns.size(); ++j)
    std::ranges::copy(columns[j], result.column(j).begin());
  return result;
}

inline Matrix matrix_of(std::initializer_list<std::vector<double>> columns) {
  return matrix_of(std::vector<std::vector<double>>(columns));
}

inline std::vector<double> ones(std::size_t n) {
  return std::vector<double>(n, 1.0);
}

}  // namespace wijkbeeld::stats
