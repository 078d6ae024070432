// SPDX-License-Identifier: EUPL-1.2
#include "stats/false_discovery.hpp"

#include <algorithm>
#include <cstddef>

#include "base/ensure.hpp"

namespace wijkbeeld::stats {
namespace {

std::vector<std::size_t> tested_largest_first(std::span<const std::optional<double>> p_values) {
  std::vector<std::size_t> tested;
  for (std::size_t i = 0; i < p_values.size(); ++i) {
    if (!p_values[i]) continue;
    base::ensure(*p_values[i] >= 0 && *p_values[i] <= 1, "a p-value lies between 0 and 1");
    tested.push_back(i);
  }
  std::stable_sort(tested.begin(), tested.end(),
                   [&](std::size_t a, std::size_t b) { return *p_values[a] > *p_values[b]; });
  return tested;
}

// The step-up procedure, with every q-value multiplied by `price`.
std::vector<std::optional<double>> q_values(std::span<const std::optional<double>> p_values,
                                            const std::vector<std::size_t>& largest_first,
                                            double price) {
  std::vector<std::optional<double>> q(p_values.size());
  const auto all = static_cast<double>(largest_first.size());
  double rank = all;
  double least = 1;
  for (const std::size_t i : largest_first) {
    least = std::min(least, price * all / rank * *p_values[i]);
    q[i] = least;
    --rank;
  }
  return q;
}

}  // namespace

std::vector<std::optional<double>> benjamini_hochberg(
    std::span<const std::optional<double>> p_values) {
  return q_values(p_values, tested_largest_first(p_values), 1);
}

std::vector<std::optional<double>> benjamini_yekutieli(
    std::span<const std::optional<double>> p_values) {
  const auto largest_first = tested_largest_first(p_values);
  double price = 0;
  for (std::size_t k = 1; k <= largest_first.size(); ++k)
    price += 1 / static_cast<double>(k);
  return q_values(p_values, largest_first, price);
}

}  // namespace wijkbeeld::stats
