// SPDX-License-Identifier: EUPL-1.2
#include "geo/neighbours.hpp"

#include <gmock/gmock.h>

#include "geo/drawn_test.hpp"

namespace wijkbeeld::geo {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Neighbours, OnABoardTouchLikeAQueenMoves) {
  std::vector<MultiPolygon> board;
  for (int row = 0; row < 3; ++row)
    for (int column = 0; column < 3; ++column)
      board.push_back(drawn::square(column * 10, row * 10, 10));
  const auto found = neighbours(board);
  EXPECT_THAT(found[4], ElementsAre(0U, 1U, 2U, 3U, 5U, 6U, 7U, 8U));
  EXPECT_THAT(found[0], ElementsAre(1U, 3U, 4U));
  EXPECT_THAT(found[5], ElementsAre(1U, 2U, 4U, 7U, 8U));
}

TEST(Neighbours, IncludeAnEnclaveAndTheAreaAroundIt) {
  const MultiPolygon around = drawn::frame(0, 0, 30);
  const std::vector<MultiPolygon> areas{around, drawn::square(10, 10, 10), drawn::square(90, 0, 1)};
  const auto found = neighbours(areas);
  EXPECT_THAT(found[0], ElementsAre(1U));
  EXPECT_THAT(found[1], ElementsAre(0U));
  EXPECT_THAT(found[2], IsEmpty());
}

TEST(Neighbours, AreNotSnapped) {
  const std::vector<MultiPolygon> apart{drawn::square(0, 0, 10), drawn::square(10.001, 0, 10)};
  EXPECT_THAT(neighbours(apart)[0], IsEmpty());
  const std::vector<MultiPolygon> halfway{drawn::square(0, 0, 10), drawn::square(10, 2, 3)};
  EXPECT_THAT(neighbours(halfway)[0], IsEmpty());
  EXPECT_THAT(neighbours({}), IsEmpty());
}

}  // namespace
}  // namespace wijkbeeld::geo
