// SPDX-License-Identifier: EUPL-1.2
#include "report/map_layers.hpp"

#include <gtest/gtest.h>

#include "report/annex.hpp"
#include "report/table_files.hpp"
#include "study/tables.hpp"
#include "support/scratch.hpp"

namespace wijkbeeld::report {
namespace {

study::Findings two_areas() {
  study::Findings findings;
  findings.plan.title = {"Proef", "Trial"};
  findings.plan.cohorts.push_back({"weak-2002", {"zwak", "weak"}, {"lbm2-2016"}});
  study::EditionUsed used;
  used.edition.id = {"lbm2-2016"};
  used.edition.title = {"Versie 2.0", "Version 2.0"};
  used.level = area::Level::wijk;
  used.vintage = {2016};
  findings.editions.push_back(used);
  findings.area_figures = {
      {"lbm2-2016", "WK990100", "Aa", "Fictiedam", 1000.0, 4, 3.8, 3, -0.02, "Terugval"},
      {"lbm2-2016", "WK990101", "Bee", "Fictiedam", table::Absence::withheld,
       table::Absence::withheld, table::Absence::withheld, table::Absence::withheld,
       table::Absence::withheld, ""}};
  findings.cohort_members = {{"weak-2002", "WK990100", "Aa", 1000.0, "rule", "rule"}};
  findings.drawn = {{"lbm2-2016", area::Level::wijk, "WK990100", "Aa", "2022", ""},
                    {"lbm2-2016", area::Level::wijk, "WK990101", "Bee", "", "no-outline"}};
  const geo::MultiPolygon square{{{{{0, 0}, {100, 0}, {100, 100}, {0, 100}, {0, 0}}}}};
  findings.outlines = {{area::Level::wijk, {2022}, {{"WK990100"}}, {square}, {"Aa"}, "verzonnen"}};
  return findings;
}

TEST(MapLayers, KeepAnAreaWithoutOutlineAsARowWithoutShape) {
  const auto layers = map_layers(two_areas(), base::Language::nl, {});
  ASSERT_EQ(layers.size(), 1U);
  EXPECT_EQ(layers[0].table.name, "wijk_lbm2_2016");
  ASSERT_EQ(layers[0].shapes.size(), 2U);
  EXPECT_TRUE(std::holds_alternative<geo::MultiPolygon>(layers[0].shapes[0]));
  EXPECT_TRUE(std::holds_alternative<std::monostate>(layers[0].shapes[1]));
  EXPECT_EQ(layers[0].table.rows(), 2U);
}

TEST(MapLayers, TellMembersAndLeaveAbsentValuesAbsent) {
  const auto layers = map_layers(two_areas(), base::Language::nl, {});
  const table::Table& table = layers[0].table;
  const auto& members = table.column("cohort_weak_2002");
  EXPECT_EQ(std::get<table::Integers>(members.values), (table::Integers{1, 0}));
  EXPECT_EQ(table.column("score_last").absences[1], table::Absence::withheld);
  EXPECT_EQ(table.column("outline").absences[0], table::Absence::none);
}

TEST(TableFiles, WriteACsvAndItsMetadataForEachTable) {
  const support::Scratch scratch;
  const auto tables = study::tables(two_areas());
  write_table_files(scratch / "tables", tables, "CC0-1.0", {}, {2});
  const std::string csv = support::text_of(scratch / "tables/cohort_members.csv");
  EXPECT_EQ(csv.substr(0, csv.find('\n')), "cohort,area_code,area_name,residents,source,certainty");
  EXPECT_NE(support::text_of(scratch / "tables/cohort_members.csv-metadata.json")
                .find("\"cohort_members.csv\""),
            std::string::npos);
}

TEST(Annex, IsTheSameTwice) {
  const support::Scratch scratch;
  const study::Findings findings = two_areas();
  const auto tables = study::tables(findings);
  write_annex(scratch / "a.xlsx", findings, tables, base::Language::nl, {});
  write_annex(scratch / "b.xlsx", findings, tables, base::Language::nl, {});
  EXPECT_EQ(support::text_of(scratch / "a.xlsx"), support::text_of(scratch / "b.xlsx"));
  EXPECT_GT(support::text_of(scratch / "a.xlsx").size(), 1000U);
}

}  // namespace
}  // namespace wijkbeeld::report
