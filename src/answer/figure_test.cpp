// SPDX-License-Identifier: EUPL-1.2
#include "answer/figure.hpp"

#include <gtest/gtest.h>

namespace wijkbeeld::answer {
namespace {

using base::Language;
using table::Absence;

std::string dutch(const base::Argument& argument) {
  return base::to_text(argument, Language::nl);
}

TEST(Figure, IsShownByItsUnitInDutch) {
  EXPECT_EQ(dutch(shown({"a", 1234.0, Unit::count, {}})), "1.234");
  EXPECT_EQ(dutch(shown({"a", 0.4714, Unit::share, {}})), "47%");
  EXPECT_EQ(dutch(shown({"a", 0.4714, Unit::share, {}}, Precision::table)), "47,1%");
  EXPECT_EQ(dutch(shown({"a", 0.0213, Unit::change, {}})), "+0,021");
  EXPECT_EQ(dutch(shown({"a", 2.31, Unit::percentage_points, {}})), "2,3");
  EXPECT_EQ(dutch(shown({"a", 4.1631, Unit::score, {}})), "4,163");
}

TEST(Figure, HasThreeDigitsThatCountInAnUnknownUnit) {
  EXPECT_EQ(dutch(shown({"a", 1234.4, Unit::amount, {}})), "1.234");
  EXPECT_EQ(dutch(shown({"a", -56.74, Unit::amount, {}})), "−56,7");
  EXPECT_EQ(dutch(shown({"a", 0.01234, Unit::amount, {}})), "0,0123");
  EXPECT_EQ(dutch(shown({"a", 0.0, Unit::amount, {}})), "0");
}

TEST(Figure, ShowsAnErrorWithoutASignAndABareNumberShort) {
  EXPECT_EQ(dutch(shown({"a", 0.00314, Unit::error, {}}, Precision::table)), "0,0031");
  EXPECT_EQ(dutch(shown({"a", 0.4567, Unit::ratio, {}})), "0,46");
  EXPECT_EQ(dutch(shown({"a", 0.12, Unit::coefficient, {}}, Precision::table)), "+0,1200");
}

TEST(Figure, IsADashWhenAbsentAndStillCarriesItsId) {
  const base::Argument argument = shown({"t/1#x", Absence::withheld, Unit::share, {}});
  EXPECT_EQ(dutch(argument), "–");
  EXPECT_EQ(argument.figure, "t/1#x");
}

TEST(Figure, LosesItsSignWhereWordsTellTheDirection) {
  EXPECT_EQ(dutch(shown_size({"a", -0.0163, Unit::change, {}})), "0,016");
}

TEST(Difference, OfSharesIsInPercentagePointsAndNamesItsInputs) {
  const Figure a{"t/1#s", 0.5, Unit::share, {}};
  const Figure b{"t/2#s", 0.375, Unit::share, {}};
  const Figure d = difference("answers/d", a, b);
  EXPECT_DOUBLE_EQ(*d, 12.5);
  EXPECT_EQ(d.unit, Unit::percentage_points);
  EXPECT_EQ(d.inputs, (std::vector<std::string>{"t/1#s", "t/2#s"}));
}

TEST(Difference, IsAbsentWithTheReasonOfItsInput) {
  const Figure a{"a", 0.5, Unit::score, {}};
  const Figure b{"b", Absence::not_collected, Unit::score, {}};
  EXPECT_EQ(difference("d", a, b).value.absence(), Absence::not_collected);
  EXPECT_EQ(difference("d", b, a).value.absence(), Absence::not_collected);
}

TEST(ShareOf, IsAbsentForAnEmptyWhole) {
  const Figure part{"a", 0.0, Unit::count, {}};
  EXPECT_FALSE(share_of("s", part, part).has_value());
  EXPECT_DOUBLE_EQ(*share_of("s", {"a", 1.0, Unit::count, {}}, {"b", 4.0, Unit::count, {}}), 0.25);
}

TEST(Sum, CountsAbsentPartsAsNothingAndIsAbsentWhenAllAre) {
  const Figure one{"a", 1.0, Unit::count, {}};
  const Figure none{"b", Absence::withheld, Unit::count, {}};
  EXPECT_DOUBLE_EQ(*sum("s", {one, none, one}), 2.0);
  EXPECT_FALSE(sum("s", {none}).has_value());
}

}  // namespace
}  // namespace wijkbeeld::answer
