// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <limits>

#include "base/failure.hpp"
#include "codec/blob.hpp"
#include "store/detail/packing.hpp"

namespace wijkbeeld::store::detail {
namespace {

TEST(PackTexts, GivesBackAnyText) {
  const std::vector<std::string> texts = {
      "", "a", std::string("b\0\n", 3), std::string(300, 'x'), std::string(20000, 'y'), ""};
  EXPECT_EQ(unpack_texts(pack_texts(texts)), texts);
  EXPECT_TRUE(unpack_texts(pack_texts({})).empty());
}

TEST(UnpackTexts, RefusesALengthThatRunsPastTheEnd) {
  const std::vector<std::uint8_t> bytes = {5, 'a', 'b'};
  EXPECT_THROW(unpack_texts(codec::to_blob(bytes)), base::Failure);
  const std::vector<std::uint8_t> unfinished = {200};
  EXPECT_THROW(unpack_texts(codec::to_blob(unfinished)), base::Failure);
  EXPECT_THROW(unpack_texts(codec::to_blob(std::vector<std::uint8_t>(12, 255))), base::Failure);
}

TEST(UnpackCodes, RefusesCodesThatAreNotInOrder) {
  EXPECT_EQ(unpack_codes(pack_codes({{"a"}, {"b"}})).size(), 2U);
  EXPECT_THROW(unpack_codes(pack_codes({{"b"}, {"a"}})), base::Failure);
  EXPECT_THROW(unpack_codes(pack_codes({{"a"}, {"a"}})), base::Failure);
}

TEST(PackShapes, GivesBackPartsAndHoles) {
  const geo::Ring ring = {{0.1, 0}, {1, 0}, {1, 1}, {0.1, 0}};
  const std::vector<geo::MultiPolygon> shapes = {
      {}, {{{ring, {ring, ring}}, {ring, {}}}}, {{{{}, {}}}}};
  EXPECT_EQ(unpack_shapes(pack_shapes(shapes)), shapes);
}

TEST(PackPoints, GivesBackPointsAndLines) {
  const std::vector<geo::Point> points = {{0.1, -2}, {1e6, 3}};
  EXPECT_EQ(unpack_points(pack_points(points)), points);
  const std::vector<geo::Line> lines = {points, {}, {{5, 6}}};
  EXPECT_EQ(unpack_lines(pack_lines(lines)), lines);
}

TEST(UnpackPoints, RefusesHalfAPoint) {
  EXPECT_THROW(unpack_points(codec::to_blob(std::vector<double>{1, 2, 3})), base::Failure);
  EXPECT_THROW(unpack_lines(codec::to_blob(std::vector<double>{2, 1, 2, 3})), base::Failure);
}

TEST(UnpackShapes, RefusesCountsThatCannotBe) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  for (const std::vector<double>& numbers :
       std::vector<std::vector<double>>{{1}, {-1}, {1e300}, {nan}, {1, 0}, {1, 1, 3, 0, 0}})
    EXPECT_THROW(unpack_shapes(codec::to_blob(numbers)), base::Failure);
}

}  // namespace
}  // namespace wijkbeeld::store::detail
