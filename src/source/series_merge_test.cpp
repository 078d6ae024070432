// SPDX-License-Identifier: EUPL-1.2
#include "source/series_merge.hpp"

#include <gtest/gtest.h>

namespace wijkbeeld::source {
namespace {

using series::at;
using series::Series;
using table::Absence;
using table::Value;

Series series_of(std::vector<area::AreaCode> codes, std::vector<series::Period> periods,
                 const std::vector<Value<double>>& values) {
  Series series({{"e"}, area::Level::wijk, {2016}, "class"}, std::move(codes), std::move(periods));
  std::size_t next = 0;
  for (std::size_t p = 0; p < series.periods().size(); ++p)
    for (std::size_t a = 0; a < series.areas().size(); ++a)
      series.set(a, p, values[next++]);
  return series;
}

Merged merge(Series& first, const Series& second, double tolerance = 0) {
  return merge_series(first, second, tolerance, [](const auto&, auto, const auto&, const auto&) {});
}

TEST(MergeSeries, AddsAreasAndPeriods) {
  Series first = series_of({{"a"}, {"c"}}, {at({2012})}, {1.0, 3.0});
  const Merged merged = merge(first, series_of({{"b"}}, {at({2014})}, {2.0}));
  EXPECT_EQ(merged.added, 1U);
  EXPECT_EQ(first.areas().size(), 3U);
  EXPECT_EQ(first.value({"c"}, at({2012})).value(), 3.0);
  EXPECT_EQ(first.value({"b"}, at({2014})).value(), 2.0);
  EXPECT_EQ(first.value({"b"}, at({2012})).absence(), Absence::not_collected);
}

TEST(MergeSeries, CountsWhatIsTheSame) {
  Series first = series_of({{"a"}, {"b"}}, {at({2012})}, {1.0, Absence::withheld});
  const Merged merged =
      merge(first, series_of({{"a"}, {"b"}}, {at({2012})}, {1.0, Absence::withheld}));
  EXPECT_EQ(merged.same, 2U);
  EXPECT_EQ(merged.added + merged.differing, 0U);
}

TEST(MergeSeries, FillsOnlyWhereNothingIsKnown) {
  Series first = series_of({{"a"}, {"b"}, {"c"}}, {at({2012})},
                           {Absence::refused, Absence::not_collected, Absence::withheld});
  const Merged merged =
      merge(first, series_of({{"a"}, {"b"}, {"c"}}, {at({2012})}, {1.0, 2.0, 3.0}));
  EXPECT_EQ(merged.added, 2U);
  EXPECT_EQ(merged.differing, 1U);
  EXPECT_EQ(first.value({"c"}, at({2012})).absence(), Absence::withheld);
}

TEST(MergeSeries, LeavesTheFirstItsOwnWhereTheyDiffer) {
  Series first = series_of({{"a"}}, {at({2012})}, {1.0});
  EXPECT_EQ(merge(first, series_of({{"a"}}, {at({2012})}, {2.0})).differing, 1U);
  EXPECT_EQ(first.value({"a"}, at({2012})).value(), 1.0);
  EXPECT_EQ(merge(first, series_of({{"a"}}, {at({2012})}, {1.0 + 1e-13}), 1e-12).same, 1U);
}

TEST(InWords, SaysTheReasonOfAnAbsence) {
  EXPECT_EQ(in_words(Value<double>(0.5)), "0.5");
  EXPECT_EQ(in_words(Value<double>(Absence::withheld)), "withheld");
  EXPECT_EQ(in_words(series::Period{{2012}, {2014}}), "2012-2014");
  EXPECT_EQ(in_words(at({2014})), "2014");
}

}  // namespace
}  // namespace wijkbeeld::source
