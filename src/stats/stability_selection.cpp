// SPDX-License-Identifier: EUPL-1.2
#include "stats/stability_selection.hpp"

#include <algorithm>
#include <numeric>
#include <span>

#include "base/ensure.hpp"
#include "stats/shuffle.hpp"

namespace wijkbeeld::stats {
namespace {

constexpr std::uint64_t kStabilityPurpose = 0x73746162696c;  // "stabil"

bool is_free(const ElasticNetSettings& net, std::size_t column) {
  return !net.penalty_factors.empty() && net.penalty_factors[column] <= 0;
}

// The columns that have been in the fit up to the last penalty at which that were not more than
// allowed; absent when there is no fit.
std::optional<std::vector<bool>> selection(const Moments& moments,
                                           const StabilitySettings& settings) {
  ElasticNetSettings limited = settings.net;
  limited.most_nonzero = settings.selected;
  const auto net = elastic_net(moments, limited);
  if (!net) return std::nullopt;
  std::vector<bool> selected(moments.columns());
  std::size_t count = 0;
  for (std::size_t m = 0; m < net->size(); ++m) {
    std::vector<bool> wider = selected;
    for (std::size_t j = 0; j < wider.size(); ++j) {
      if (wider[j] || is_free(settings.net, j) || net->coefficients.at(j, m) == 0) continue;
      wider[j] = true;
      ++count;
    }
    if (count > settings.selected) break;
    selected = wider;
  }
  return selected;
}

// Multiplicities of the two halves.
struct Halves {
  std::vector<double> first;
  std::vector<double> second;
};

Halves halves(std::size_t clusters, base::Seed seed, std::size_t pair) {
  std::vector<std::size_t> order(clusters);
  std::iota(order.begin(), order.end(), std::size_t{0});
  base::Stream stream(seed, kStabilityPurpose, pair);
  shuffle(std::span(order), stream);
  Halves both{std::vector<double>(clusters), std::vector<double>(clusters)};
  for (std::size_t i = 0; i < clusters / 2; ++i) {
    both.first[order[i]] = 1;
    both.second[order[clusters / 2 + i]] = 1;
  }
  return both;
}

struct Pair {
  std::optional<std::vector<bool>> first;
  std::optional<std::vector<bool>> second;
};

void count(const std::optional<std::vector<bool>>& selected, double share,
           StabilitySelection& all) {
  if (!selected) {
    ++all.failed;
    return;
  }
  for (std::size_t j = 0; j < selected->size(); ++j) {
    if (!(*selected)[j]) continue;
    all.frequency[j] += share;
    all.mean_selected += share;
  }
}

}  // namespace

double StabilitySelection::expected_false(double threshold) const {
  base::ensure(threshold > 0.5 && threshold <= 1, "a threshold lies above one half, up to 1");
  if (candidates == 0) return 0;
  return mean_selected * mean_selected / ((2 * threshold - 1) * static_cast<double>(candidates));
}

std::optional<StabilitySelection> stability_selection(const ClusterMoments& clusters,
                                                      const StabilitySettings& settings,
                                                      base::Workers workers) {
  base::ensure(settings.pairs > 0 && settings.selected > 0, "stability selection selects");
  if (clusters.size() < 4 || clusters.columns() == 0) return std::nullopt;
  std::vector<Pair> pairs(settings.pairs);
  base::for_blocks(settings.pairs, 1, workers, [&](std::size_t i, std::size_t) {
    const Halves split = halves(clusters.size(), settings.seed, i);
    pairs[i].first = selection(clusters.combined(split.first), settings);
    pairs[i].second = selection(clusters.combined(split.second), settings);
  });
  StabilitySelection all;
  all.frequency.resize(clusters.columns());
  all.in_both.resize(clusters.columns());
  const double share = 1 / static_cast<double>(settings.pairs);
  for (const Pair& pair : pairs) {
    count(pair.first, share / 2, all);
    count(pair.second, share / 2, all);
    for (std::size_t j = 0; pair.first && pair.second && j < clusters.columns(); ++j)
      if ((*pair.first)[j] && (*pair.second)[j]) all.in_both[j] += share;
  }
  for (std::size_t j = 0; j < clusters.columns(); ++j) {
    if (is_free(settings.net, j))
      all.frequency[j] = all.in_both[j] = 1;
    else
      ++all.candidates;
  }
  return all;
}

}  // namespace wijkbeeld::stats
