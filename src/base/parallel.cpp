// SPDX-License-Identifier: EUPL-1.2
#include "base/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>
#include <vector>

#include "base/ensure.hpp"

namespace wijkbeeld::base {

void for_blocks(std::size_t n, std::size_t size, Workers workers,
                const std::function<void(std::size_t, std::size_t)>& work) {
  ensure(size > 0, "a block holds at least one item");
  const std::size_t blocks = (n + size - 1) / size;
  std::vector<std::exception_ptr> errors(blocks);
  std::atomic<std::size_t> next{0};
  const auto run = [&] {
    for (std::size_t block = next++; block < blocks; block = next++) {
      try {
        work(block * size, std::min(n, (block + 1) * size));
      } catch (...) {
        errors[block] = std::current_exception();
      }
    }
  };
  std::vector<std::jthread> threads;
  for (std::size_t i = 1; i < std::min<std::size_t>(std::max(1U, workers.count), blocks); ++i)
    threads.emplace_back(run);
  run();
  threads.clear();  // joins
  for (const std::exception_ptr& error : errors)
    if (error) std::rethrow_exception(error);
}

}  // namespace wijkbeeld::base
