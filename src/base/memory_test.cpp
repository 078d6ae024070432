// SPDX-License-Identifier: EUPL-1.2
#include "base/memory.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <memory>
#include <vector>

namespace wijkbeeld::base {
namespace {

// Bytes of this process that are in memory (proc(5), statm).
std::size_t resident() {
  std::ifstream file("/proc/self/statm");
  std::size_t all = 0;
  std::size_t there = 0;
  file >> all >> there;
  return there * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

TEST(GiveMemoryBack, LeavesLessInMemoryThanWasFreed) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  GTEST_SKIP() << "a sanitizer has a memory of its own";
#endif
  // Many small blocks, and one behind them that keeps the heap from shrinking by itself.
  std::vector<std::unique_ptr<char[]>> blocks;
  for (int i = 0; i < 60000; ++i)
    blocks.push_back(std::make_unique<char[]>(1000));
  const auto last = std::make_unique<char[]>(1000);
  blocks.clear();
  const std::size_t before = resident();
  give_memory_back();
  EXPECT_LT(resident() + 40'000'000, before);
}

}  // namespace
}  // namespace wijkbeeld::base
