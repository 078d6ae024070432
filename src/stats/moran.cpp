// SPDX-License-Identifier: EUPL-1.2
#include "stats/moran.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/ensure.hpp"
#include "stats/detail/weights.hpp"
#include "stats/distributions.hpp"
#include "stats/mean.hpp"
#include "stats/shuffle.hpp"
#include "stats/sum.hpp"

namespace wijkbeeld::stats {
namespace {

/// One purpose per use of chance, so that streams of one seed do not meet.
constexpr std::uint64_t kMoranPermutation = 0x6d6f72616e;
constexpr std::size_t kPermutationsAtOnce = 16;
/// A variance below this is 0 up to rounding: that of a million places is near 1e-6.
constexpr double kNoVariance = 1e-14;

/// The lists with their places renumbered from 0, sorted, without the isolates.
struct Lists {
  std::vector<std::size_t> place;  ///< the number each had
  std::vector<std::vector<std::size_t>> of;
};

void ensure_lists(const NeighbourLists& lists, std::size_t places) {
  base::ensure(lists.offsets.size() == places + 1 && lists.offsets.front() == 0 &&
                   lists.offsets.back() == lists.neighbours.size() &&
                   std::ranges::is_sorted(lists.offsets),
               "neighbour lists have one offset more than there are places");
  base::ensure(std::ranges::all_of(lists.neighbours, [&](std::size_t j) { return j < places; }),
               "a neighbour is one of the places");
}

Lists connected(const NeighbourLists& lists, std::size_t places) {
  std::vector<std::size_t> number(places);
  for (const std::size_t j : lists.neighbours)
    number[j] = 1;
  Lists result;
  for (std::size_t i = 0; i < places; ++i) {
    if (number[i] == 0 && lists.offsets[i] == lists.offsets[i + 1]) continue;
    number[i] = result.place.size();
    result.place.push_back(i);
  }
  for (const std::size_t i : result.place) {
    std::vector<std::size_t> one;
    for (std::size_t k = lists.offsets[i]; k < lists.offsets[i + 1]; ++k)
      one.push_back(number[lists.neighbours[k]]);
    std::ranges::sort(one);
    base::ensure(
        std::ranges::adjacent_find(one) == one.end() && !std::ranges::binary_search(one, number[i]),
        "a place is neither its own neighbour nor another's twice");
    result.of.push_back(std::move(one));
  }
  return result;
}

/// Sum over places of value x mean of the neighbours' values.
double lagged_product(const Lists& lists, std::span<const double> z) {
  Sum sum;
  for (std::size_t i = 0; i < z.size(); ++i) {
    if (lists.of[i].empty()) continue;
    Sum around;
    for (const std::size_t j : lists.of[i])
      around.add(z[j]);
    sum.add(z[i] * around.value() / static_cast<double>(lists.of[i].size()));
  }
  return sum.value();
}

/// The sums of weights S0, S1 and S2 of Cliff and Ord.
struct WeightSums {
  double s0 = 0;
  double s1 = 0;
  double s2 = 0;
};

WeightSums weight_sums(const Lists& lists) {
  std::vector<double> received(lists.of.size());
  Sum s0;
  Sum s1;
  for (std::size_t i = 0; i < lists.of.size(); ++i) {
    const double weight = 1 / static_cast<double>(std::max<std::size_t>(1, lists.of[i].size()));
    for (const std::size_t j : lists.of[i]) {
      const bool is_mutual = std::ranges::binary_search(lists.of[j], i);
      const double back = is_mutual ? 1 / static_cast<double>(lists.of[j].size()) : 0.0;
      s0.add(weight);
      s1.add(weight * (weight + back));
      received[j] += weight;
    }
  }
  Sum s2;
  for (std::size_t i = 0; i < lists.of.size(); ++i) {
    const double both = received[i] + (lists.of[i].empty() ? 0.0 : 1.0);
    s2.add(both * both);
  }
  return {s0.value(), s1.value(), s2.value()};
}

/// Under randomisation: every arrangement of these values over the places as likely.
double variance(std::span<const double> z, const WeightSums& w) {
  const auto n = static_cast<double>(z.size());
  Sum second;
  Sum fourth;
  for (const double x : z) {
    second.add(x * x);
    fourth.add(x * x * x * x);
  }
  const double kurtosis = n * fourth.value() / (second.value() * second.value());
  const double s00 = w.s0 * w.s0;
  const double top = n * ((n * n - 3 * n + 3) * w.s1 - n * w.s2 + 3 * s00) -
                     kurtosis * ((n * n - n) * w.s1 - 2 * n * w.s2 + 6 * s00);
  const double expected = -1 / (n - 1);
  return top / ((n - 1) * (n - 2) * (n - 3) * s00) - expected * expected;
}

/// How many rearrangements have a product at least as high; equal up to rounding counts.
std::size_t as_high(const Lists& lists, std::span<const double> z, double product,
                    const MoranSettings& settings) {
  const double least = product - 1e-12 * std::abs(product);
  std::vector<char> is_as_high(settings.permutations);
  base::for_blocks(settings.permutations, kPermutationsAtOnce, settings.workers,
                   [&](std::size_t begin, std::size_t end) {
                     for (std::size_t k = begin; k < end; ++k) {
                       base::Stream stream(settings.seed, kMoranPermutation, k);
                       std::vector<double> shuffled(z.begin(), z.end());
                       shuffle(std::span<double>(shuffled), stream);
                       is_as_high[k] = lagged_product(lists, shuffled) >= least ? 1 : 0;
                     }
                   });
  return static_cast<std::size_t>(std::ranges::count(is_as_high, 1));
}

}  // namespace

std::optional<Moran> moran(std::span<const double> values, const NeighbourLists& lists,
                           const MoranSettings& settings) {
  base::ensure(detail::are_finite(values), "values are finite");
  ensure_lists(lists, values.size());
  const Lists near = connected(lists, values.size());
  std::vector<double> z;
  for (const std::size_t i : near.place)
    z.push_back(values[i]);
  if (z.size() < 4 || std::ranges::min(z) == std::ranges::max(z)) return std::nullopt;
  const double centre = *mean(z);
  Sum squares;
  for (double& x : z) {
    x -= centre;
    squares.add(x * x);
  }
  const WeightSums sums = weight_sums(near);
  const auto n = static_cast<double>(z.size());
  const double product = lagged_product(near, z);
  Moran result;
  result.places = z.size();
  result.isolates = values.size() - z.size();
  result.statistic = n / sums.s0 * product / squares.value();
  result.expected = -1 / (n - 1);
  result.variance = variance(z, sums);
  if (result.variance < kNoVariance) return std::nullopt;
  result.z = (result.statistic - result.expected) / std::sqrt(result.variance);
  result.p_greater = normal_upper_tail(result.z);
  result.permutations = settings.permutations;
  if (settings.permutations > 0)
    result.permutation_p = (1 + static_cast<double>(as_high(near, z, product, settings))) /
                           (1 + static_cast<double>(settings.permutations));
  return result;
}

}  // namespace wijkbeeld::stats
