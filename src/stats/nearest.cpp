// SPDX-License-Identifier: EUPL-1.2
#include "stats/nearest.hpp"

#include <algorithm>
#include <cmath>

#include "base/ensure.hpp"
#include "stats/mean.hpp"

namespace wijkbeeld::stats {

void standardise(Features& features) {
  const std::size_t columns = features.columns;
  for (std::size_t c = 0; c < columns; ++c) {
    std::vector<double> known;
    for (std::size_t at = c; at < features.values.size(); at += columns)
      if (features.is_known[at] != 0) known.push_back(features.values[at]);
    const auto middle = mean(known);
    const auto spread = standard_deviation(known);
    const bool varies = middle && spread && *spread > 0;
    for (std::size_t at = c; at < features.values.size(); at += columns)
      if (!varies)
        features.is_known[at] = 0;
      else if (features.is_known[at] != 0)
        features.values[at] = (features.values[at] - *middle) / *spread;
  }
}

std::vector<NearRow> nearest_rows(const Features& features, std::span<const double> weights,
                                  std::size_t row, std::size_t count) {
  base::ensure(weights.size() == features.columns, "a weight for every column");
  base::ensure(row < features.rows(), "a row of the features");
  const std::size_t own = row * features.columns;
  std::vector<std::size_t> asked;
  double whole = 0;
  for (std::size_t c = 0; c < features.columns; ++c)
    if (features.is_known[own + c] != 0 && weights[c] > 0) {
      asked.push_back(c);
      whole += weights[c];
    }
  std::vector<NearRow> out;
  if (asked.empty() || count == 0) return out;
  const auto is_nearer = [](const NearRow& a, const NearRow& b) {
    return a.distance != b.distance ? a.distance < b.distance : a.row < b.row;
  };
  // A heap with the farthest of the nearest on top.
  for (std::size_t other = 0; other < features.rows(); ++other) {
    if (other == row) continue;
    const std::size_t at = other * features.columns;
    double sum = 0;
    bool has_all = true;
    for (const std::size_t c : asked) {
      has_all = has_all && features.is_known[at + c] != 0;
      const double apart = features.values[at + c] - features.values[own + c];
      sum += weights[c] * apart * apart;
    }
    if (!has_all) continue;
    const NearRow one{other, sum};
    if (out.size() == count) {
      if (!is_nearer(one, out.front())) continue;
      std::pop_heap(out.begin(), out.end(), is_nearer);
      out.pop_back();
    }
    out.push_back(one);
    std::push_heap(out.begin(), out.end(), is_nearer);
  }
  std::sort(out.begin(), out.end(), is_nearer);
  for (NearRow& one : out)
    one.distance = std::sqrt(one.distance / whole);
  return out;
}

}  // namespace wijkbeeld::stats
