// SPDX-License-Identifier: EUPL-1.2
#include "stats/order.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <utility>

#include "base/ensure.hpp"
#include "stats/mean.hpp"

namespace wijkbeeld::stats {
namespace {

// Whole numbers in the same order as the real ones: the sign bit turned, and all bits of negative
// numbers.
std::uint64_t key_of(double x) {
  const auto bits = std::bit_cast<std::uint64_t>(x + 0.0);  // -0 becomes 0
  constexpr std::uint64_t sign = std::uint64_t{1} << 63U;
  return (bits & sign) != 0 ? ~bits : bits | sign;
}

// Below this a comparison sort is faster than clearing the tables.
constexpr std::size_t kFew = 1024;

}  // namespace

std::span<const std::uint32_t> Sorter::ascending(std::span<const double> xs) {
  base::ensure(xs.size() < std::numeric_limits<std::uint32_t>::max(), "positions fit 32 bits");
  items_.resize(xs.size());
  for (std::size_t i = 0; i < xs.size(); ++i)
    items_[i] = {key_of(xs[i]), static_cast<std::uint32_t>(i)};
  if (xs.size() < kFew)
    std::sort(items_.begin(), items_.end(), [](const Item& a, const Item& b) {
      return a.key != b.key ? a.key < b.key : a.position < b.position;
    });
  else
    sort_by_digits();
  order_.resize(xs.size());
  for (std::size_t i = 0; i < xs.size(); ++i)
    order_[i] = items_[i].position;
  return order_;
}

void Sorter::sort_by_digits() {
  constexpr std::uint64_t mask = (1U << kBits) - 1;
  for (auto& table : counts_)
    table.fill(0);
  for (const Item& item : items_)
    for (std::size_t pass = 0; pass < kPasses; ++pass)
      ++counts_[pass][(item.key >> (pass * kBits)) & mask];
  other_.resize(items_.size());
  for (std::size_t pass = 0; pass < kPasses; ++pass) {
    auto& table = counts_[pass];
    const std::size_t shift = pass * kBits;
    if (table[(items_.front().key >> shift) & mask] == items_.size()) continue;
    std::uint32_t start = 0;
    for (std::uint32_t& count : table)
      count = std::exchange(start, start + count);
    for (const Item& item : items_)
      other_[table[(item.key >> shift) & mask]++] = item;
    items_.swap(other_);
  }
}

std::vector<double> midranks(std::span<const double> xs) {
  Sorter sorter;
  const auto order = sorter.ascending(xs);
  std::vector<double> ranks(xs.size());
  for (std::size_t begin = 0; begin < order.size();) {
    std::size_t end = begin + 1;
    while (end < order.size() && xs[order[end]] == xs[order[begin]])
      ++end;
    const double shared = (static_cast<double>(begin) + 1 + static_cast<double>(end)) / 2;
    for (; begin < end; ++begin)
      ranks[order[begin]] = shared;
  }
  return ranks;
}

std::optional<double> rank_correlation(std::span<const double> xs, std::span<const double> ys) {
  base::ensure(xs.size() == ys.size(), "a correlation needs pairs");
  return correlation(midranks(xs), midranks(ys));
}

}  // namespace wijkbeeld::stats
