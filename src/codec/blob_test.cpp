// SPDX-License-Identifier: EUPL-1.2
#include "codec/blob.hpp"

#include <gmock/gmock.h>

#include <bit>
#include <cmath>
#include <limits>

#include "base/failure.hpp"

namespace wijkbeeld::codec {
namespace {

using testing::HasSubstr;

std::vector<double> wavy(std::size_t n) {
  std::vector<double> values(n);
  for (std::size_t i = 0; i < n; ++i)
    values[i] = std::sin(static_cast<double>(i) / 7) * 1e3;
  return values;
}

template <class Read>
std::string failure_of(const Read& read) {
  try {
    read();
  } catch (const base::Failure& failure) {
    return failure.what();
  }
  return "no failure";
}

TEST(Blob, GivesBackEveryBitOfADouble) {
  const std::vector<double> values{0.0,
                                   -0.0,
                                   1.0 / 3,
                                   -99999999,
                                   std::numeric_limits<double>::denorm_min(),
                                   std::numeric_limits<double>::max(),
                                   std::numeric_limits<double>::infinity(),
                                   std::numeric_limits<double>::quiet_NaN()};
  const std::vector<double> back = doubles_from_blob(to_blob(values));
  ASSERT_EQ(back.size(), values.size());
  for (std::size_t i = 0; i < values.size(); ++i)
    EXPECT_EQ(std::bit_cast<std::uint64_t>(back[i]), std::bit_cast<std::uint64_t>(values[i]));
}

TEST(Blob, HoldsNothingOneAndManyValues) {
  for (const std::size_t n : {0U, 1U, 7U, 200'000U})
    EXPECT_EQ(doubles_from_blob(to_blob(wavy(n))), wavy(n)) << n;
  const std::vector<std::uint8_t> reasons{0, 1, 2, 5, 255};
  EXPECT_EQ(bytes_from_blob(to_blob(reasons)), reasons);
  EXPECT_TRUE(bytes_from_blob(to_blob(std::span<const std::uint8_t>())).empty());
}

TEST(Blob, OfAConstantColumnIsSmallAndStillRead) {
  const std::vector<double> zeros(1'000'000, 0.0);
  const std::string blob = to_blob(zeros);
  EXPECT_LT(blob.size(), 2000U);
  EXPECT_EQ(doubles_from_blob(blob), zeros);
  const std::vector<std::uint8_t> fives(5'000'000, 5);
  EXPECT_EQ(bytes_from_blob(to_blob(fives)), fives);
}

TEST(Blob, IsTheSameForTheSameValues) {
  EXPECT_EQ(to_blob(wavy(5000)), to_blob(wavy(5000)));
}

TEST(Blob, WithAFlippedBitNeverGivesOtherValues) {
  const std::vector<double> values = wavy(40);
  const std::string blob = to_blob(values);
  std::size_t refused = 0;
  for (std::size_t bit = 0; bit < blob.size() * 8; ++bit) {
    std::string changed = blob;
    changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << (bit % 8)));
    try {
      EXPECT_EQ(doubles_from_blob(changed), values) << bit;
    } catch (const base::Failure&) {
      ++refused;
    }
  }
  EXPECT_GT(refused, blob.size() * 8 - 8);
}

TEST(Blob, CutShortIsRefusedAtEveryLength) {
  const std::string blob = to_blob(wavy(40));
  for (std::size_t size = 0; size < blob.size(); ++size)
    EXPECT_THROW(doubles_from_blob(std::string_view(blob).substr(0, size)), base::Failure) << size;
  EXPECT_THROW(doubles_from_blob(blob + "x"), base::Failure);
}

TEST(Blob, OfTheOtherKindIsRefusedWithItsSentence) {
  const std::string blob = to_blob(std::vector<std::uint8_t>{1, 2, 3});
  const std::string told = failure_of([&] { doubles_from_blob(blob); });
  EXPECT_THAT(told, HasSubstr("the column is damaged"));
  EXPECT_THAT(told, HasSubstr("it does not begin with 'WBd1'"));
  EXPECT_THAT(told, HasSubstr("wijkbeeld import"));
  EXPECT_THAT(failure_of([] { bytes_from_blob("WB"); }), HasSubstr("it stops after 2 bytes"));
}

TEST(Blob, ThatClaimsToBeHugeIsRefusedBeforeMemoryIsAsked) {
  std::string blob = to_blob(wavy(40));
  blob[10] = 0x7f;
  EXPECT_THAT(failure_of([&] { doubles_from_blob(blob); }),
              HasSubstr("its length does not agree with its contents"));
}

}  // namespace
}  // namespace wijkbeeld::codec
