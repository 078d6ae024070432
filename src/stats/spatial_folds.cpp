// SPDX-License-Identifier: EUPL-1.2
#include "stats/spatial_folds.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "base/ensure.hpp"
#include "stats/shuffle.hpp"

namespace wijkbeeld::stats {
namespace {

constexpr std::uint64_t kFoldsPurpose = 0x666f6c6473;  // "folds"

using Square = std::pair<double, double>;

}  // namespace

std::vector<std::size_t> spatial_folds(std::span<const double> x, std::span<const double> y,
                                       double block_metres, std::size_t folds, base::Seed seed) {
  base::ensure(x.size() == y.size(), "two coordinates for every point");
  base::ensure(block_metres > 0, "a block has a size");
  base::ensure(folds >= 2, "there are two folds or more");
  std::map<Square, std::vector<std::size_t>> squares;
  for (std::size_t i = 0; i < x.size(); ++i) {
    base::ensure(std::isfinite(x[i]) && std::isfinite(y[i]), "a point is somewhere");
    squares[{std::floor(x[i] / block_metres), std::floor(y[i] / block_metres)}].push_back(i);
  }
  std::vector<const std::vector<std::size_t>*> blocks;
  for (const auto& [square, points] : squares)
    blocks.push_back(&points);
  base::Stream stream(seed, kFoldsPurpose);
  shuffle(std::span(blocks), stream);
  std::vector<std::size_t> counts(folds);
  std::vector<std::size_t> fold_of_point(x.size());
  for (const auto* points : blocks) {
    const auto emptiest = std::min_element(counts.begin(), counts.end());
    *emptiest += points->size();
    for (const std::size_t i : *points)
      fold_of_point[i] = static_cast<std::size_t>(emptiest - counts.begin());
  }
  return fold_of_point;
}

}  // namespace wijkbeeld::stats
