// SPDX-License-Identifier: EUPL-1.2
#include "area/name.hpp"

#include <gtest/gtest.h>

namespace wijkbeeld::area {
namespace {

TEST(PlainName, LeavesOutTheNumberOfAWijk) {
  EXPECT_EQ(plain_name("Wijk 07 Kruiskamp"), plain_name("kruiskamp"));
  EXPECT_EQ(plain_name(" WIJK 12 De Köppel"), plain_name("De Koppel"));
}

TEST(PlainName, KeepsANumberThatIsTheName) {
  EXPECT_NE(plain_name("Wijk 07"), plain_name(""));
  EXPECT_NE(plain_name("Wijk 01"), plain_name("Wijk 02"));
  EXPECT_EQ(plain_name("Wijk aan Zee"), plain_name("wijk aan zee"));
}

TEST(PlainName, IsEmptyForNothing) {
  EXPECT_EQ(plain_name(""), "");
  EXPECT_EQ(plain_name("  "), "");
}

}  // namespace
}  // namespace wijkbeeld::area
