// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <functional>

namespace wijkbeeld::base {

/// How many threads may work at once; at least 1.
struct Workers {
  unsigned count = 1;
};

/// Calls work(begin, end) for the blocks [0, size), [size, 2 size), ... below n, on up to
/// `workers` threads. The blocks do not depend on the number of threads, so work that keeps its
/// results per block gives the same bytes on any machine. The first exception (by block) is
/// thrown again after all threads have stopped.
void for_blocks(std::size_t n, std::size_t size, Workers workers,
                const std::function<void(std::size_t begin, std::size_t end)>& work);

}  // namespace wijkbeeld::base
