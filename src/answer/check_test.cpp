// SPDX-License-Identifier: EUPL-1.2
#include "answer/check.hpp"

#include <gtest/gtest.h>

namespace wijkbeeld::answer {
namespace {

using area::Level;
using Verdict = ClassCheckAnswer::Verdict;

constexpr series::Period k2012{{2012}, {2012}};
constexpr series::Period k2014{{2014}, {2014}};
constexpr series::Period kStep{{2012}, {2014}};

study::Findings checked() {
  study::Findings out;
  out.class_check = {{"tiny", Level::wijk, "situation", k2012, 100, 1},
                     {"tiny", Level::wijk, "situation", k2014, 120, 2},
                     {"tiny", Level::wijk, "development", kStep, 90, 0},
                     {"other", Level::wijk, "situation", k2012, 7, 0}};
  out.class_mismatches = {{"tiny", Level::wijk, "situation", k2012, "A", 3.01, 1, 2, 0.01},
                          {"tiny", Level::wijk, "situation", k2014, "B", 3.04, 1, 2, 0.04},
                          {"tiny", Level::wijk, "situation", k2014, "C", 2.98, 2, 1, 0.02}};
  out.aggregation_check = {{"tiny", Level::wijk, Level::gemeente, {2012}, 10, 0.001, 0.02, 0.05},
                           {"tiny", Level::wijk, Level::gemeente, {2014}, 11, 0.002, 0.01, 0.07},
                           {"other", Level::wijk, Level::gemeente, {2012}, 4, 0.1, 0.2, 0.3}};
  return out;
}

TEST(ClassCheck, AddsUpOverTheWavesOfOneEdition) {
  const study::Findings findings = checked();
  const ClassCheckAnswer one = class_check(findings, "tiny");
  EXPECT_EQ(*one.situation_checked, 220);
  EXPECT_EQ(*one.situation_mismatches, 3);
  EXPECT_EQ(*one.development_checked, 90);
  EXPECT_EQ(*one.development_mismatches, 0);
  EXPECT_DOUBLE_EQ(*one.largest_distance, 0.04);
  EXPECT_EQ(one.verdict, Verdict::some_differ);
  EXPECT_EQ(one.rows.size(), 3U);
  EXPECT_EQ(one.situation_checked.inputs.size(), 2U);
}

TEST(ClassCheck, AgreesWhereNothingDiffers) {
  const study::Findings findings = checked();
  const ClassCheckAnswer one = class_check(findings, "other");
  EXPECT_EQ(one.verdict, Verdict::all_agree);
  EXPECT_EQ(*one.situation_checked, 7);
  EXPECT_EQ(*one.development_checked, 0);
  EXPECT_FALSE(one.largest_distance.has_value());
}

TEST(ClassCheck, HasNoVerdictOnNothing) {
  const study::Findings findings = checked();
  const ClassCheckAnswer one = class_check(findings, "none");
  EXPECT_EQ(one.verdict, Verdict::nothing_to_check);
  EXPECT_EQ(*one.situation_checked, 0);
}

TEST(Aggregation, NamesTheLargestErrors) {
  const study::Findings findings = checked();
  const AggregationAnswer one = aggregation(findings, "tiny");
  ASSERT_EQ(one.rows.size(), 2U);
  EXPECT_EQ(*one.rows[1].areas, 11);
  EXPECT_DOUBLE_EQ(*one.largest_p95, 0.02);
  EXPECT_DOUBLE_EQ(*one.largest, 0.07);
  EXPECT_EQ(one.largest.inputs.size(), 2U);
}

TEST(Aggregation, IsAbsentWithoutRows) {
  const study::Findings findings = checked();
  const AggregationAnswer one = aggregation(findings, "none");
  EXPECT_TRUE(one.rows.empty());
  EXPECT_FALSE(one.largest.has_value());
}

}  // namespace
}  // namespace wijkbeeld::answer
