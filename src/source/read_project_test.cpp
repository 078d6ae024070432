// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "base/failure.hpp"
#include "base/file.hpp"
#include "base/sha256.hpp"
#include "source/made_files_test.hpp"

namespace wijkbeeld::source {
namespace {

using area::Level;
using series::at;
using support::Scratch;
using table::Absence;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

series::Project project_in(const std::filesystem::path& path, unsigned workers = 2) {
  base::Progress progress;
  return read_project(path, {workers}, progress);
}

const series::Series* classes_of(const series::Project& project) {
  return project.find_series({{"lbm2-2016"}, Level::wijk, {2016}, "class"});
}

TEST(ReadProject, PutsFilesTogether) {
  const Scratch scratch;
  scratch.file("b/wijk.xlsx",
               workbook_bytes({{"wijk", {{"WK_CODE", "KL02", "KL14"}, {"WK900001", "5", "6"}}}}));
  scratch.file("wijk_2016.dbf", dbf_bytes({{"WK_CODE", "WK_NAAM", "GM_CODE", "GM_NAAM", "AANT_INW"},
                                           {"WK900001", "Dorp", "GM9000", "Voorbeeld", "1250"}}));
  const series::Project project = project_in(scratch.path());
  ASSERT_EQ(project.files.size(), 2U);
  EXPECT_EQ(project.files[0].name, "b/wijk.xlsx");
  EXPECT_EQ(project.files[0].source, "lbm2-workbook");
  EXPECT_EQ(project.files[0].licence, "CC0-1.0");
  EXPECT_EQ(project.files[0].rows_read, 1);
  EXPECT_EQ(project.files[0].sha256, base::sha256(base::read_file(scratch / "b/wijk.xlsx")));
  ASSERT_NE(classes_of(project), nullptr);
  EXPECT_EQ(project.find_areas(Level::wijk, {2016})->areas()[0].residents.value(), 1250.0);
  EXPECT_THAT(project.ledger.issues(), IsEmpty());
}

TEST(ReadProject, NotesWhatItDoesNotRecognise) {
  const Scratch scratch;
  scratch.file("README.md", "# text\n");
  scratch.file("eigen.csv", "a,b\n1,2\n");
  scratch.file("notes", "text");
  const series::Project project = project_in(scratch.path());
  EXPECT_EQ(project.ledger.count("file-not-recognised"), 3U);
  EXPECT_EQ(project.ledger.issues()[0].severity, base::Severity::note);
  EXPECT_EQ(project.files.size(), 3U);
  EXPECT_EQ(project.files[0].source, "");
  EXPECT_THAT(project.files[0].sha256, testing::SizeIs(64));
}

TEST(ReadProject, LeavesTheSideFilesOfAShapefileInPeace) {
  const Scratch scratch;
  scratch.file("w.cpg", "UTF-8");
  scratch.file("w.dbf", dbf_bytes({{"A"}, {"1"}}));
  EXPECT_EQ(project_in(scratch.path()).ledger.count("file-not-recognised"), 1U) << "the table only";
  scratch.file("x.prj", "no table beside it");
  EXPECT_EQ(project_in(scratch.path()).ledger.count("file-not-recognised"), 2U);
}

TEST(ReadProject, ReadsOneFile) {
  const Scratch scratch;
  const series::Project project =
      project_in(scratch.file("w.csv", "WK_CODE,KL02,KL14\nWK900001,5,6\n"));
  ASSERT_EQ(project.files.size(), 1U);
  EXPECT_EQ(project.files[0].name, "w.csv");
  EXPECT_NE(classes_of(project), nullptr);
}

TEST(ReadProject, CountsAValueThatStandsInTwoFilesOnce) {
  const Scratch scratch;
  scratch.file("a.csv", "WK_CODE,KL02,KL14\nWK900001,5,6\nWK900002,,3\n");
  scratch.file("b.csv", "WK_CODE,KL02,KL14,KL16\nWK900001,5,6,7\nWK900002,#N/A,4,4\n");
  const series::Project project = project_in(scratch.path());
  const series::Series& classes = *classes_of(project);
  EXPECT_EQ(classes.periods().size(), 3U);
  EXPECT_EQ(classes.value({"WK900002"}, at({2014})).value(), 3.0);
  EXPECT_EQ(classes.value({"WK900002"}, at({2002})).absence(), Absence::withheld);
  EXPECT_THAT(issues_of(project.ledger, "same-value-twice"),
              ElementsAre("0:0 values that stand in a.csv too and are counted once: 3"));
  EXPECT_THAT(issues_of(project.ledger, "values-differ"),
              ElementsAre("0:0 class of WK900002 in 2014 is 4 here and 3 in 'a.csv'; the latter "
                          "counts"));
  EXPECT_EQ(project.ledger.issues()[0].place.file, "b.csv");
}

TEST(ReadProject, NamesPlacesFromTheFolderThatWasGiven) {
  const Scratch scratch;
  scratch.file("map/w.csv", "WK_CODE,KL02,KL14\nWK900001,12,6\n");
  scratch.file("map/w.xlsx",
               workbook_bytes({{"wijk", {{"WK_CODE", "KL02", "KL14"}, {"WK900001", "5", "x1"}}}}));
  const series::Project project = project_in(scratch.path());
  ASSERT_EQ(project.ledger.issues().size(), 2U);
  EXPECT_EQ(base::to_text(project.ledger.issues()[0].place), "map/w.csv:2:2");
  EXPECT_EQ(base::to_text(project.ledger.issues()[1].place), "map/w.xlsx, wijk:2:3");
}

TEST(ReadProject, GivesWijkenTheNameOfTheirGemeente) {
  const Scratch scratch;
  scratch.file("gem_2016.dbf",
               dbf_bytes({{"GM_CODE", "GM_NAAM", "AANT_INW"}, {"GM9000", "Voorbeeld", "1250"}}));
  scratch.file("wijk_2016.dbf", dbf_bytes({{"WK_CODE", "WK_NAAM", "GM_CODE", "GM_NAAM", "AANT_INW"},
                                           {"WK900001", "Dorp", "GM9000", "", "1250"}}));
  const series::Project project = project_in(scratch.path());
  EXPECT_EQ(project.find_areas(Level::wijk, {2016})->areas()[0].gemeente_name, "Voorbeeld");
}

TEST(ReadProject, FailsOnADamagedWorkbook) {
  const Scratch scratch;
  const std::string bytes =
      workbook_bytes({{"wijk", {{"WK_CODE", "KL02", "KL14"}, {"WK900001", "5", "6"}}}});
  scratch.file("wijk.xlsx", bytes.substr(0, bytes.size() / 2));
  EXPECT_THROW(project_in(scratch.path()), base::Failure);
}

TEST(ReadProject, FailsWhenTheFolderIsMissing) {
  const Scratch scratch;
  EXPECT_THROW(project_in(scratch / "nowhere"), base::Failure);
}

TEST(ReadProject, StopsWhenAsked) {
  class Stopped : public base::Progress {
   public:
    [[nodiscard]] bool is_stopped() const override { return true; }
  };
  const Scratch scratch;
  scratch.file("a.csv", "a,b\n1,2\n");
  Stopped progress;
  EXPECT_THROW(read_project(scratch.path(), {1}, progress), base::Failure);
}

TEST(ReadProject, DoesNotDependOnTheNumberOfThreads) {
  const Scratch scratch;
  for (int i = 0; i < 6; ++i)
    scratch.file(fmt::format("w{}.csv", i), fmt::format("WK_CODE,KL02,KL14\nWK90000{},{},{}\n"
                                                        "WK900009,{},4\nfout,1,1\n",
                                                        i, 1 + i, 9 - i, 1 + i % 2));
  const series::Project one = project_in(scratch.path(), 1);
  const series::Project four = project_in(scratch.path(), 4);
  EXPECT_EQ(one.files, four.files);
  ASSERT_EQ(one.ledger.issues().size(), four.ledger.issues().size());
  for (std::size_t i = 0; i < one.ledger.issues().size(); ++i) {
    EXPECT_EQ(one.ledger.issues()[i].place, four.ledger.issues()[i].place);
    EXPECT_EQ(base::to_text(one.ledger.issues()[i].message),
              base::to_text(four.ledger.issues()[i].message));
  }
  EXPECT_EQ(classes_of(one)->values(0), classes_of(four)->values(0));
}

TEST(SourcesPage, IsTheCommittedOne) {
  const std::filesystem::path path =
      std::filesystem::path(WIJKBEELD_ROOT) / "docs/reference/sources.md";
  const char* approve = std::getenv("WIJKBEELD_APPROVE");
  if (approve != nullptr && std::string_view(approve) == "1")
    base::write_whole(path, sources_page());
  EXPECT_EQ(support::text_of(path), sources_page())
      << "to write it again: WIJKBEELD_APPROVE=1 build/dev/src/test_source";
}

TEST(Sources, HaveAnIdEach) {
  std::vector<std::string> ids;
  for (const Source& source : sources())
    ids.push_back(source.id);
  std::sort(ids.begin(), ids.end());
  EXPECT_EQ(std::adjacent_find(ids.begin(), ids.end()), ids.end());
}

}  // namespace
}  // namespace wijkbeeld::source
