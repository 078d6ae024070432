// SPDX-License-Identifier: EUPL-1.2
#include "base/number.hpp"

#include <gtest/gtest.h>

namespace wijkbeeld::base {
namespace {

TEST(ParseNumber, ReadsPointsAndExponents) {
  EXPECT_EQ(parse_number("0.277897105"), 0.277897105);
  EXPECT_EQ(parse_number("-3.97E-03"), -3.97e-3);
  EXPECT_EQ(parse_number(" +12 "), 12.0);
  EXPECT_EQ(parse_number("1,234.5"), 1234.5);
}

TEST(ParseNumber, ReadsDutchNumbers) {
  EXPECT_EQ(parse_number("6,8", NumberStyle::comma), 6.8);
  EXPECT_EQ(parse_number("1.234", NumberStyle::comma), 1234.0);
  EXPECT_EQ(parse_number("-1.234.567,89", NumberStyle::comma), -1234567.89);
  EXPECT_EQ(parse_number("-3,97E-03", NumberStyle::comma), -3.97e-3);
}

TEST(ParseNumber, RefusesWhatIsNotWhollyANumber) {
  for (const char* text : {"", " ", "NA", "#N/A", "12a", "1 2", "inf", "nan", "0x10", "+-3", "--3",
                           "1e999", "1.2.3", "."})
    EXPECT_EQ(parse_number(text), std::nullopt) << text;
}

TEST(ParseNumber, RefusesGroupsThatAreNotThrees) {
  for (const char* text : {"12,34", "1,2345", "1234,567", ",123", "1,234,56", "1,,234"})
    EXPECT_EQ(parse_number(text), std::nullopt) << text;
  EXPECT_EQ(parse_number("6.8", NumberStyle::comma), std::nullopt);
}

TEST(ParseInteger, KeepsToWholeNumbers) {
  EXPECT_EQ(parse_integer("-99999999"), -99999999);
  EXPECT_EQ(parse_integer("+7"), 7);
  EXPECT_EQ(parse_integer("7.0"), std::nullopt);
  EXPECT_EQ(parse_integer(""), std::nullopt);
}

TEST(ToText, ReadsBackAsTheSameNumber) {
  for (const double value : {0.1, 1.0 / 3, 4.102264912345678, -1e-300, 12345678.0})
    EXPECT_EQ(parse_number(to_text(value)), value);
  EXPECT_EQ(to_text(0.1), "0.1");
}

TEST(FormatDecimal, FollowsTheLanguage) {
  EXPECT_EQ(format_decimal(1234.5, 2, Language::nl), "1.234,50");
  EXPECT_EQ(format_decimal(1234.5, 2, Language::en), "1,234.50");
  EXPECT_EQ(format_decimal(0.045, 3, Language::nl, true), "+0,045");
  EXPECT_EQ(format_decimal(-0.045, 3, Language::nl), "\u22120,045");
}

TEST(FormatDecimal, ShowsNoMinusBeforeZero) {
  EXPECT_EQ(format_decimal(-0.0001, 2, Language::nl, true), "0,00");
}

TEST(FormatCount, GroupsThousands) {
  EXPECT_EQ(format_count(1234567, Language::nl), "1.234.567");
  EXPECT_EQ(format_count(-1234, Language::en), "\u22121,234");
  EXPECT_EQ(format_count(999, Language::nl), "999");
}

TEST(FormatPercent, IsAFractionTimesHundred) {
  EXPECT_EQ(format_percent(0.471, 1, Language::nl), "47,1%");
}

TEST(FormatPercent, NeverSaysNoneOrAllOfAlmostNoneOrAlmostAll) {
  EXPECT_EQ(format_percent(0, 0, Language::nl), "0%");
  EXPECT_EQ(format_percent(1, 0, Language::nl), "100%");
  EXPECT_EQ(format_percent(0.9998, 0, Language::nl), "meer dan 99%");
  EXPECT_EQ(format_percent(0.9998, 0, Language::en), "more than 99%");
  EXPECT_EQ(format_percent(0.004, 0, Language::nl), "minder dan 1%");
  EXPECT_EQ(format_percent(0.004, 0, Language::en), "less than 1%");
  EXPECT_EQ(format_percent(0.994, 0, Language::nl), "99%");
  EXPECT_EQ(format_percent(0.9998, 1, Language::nl), ">99,9%");
  EXPECT_EQ(format_percent(0.0004, 1, Language::nl), "<0,1%");
  EXPECT_EQ(format_percent(0.004, 1, Language::nl), "0,4%");
}

TEST(FormatPercent, LeavesEstimatesOutsideTheirRangeAlone) {
  EXPECT_EQ(format_percent(1.0004, 1, Language::nl), "100,0%");
  EXPECT_EQ(format_percent(-0.0004, 1, Language::nl), "0,0%");
}

TEST(CountInWords, GoesUpToTwelve) {
  EXPECT_EQ(count_in_words(4, Language::nl), "vier");
  EXPECT_EQ(count_in_words(12, Language::en), "twelve");
  EXPECT_EQ(count_in_words(1300, Language::nl), "1.300");
}

TEST(AsFound, TakesTheDecimalsThatItNeeds) {
  EXPECT_EQ(as_found(7).digits, 0);
  EXPECT_EQ(as_found(-3.5).digits, 1);
  EXPECT_EQ(as_found(0.057).digits, 3);
  EXPECT_EQ(as_found(1.0 / 3).digits, 6);
  EXPECT_EQ(as_found(0.00001234567).digits, 7);
  EXPECT_EQ(as_found(0).digits, 0);
}

}  // namespace
}  // namespace wijkbeeld::base
