// SPDX-License-Identifier: EUPL-1.2
#include "chart/detail/spread.hpp"

#include <algorithm>
#include <numeric>

namespace wijkbeeld::chart::detail {
namespace {

// Labels that touch, as one stiff block: its start is the mean of where its members want it.
struct Block {
  std::size_t first = 0;
  std::size_t count = 0;
  double size = 0;
  double wanted_sum = 0;
  double low = 0;
  double high = 0;
  [[nodiscard]] double start() const {
    const double mean = wanted_sum / static_cast<double>(count);
    return std::max(low, std::min(mean, high - size));
  }
};

Block joined(const Block& a, const Block& b) {
  Block out = a;
  // Each member of b wants the block to start earlier by the size of a.
  out.wanted_sum += b.wanted_sum - a.size * static_cast<double>(b.count);
  out.count += b.count;
  out.size += b.size;
  return out;
}

}  // namespace

std::vector<double> spread(const std::vector<Place1d>& labels, double low, double high) {
  std::vector<std::size_t> order(labels.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return labels[a].wanted < labels[b].wanted;
  });
  std::vector<Block> blocks;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Place1d& label = labels[order[i]];
    Block block{i, 1, label.size, label.wanted - label.size / 2, low, high};
    while (!blocks.empty() && blocks.back().start() + blocks.back().size > block.start()) {
      block = joined(blocks.back(), block);
      blocks.pop_back();
    }
    blocks.push_back(block);
  }
  std::vector<double> out(labels.size());
  for (const Block& block : blocks) {
    double at = block.start();
    for (std::size_t i = block.first; i < block.first + block.count; ++i) {
      const double size = labels[order[i]].size;
      out[order[i]] = at + size / 2;
      at += size;
    }
  }
  return out;
}

}  // namespace wijkbeeld::chart::detail
