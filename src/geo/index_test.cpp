// SPDX-License-Identifier: EUPL-1.2
#include "geo/index.hpp"

#include <gmock/gmock.h>

#include "base/random.hpp"

namespace wijkbeeld::geo {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Index, FindsWhatTouchesAndNothingElse) {
  const std::vector<Bounds> boxes{{0, 0, 10, 10}, {10, 0, 20, 10}, {}, {50, 50, 60, 60}};
  const Index index(boxes);
  EXPECT_THAT(index.query(Point{5, 5}), ElementsAre(0U));
  EXPECT_THAT(index.query(Point{10, 5}), ElementsAre(0U, 1U)) << "a border belongs to both";
  EXPECT_THAT(index.query(Bounds{-100, -100, 100, 100}), ElementsAre(0U, 1U, 3U));
  EXPECT_THAT(index.query(Point{30, 30}), IsEmpty());
  EXPECT_THAT(index.query(Bounds{}), IsEmpty());
  EXPECT_THAT(Index({}).query(Point{0, 0}), IsEmpty());
}

TEST(Index, AgreesWithLookingAtEveryRectangle) {
  base::Stream stream(base::Seed{11}, 1);
  std::vector<Bounds> boxes;
  for (int i = 0; i < 2000; ++i) {
    const Point p{stream.uniform() * 1000, stream.uniform() * 1000};
    boxes.push_back({p.x, p.y, p.x + stream.uniform() * 40, p.y + stream.uniform() * 40});
  }
  const Index index(boxes);
  for (int i = 0; i < 300; ++i) {
    const double x = stream.uniform() * 1000;
    const double y = stream.uniform() * 1000;
    const Bounds asked{x, y, x + stream.uniform() * 60, y + stream.uniform() * 60};
    std::vector<std::size_t> expected;
    for (std::size_t k = 0; k < boxes.size(); ++k)
      if (boxes[k].x_min <= asked.x_max && asked.x_min <= boxes[k].x_max &&
          boxes[k].y_min <= asked.y_max && asked.y_min <= boxes[k].y_max)
        expected.push_back(k);
    EXPECT_EQ(index.query(asked), expected);
  }
}

}  // namespace
}  // namespace wijkbeeld::geo
