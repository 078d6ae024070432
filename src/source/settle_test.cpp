// SPDX-License-Identifier: EUPL-1.2
// What only several files together tell.
#include "source/settle.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "source/made_files_test.hpp"

namespace wijkbeeld::source {
namespace {

using area::Level;
using support::Scratch;
using testing::ElementsAre;

series::Project project_in(const Scratch& scratch) {
  base::Progress progress;
  return read_project(scratch.path(), {2}, progress);
}

const std::string kCells =
    "cel,buurt_2016,inwoners_2016\nE1500N4500,BU99010001,5\nE1501N4500,BU99010001,6\n";

TEST(ReadProject, GivesObservationsTheVintageOfTheCells) {
  const Scratch scratch;
  scratch.file("a/enquete.csv", "respondent,cel,jaar,oordeel\n1,E1500N4500,2012,4\n");
  scratch.file("a/indicatoren_groen.csv", "cel,jaar,bomen\nE1500N4500,2012,4\n");
  scratch.file("cellen.csv", kCells);
  const series::Project project = project_in(scratch);
  ASSERT_NE(project.find_sample("enquete"), nullptr);
  EXPECT_EQ(project.find_sample("enquete")->vintage.year, 2016);
  const series::Series* trees =
      project.find_series({{"indicatoren_groen"}, Level::cell, {2016}, "bomen"});
  ASSERT_NE(trees, nullptr);
  EXPECT_EQ(trees->value({"E1500N4500"}, series::at({2012})).value(), 4);
  EXPECT_NE(project.find_nesting(Level::cell, Level::buurt, {2016}), nullptr);
  EXPECT_TRUE(project.ledger.empty());
}

TEST(ReadProject, RefusesFilesAboutCellsThatNobodyDates) {
  const Scratch scratch;
  scratch.file("enquete.csv", "respondent,cel,jaar\n1,E1500N4500,2012\n2,x,2012\n");
  const series::Project project = project_in(scratch);
  EXPECT_TRUE(project.samples.empty());
  EXPECT_EQ(project.ledger.count("vintage-unknown"), 1U);
  EXPECT_EQ(project.files.at(0).rows_refused, 2);
}

TEST(ReadProject, RefusesObservationsInUnknownCells) {
  const Scratch scratch;
  scratch.file("cellen.csv", kCells);
  scratch.file("verkopen.csv",
               "verkoop,datum,prijs,cel\n"
               "1,2012-01-01,100,E1500N4500\n"
               "2,2012-01-02,200,E1700N4500\n"
               "3,2012-01-03,300,E1501N4500\n");
  const series::Project project = project_in(scratch);
  const series::Sample* sales = project.find_sample("verkopen");
  ASSERT_NE(sales, nullptr);
  EXPECT_THAT(sales->find("prijs")->numbers, ElementsAre(100, 300));
  EXPECT_THAT(sales->find("datum")->texts, ElementsAre("2012-01-01", "2012-01-03"));
  EXPECT_EQ(sales->find("datum")->absences.size(), 2U);
  EXPECT_THAT(
      issues_of(project.ledger, "area-not-known"),
      ElementsAre("3:4 'E1700N4500' is none of the areas of level cell of 2016 that were read"));
  EXPECT_EQ(project.files.at(1).rows_refused, 1);
}

TEST(ReadProject, CountsTheFirstOfTwoSamplesAndPlacesOfOneName) {
  const Scratch scratch;
  const std::string places =
      R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"soort":"park"},)"
      R"("geometry":{"type":"Point","coordinates":[5.3,52.1]}}]})";
  scratch.file("cellen.csv", kCells);
  scratch.file("a/cellen.csv", kCells);
  for (const char* folder : {"a/", "b/"}) {
    scratch.file(std::string(folder) + "enquete.csv", "respondent,cel,jaar\n1,E1500N4500,2012\n");
    scratch.file(std::string(folder) + "p.geojson", places);
  }
  const series::Project project = project_in(scratch);
  EXPECT_EQ(project.samples.size(), 1U);
  EXPECT_EQ(project.places.size(), 1U);
  EXPECT_EQ(project.places[0].size(), 1U);
  for (const char* code : {"sample-twice", "places-twice", "nesting-twice", "same-value-twice"})
    EXPECT_EQ(project.ledger.count(code), 1U) << code;
}

}  // namespace
}  // namespace wijkbeeld::source
