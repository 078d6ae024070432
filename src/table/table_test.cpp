// SPDX-License-Identifier: EUPL-1.2
#include "table/table.hpp"

#include <gtest/gtest.h>

namespace wijkbeeld::table {
namespace {

TEST(Value, HoldsAValueOrAReason) {
  const Value<double> present = 0.0;
  const Value<double> absent = Absence::withheld;
  EXPECT_TRUE(present.has_value());
  EXPECT_FALSE(absent.has_value());
  EXPECT_EQ(absent.absence(), Absence::withheld);
  EXPECT_NE(present, absent);
}

TEST(Value, EndsTheProcessWhenAnAbsentValueIsUsed) {
  const Value<double> absent = Absence::withheld;
  EXPECT_DEATH((void)absent.value(), "absent");
}

TEST(Absence, NamesReadBack) {
  for (const Absence a : {Absence::withheld, Absence::not_collected, Absence::not_applicable,
                          Absence::no_such_area, Absence::refused})
    EXPECT_EQ(parse_absence(to_text(a)), a);
  EXPECT_EQ(parse_absence("lost"), std::nullopt);
}

TEST(Table, ShowsCellsExactlyAndAbsentOnesEmpty) {
  Column share{{"share", base::say("share")}, Reals{}};
  share.add(Value<double>(1.0 / 3));
  share.add(Value<double>(Absence::withheld));
  const Table t{"t", base::say("t"), {share}};
  EXPECT_EQ(t.rows(), 2U);
  EXPECT_EQ(t.text(0, 0), "0.3333333333333333");
  EXPECT_EQ(t.text(1, 0), "");
}

TEST(Column, RefusesAnotherType) {
  Column share{{"share", base::say("share")}, Reals{}};
  EXPECT_DEATH(share.add(Value<std::int64_t>(1)), "another type");
}

}  // namespace
}  // namespace wijkbeeld::table
