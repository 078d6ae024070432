// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "base/parallel.hpp"
#include "geo/shape.hpp"

namespace wijkbeeld::geo::detail {

/// measure(p) for each point, in the order of the points.
template <class Number, class Measure>
std::vector<Number> measured(std::span<const Point> at, base::Workers workers, Measure measure) {
  std::vector<Number> numbers(at.size());
  base::for_blocks(at.size(), 1024, workers, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i)
      numbers[i] = measure(at[i]);
  });
  return numbers;
}

}  // namespace wijkbeeld::geo::detail
