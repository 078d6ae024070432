// SPDX-License-Identifier: EUPL-1.2
#include "source/cells.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "source/made_files_test.hpp"

namespace wijkbeeld::source {
namespace {

using table::Absence;
using table::Value;

Value<double> read(std::string_view text, base::Ledger& ledger,
                   base::NumberStyle style = base::NumberStyle::point,
                   ValueRule rule = ValueRule::number) {
  table::Rows rows({"a.csv"}, {"x"});
  rows.number_style = style;
  rows.add(2, std::vector<std::string_view>{text});
  return cell_value(rows, 0, 0, rule, {Absence::not_applicable}, ledger);
}

TEST(CellValue, ReadsNumbersInTheStyleOfTheFile) {
  base::Ledger ledger;
  EXPECT_EQ(read("-3.97E-03", ledger).value(), -0.00397);
  EXPECT_EQ(read("1.234,5", ledger, base::NumberStyle::comma).value(), 1234.5);
  EXPECT_EQ(read("-0.5", ledger).value(), -0.5);
  EXPECT_TRUE(ledger.empty());
}

TEST(CellValue, KnowsTheWaysToSayThereIsNoValue) {
  base::Ledger ledger;
  for (const char* text : {"#N/A", "-99999999", "-99999999.0", "-99997", ".", "x"})
    EXPECT_EQ(read(text, ledger).absence(), Absence::withheld) << text;
  for (const char* text : {"", "NA", "-"})
    EXPECT_EQ(read(text, ledger).absence(), Absence::not_applicable) << text;
  EXPECT_TRUE(ledger.empty());
}

TEST(CellValue, RefusesWhatIsNoNumber) {
  base::Ledger ledger;
  EXPECT_EQ(read("12 km", ledger).absence(), Absence::refused);
  EXPECT_EQ(read("inf", ledger).absence(), Absence::refused);
  EXPECT_THAT(issues_of(ledger, "not-a-number"),
              testing::ElementsAre("2:1 '12 km' in column 'x' is not a number",
                                   "2:1 'inf' in column 'x' is not a number"));
}

TEST(CellValue, RefusesAClassOutsideItsRange) {
  base::Ledger ledger;
  const auto point = base::NumberStyle::point;
  EXPECT_EQ(read("9", ledger, point, ValueRule::situation_class).value(), 9.0);
  EXPECT_EQ(read("7", ledger, point, ValueRule::development_class).value(), 7.0);
  EXPECT_EQ(read("8", ledger, point, ValueRule::development_class).absence(), Absence::refused);
  EXPECT_EQ(ledger.count("class-out-of-range"), 1U);
}

TEST(MarkEmptyPeriods, CallsAColumnNobodyPublishedNotCollected) {
  std::vector<series::Series> all;
  all.emplace_back(series::SeriesKey{{"e"}, area::Level::pc4, {2020}, "q"},
                   std::vector<area::AreaCode>{{"1011"}, {"1012"}},
                   std::vector<series::Period>{series::at({2012}), series::at({2014})});
  for (const std::size_t period : {0U, 1U})
    all[0].set(0, period, Absence::withheld);
  all[0].set(1, 1, 1.0);
  mark_empty_periods(all);
  EXPECT_EQ(all[0].value(0, 0).absence(), Absence::not_collected);
  EXPECT_EQ(all[0].value(0, 1).absence(), Absence::withheld);
}

TEST(LevelOfColumn, IsThatOfMostCodes) {
  table::Rows rows({"a.csv"}, {"GBD"});
  for (const std::string_view code : {"WK900001", "x", "WK900002", "GM0003"})
    rows.add(1, std::vector<std::string_view>{code});
  EXPECT_EQ(level_of_column(rows, 0), area::Level::wijk);
  EXPECT_EQ(level_of_column(table::Rows({"a.csv"}, {"GBD"}), 0), std::nullopt);
}

}  // namespace
}  // namespace wijkbeeld::source
