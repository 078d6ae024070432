// SPDX-License-Identifier: EUPL-1.2
#include "answer/small_counts.hpp"

#include <gtest/gtest.h>

namespace wijkbeeld::answer {
namespace {

using area::Level;
using table::Absence;

Figure people(table::Value<double> value) {
  return {"areas/a#residents", value, Unit::residents, {}};
}

TEST(SmallCounts, OfACellWithFewerThanFiveResidentsAreWithheld) {
  const Figure found = told(Level::cell, people(4));
  EXPECT_EQ(found.value.absence(), Absence::withheld);
  EXPECT_EQ(found.id, "areas/a#residents");
  EXPECT_EQ(told(Level::cell, people(0)).value.absence(), Absence::withheld);
}

TEST(SmallCounts, OfFiveAndMoreAreTold) {
  EXPECT_EQ(*told(Level::cell, people(5)).value, 5);
}

TEST(SmallCounts, OfAreasThatHoldManyCellsAreTold) {
  EXPECT_EQ(*told(Level::buurt, people(4)).value, 4);
}

TEST(SmallCounts, KeepTheReasonOfWhatIsAbsentAlready) {
  EXPECT_EQ(told(Level::cell, people(Absence::not_collected)).value.absence(),
            Absence::not_collected);
}

}  // namespace
}  // namespace wijkbeeld::answer
