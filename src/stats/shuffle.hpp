// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <utility>

#include "base/random.hpp"

namespace wijkbeeld::stats {

/// Puts the items in an order in which every order is equally likely (Durstenfeld 1964, Algorithm
/// 235, Communications of the ACM 7, p. 420; the same on every machine, unlike std::shuffle).
template <class Item>
void shuffle(std::span<Item> items, base::Stream& stream) {
  for (std::size_t left = items.size(); left > 1; --left)
    std::swap(items[left - 1], items[stream.below(left)]);
}

}  // namespace wijkbeeld::stats
