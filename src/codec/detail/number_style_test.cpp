// SPDX-License-Identifier: EUPL-1.2
#include "codec/detail/number_style.hpp"

#include <gtest/gtest.h>

#include "base/number.hpp"
#include "base/random.hpp"

namespace wijkbeeld::codec::detail {
namespace {

TEST(StyleProof, FindsNumbersOnlyPossibleInOneStyle) {
  for (const char* cell : {"6,8", "-6,8", "+0,5", ",5", "1.234,5", "0,123", "1234,567", "1.234.567",
                           "-3,97E-03", "1,234e5", "12,3456"})
    EXPECT_EQ(style_proof(cell), StyleProof::comma) << cell;
  for (const char* cell : {"6.8", "-6.8", "+0.5", ".5", "1,234.5", "0.123", "1234.567", "1,234,567",
                           "-3.97E-03", "1.234e5", "4.216484120900081"})
    EXPECT_EQ(style_proof(cell), StyleProof::point) << cell;
}

TEST(StyleProof, FindsNoneInWhatFitsBothOrIsNoNumber) {
  for (const char* cell :
       {"",          "12",       "1.234",       "1,234",   "-12.345", "WK036303", "22-3-2017",
        "22.3.2017", "1.2.3",    "a,b",         "5.",      "5,",      ",",        ".",
        "-",         "1.23.456", "1.234,567,8", "e.o.",    "1,2,3",   "#N/A",     "1.5E",
        ".e5",       "1.5e999",  "1e5",         "1.5E+-3", "12,3 %",  "1..2",     "1,.5"})
    EXPECT_EQ(style_proof(cell), StyleProof::none) << cell;
}

// What style_proof says must agree with what parse_number does.
TEST(StyleProof, AgreesWithTheReaderOfNumbers) {
  constexpr std::string_view kLetters = "0123456789..,,-+eE";
  base::Stream random(base::Seed{1}, 7);
  for (int round = 0; round < 20000; ++round) {
    std::string cell;
    for (std::uint64_t i = random.below(9); i-- > 0;)
      cell.push_back(kLetters[random.below(kLetters.size())]);
    const bool as_point = base::parse_number(cell, base::NumberStyle::point).has_value();
    const bool as_comma = base::parse_number(cell, base::NumberStyle::comma).has_value();
    if (style_proof(cell) == StyleProof::point) {
      EXPECT_TRUE(as_point) << cell;
    }
    if (style_proof(cell) == StyleProof::comma) {
      EXPECT_TRUE(as_comma) << cell;
    }
  }
}

}  // namespace
}  // namespace wijkbeeld::codec::detail
