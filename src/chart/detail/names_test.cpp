// SPDX-License-Identifier: EUPL-1.2
#include "chart/detail/names.hpp"

#include <gtest/gtest.h>

#include <string>

#include "base/random.hpp"
#include "chart/detail/canvas.hpp"

namespace wijkbeeld::chart::detail {
namespace {

TEST(NamePlacer, PrefersTheRightThenTheLeft) {
  NamePlacer placer({0, 0, 400, 400});
  EXPECT_EQ(placer.place(200, 200, 8, "Overvecht")->anchor, kStart);
  EXPECT_EQ(placer.place(200, 200, 8, "Overvecht")->anchor, kEnd);
  EXPECT_EQ(placer.place(200, 200, 8, "Overvecht")->anchor, kMiddle);
}

TEST(NamePlacer, TurnsInwardAtTheEdge) {
  NamePlacer placer({0, 0, 400, 400});
  EXPECT_EQ(placer.place(390, 200, 5, "Maastricht")->anchor, kEnd);
}

TEST(NamePlacer, LeavesOutWhatFindsNoRoomUnlessItMayLead) {
  NamePlacer placer({0, 0, 400, 400});
  placer.keep_free({100, 150, 300, 250});
  EXPECT_FALSE(placer.place(200, 200, 5, "Mariaberg"));
  NamePlacer other({0, 0, 400, 400});
  other.keep_free({120, 180, 280, 220});
  const auto spot = other.place(200, 200, 5, "Mariaberg", true);
  ASSERT_TRUE(spot);
  EXPECT_TRUE(spot->has_leader);
}

TEST(NamePlacer, NeverPutsTwoNamesOverEachOther) {
  const base::Seed seed{42};
  SCOPED_TRACE("seed " + std::to_string(seed.value));
  for (std::uint64_t run = 0; run < 50; ++run) {
    base::Stream chance(seed, 2, run);
    const Box frame = {0, 0, 500, 300};
    NamePlacer placer(frame);
    std::vector<Box> boxes;
    for (int i = 0; i < 40; ++i) {
      const std::string name(1 + chance.below(14), 'a');
      const auto spot =
          placer.place(chance.uniform(0, 500), chance.uniform(0, 300), 7, name, i % 2 == 0);
      if (!spot) continue;
      EXPECT_TRUE(frame.holds(spot->box));
      for (const Box& other : boxes)
        EXPECT_FALSE(spot->box.meets(other)) << run;
      boxes.push_back(spot->box);
    }
    EXPECT_GT(boxes.size(), 10U);
  }
}

}  // namespace
}  // namespace wijkbeeld::chart::detail
