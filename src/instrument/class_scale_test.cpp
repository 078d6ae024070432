// SPDX-License-Identifier: EUPL-1.2
#include "instrument/class_scale.hpp"

#include <gtest/gtest.h>

namespace wijkbeeld::instrument {
namespace {

const ClassScale kThree({3.0, 4.0}, {{"laag", "low"}, {"midden", "middle"}, {"hoog", "high"}});

TEST(ClassScale, PutsAScoreOnALimitInTheClassAbove) {
  EXPECT_EQ(kThree.class_of(2.999), 1);
  EXPECT_EQ(kThree.class_of(3.0), 2);
  EXPECT_EQ(kThree.class_of(4.0), 3);
  EXPECT_EQ(kThree.name(2).nl, "midden");
}

TEST(ClassScale, MeasuresTheDistanceToTheNearestLimit) {
  EXPECT_NEAR(kThree.distance_to_limit(3.4), 0.4, 1e-12);
  EXPECT_NEAR(kThree.distance_to_limit(9.0), 5.0, 1e-12);
}

TEST(DevelopmentScale, IsSymmetricAndKeepsALimitNearNoChange) {
  const DevelopmentScale scale({0.1, 0.2},
                               {{"--", ""}, {"-", ""}, {"0", ""}, {"+", ""}, {"++", ""}});
  EXPECT_EQ(scale.unchanged(), 3);
  EXPECT_EQ(scale.class_of(0.0), 3);
  EXPECT_EQ(scale.class_of(0.1), 3);
  EXPECT_EQ(scale.class_of(0.11), 4);
  EXPECT_EQ(scale.class_of(-0.11), 2);
  EXPECT_EQ(scale.class_of(-5), 1);
  EXPECT_EQ(scale.class_of(5), 5);
}

}  // namespace
}  // namespace wijkbeeld::instrument
