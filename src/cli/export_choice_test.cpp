// SPDX-License-Identifier: EUPL-1.2
#include "cli/export_choice.hpp"

#include <gmock/gmock.h>

#include "base/failure.hpp"
#include "codec/csv.hpp"
#include "support/tiny_project.hpp"

namespace wijkbeeld::cli {
namespace {

using testing::HasSubstr;

series::Project two_editions() {
  using support::TinyArea;
  series::Project project = support::tiny_project(
      {TinyArea{"WK900001", "Dorp", 1250, {1.0, 2.0, std::nullopt}, {3.5, 3.6}},
       TinyArea{"WK900002", "Zee", std::nullopt, {3.0}, {}}});
  const series::Project other =
      support::tiny_project({TinyArea{"WK900001", "Dorp", 1250, {2.0}, {}}}, "other");
  project.series.insert(project.series.end(), other.series.begin(), other.series.end());
  return project;
}

std::string failure_of(const ExportWish& wish) {
  try {
    choose_export(two_editions(), wish);
  } catch (const base::Failure& failure) {
    return failure.what();
  }
  return "no failure";
}

TEST(ChooseExport, GivesARowPerAreaAndAColumnPerQuantityAndWave) {
  const Exported exported =
      choose_export(two_editions(), {.edition = "tiny", .quantities = {"class", "score"}});
  EXPECT_EQ(codec::to_csv(exported.table),
            "area_code,area_name,gemeente,residents,class_2002,class_2012,class_2014,"
            "score_2012,score_2014\n"
            "WK900001,Dorp,,1250,1,2,,3.5,3.6\n"
            "WK900002,Zee,,,3,,,,\n");
  EXPECT_EQ(exported.table.name, "tiny_wijk_2016");
}

TEST(ChooseExport, GivesARowPerAreaAndWaveWhenLong) {
  const Exported exported = choose_export(
      two_editions(),
      {.edition = "tiny", .quantities = {"class", "score"}, .waves = {2012}, .is_long = true});
  EXPECT_EQ(codec::to_csv(exported.table),
            "area_code,area_name,gemeente,residents,from,to,class,score\n"
            "WK900001,Dorp,,1250,2012,2012,2,3.5\n"
            "WK900002,Zee,,,2012,2012,,\n");
}

TEST(ChooseExport, NeverMixesEditions) {
  EXPECT_EQ(failure_of({}),
            "the data hold 2 sets of figures\n"
            "  why: figures of two editions or levels do not belong in one table\n"
            "  what to do: choose with --edition, --level and --vintage from: other wijk 2016, "
            "tiny wijk 2016");
}

TEST(ChooseExport, SaysWhatThereIsInstead) {
  EXPECT_THAT(failure_of({.edition = "tinny"}), HasSubstr("did you mean 'tiny'?"));
  EXPECT_THAT(failure_of({.edition = "lbm3"}), HasSubstr("choose one of: other, tiny"));
  EXPECT_THAT(failure_of({.edition = "tiny", .vintage = 2020}),
              HasSubstr("choose one of: tiny wijk 2016"));
  EXPECT_THAT(failure_of({.edition = "tiny", .quantities = {"clas"}}),
              HasSubstr("did you mean 'class'?"));
  EXPECT_THAT(failure_of({.edition = "tiny", .waves = {2013}}),
              HasSubstr("choose one of: 2002, 2012, 2014"));
}

area::Outlines outlines_of(int year, const std::string& name) {
  area::Outlines outlines{area::Level::wijk, {year}};
  outlines.codes = {{"WK900001"}};
  outlines.names = {name};
  outlines.shapes = {{{{{{0, 0}, {1, 0}, {1, 1}, {0, 0}}, {}}}}};
  return outlines;
}

TEST(ChooseOutlines, DrawsWithOtherBoundariesOnlyWhereTheNameAgrees) {
  series::Project project = two_editions();
  const Exported exported = choose_export(project, {.edition = "tiny"});
  project.outlines = {outlines_of(2022, "Dorp"), outlines_of(2023, "Ander dorp")};
  EXPECT_EQ(choose_outlines(project, exported, 2022).drawn, 1U);
  EXPECT_EQ(choose_outlines(project, exported, 2023).drawn, 0U);
}

TEST(ChooseOutlines, TakesItsOwnVintageByCodeAlone) {
  series::Project project = two_editions();
  const Exported exported = choose_export(project, {.edition = "tiny"});
  project.outlines = {outlines_of(2016, "")};
  const Drawing drawing = choose_outlines(project, exported, {});
  EXPECT_EQ(drawing.drawn, 1U);
  EXPECT_EQ(drawing.shape_of_row.front(), 0U);
  EXPECT_FALSE(drawing.shape_of_row.back());
}

TEST(ChooseOutlines, SaysWhichYearsThereAre) {
  series::Project project = two_editions();
  const Exported exported = choose_export(project, {.edition = "tiny"});
  EXPECT_THROW(choose_outlines(project, exported, {}), base::Failure);
  project.outlines = {outlines_of(2022, "Dorp")};
  try {
    choose_outlines(project, exported, {});
    FAIL();
  } catch (const base::Failure& failure) {
    EXPECT_THAT(failure.what(), HasSubstr("there are no boundaries of wijk 2016"));
    EXPECT_THAT(failure.what(), HasSubstr("--outlines: 2022"));
  }
}

}  // namespace
}  // namespace wijkbeeld::cli
