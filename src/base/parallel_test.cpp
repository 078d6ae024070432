// SPDX-License-Identifier: EUPL-1.2
#include "base/parallel.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <vector>

namespace wijkbeeld::base {
namespace {

TEST(ForBlocks, VisitsEveryItemOnceOnAnyNumberOfThreads) {
  for (const unsigned threads : {1U, 2U, 7U}) {
    std::vector<int> visits(1003, 0);
    for_blocks(visits.size(), 100, Workers{threads}, [&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i)
        ++visits[i];
    });
    EXPECT_EQ(visits, std::vector<int>(1003, 1));
  }
}

TEST(ForBlocks, ThrowsTheFirstErrorByBlock) {
  for (const unsigned threads : {1U, 3U}) {
    try {
      for_blocks(10, 1, Workers{threads}, [](std::size_t begin, std::size_t) {
        if (begin >= 4) throw std::runtime_error(std::to_string(begin));
      });
      FAIL();
    } catch (const std::runtime_error& error) {
      EXPECT_STREQ(error.what(), "4");
    }
  }
}

TEST(ForBlocks, DoesNothingForNothing) {
  for_blocks(0, 5, Workers{2}, [](std::size_t, std::size_t) { FAIL(); });
}

}  // namespace
}  // namespace wijkbeeld::base
