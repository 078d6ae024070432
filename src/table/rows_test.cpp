// SPDX-License-Identifier: EUPL-1.2
#include "table/rows.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wijkbeeld::table {
namespace {

using ::testing::HasSubstr;

TEST(Rows, FillsShortRowsAndKeepsPlaces) {
  Rows rows({"a.csv"}, {"code", "KL02"});
  const std::string_view cells[] = {"WK000300"};
  rows.add(7, cells);
  EXPECT_EQ(rows.cell(0, 0), "WK000300");
  EXPECT_EQ(rows.cell(0, 1), "");
  EXPECT_EQ(base::to_text(rows.place_of(0, 1)), "a.csv:7:2");
}

TEST(Rows, KeepsItsTextWhateverIsAddedLater) {
  Rows rows({"a.csv"}, {"x"});
  for (int i = 0; i < 50000; ++i) {
    const std::string text = "cell " + std::to_string(i);
    const std::string_view cells[] = {text};
    rows.add(i, cells);
  }
  EXPECT_EQ(rows.cell(0, 0), "cell 0");
  EXPECT_EQ(rows.cell(49999, 0), "cell 49999");
}

TEST(Rows, FindsColumnsWithoutRegardToCase) {
  const Rows rows({"a.csv"}, {"Code", "code2"});
  EXPECT_EQ(rows.find("CODE"), 0U);
  EXPECT_EQ(rows.find("none"), std::nullopt);
}

TEST(Rows, SaysWhichColumnIsMissingAndWhichIsPerhapsMeant) {
  const Rows rows({"a.xlsx", "wijk"}, {"WK_CODE", "KL_02"});
  try {
    (void)rows.column("KL02");
    FAIL();
  } catch (const base::Failure& failure) {
    EXPECT_THAT(failure.what(), HasSubstr("column 'KL02' is missing"));
    EXPECT_THAT(failure.what(), HasSubstr("did you mean 'KL_02'?"));
  }
}

TEST(Rows, RefusesAColumnTwice) {
  EXPECT_THROW(Rows({"a.csv"}, {"a", "b", "a"}), base::Failure);
}

}  // namespace
}  // namespace wijkbeeld::table
