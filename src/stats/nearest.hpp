// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace wijkbeeld::stats {

/// Numbers of things: rows are things, columns what is known of them; a number may be absent.
struct Features {
  std::size_t columns = 0;
  std::vector<double> values = {};  ///< row by row; what stands for an absent number is ignored
  std::vector<std::uint8_t> is_known = {};  ///< same places: 1 known, 0 absent
  [[nodiscard]] std::size_t rows() const { return columns == 0 ? 0 : values.size() / columns; }
};

/// Every column brought to mean zero and standard deviation one over the rows that have it. A
/// column that does not vary, or that fewer than two rows have, becomes absent in every row.
void standardise(Features& features);

struct NearRow {
  std::size_t row = 0;
  double distance = 0;
};

/// The rows nearest to `row`, itself not among them, nearest first; equally near ones in order of
/// row. The distance is the square root of the weighted mean of the squared differences, over the
/// columns that `row` has; rows that lack one of those are passed over. Weights are not negative,
/// one per column. At most `count`; none when `row` has no column with a weight.
std::vector<NearRow> nearest_rows(const Features& features, std::span<const double> weights,
                                  std::size_t row, std::size_t count);

}  // namespace wijkbeeld::stats
