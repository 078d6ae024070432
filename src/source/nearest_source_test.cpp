// SPDX-License-Identifier: EUPL-1.2
#include "source/nearest_source.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "source/made_files_test.hpp"

namespace wijkbeeld::source {
namespace {

using support::Scratch;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string told(const Scratch& scratch, const std::string& name, const std::string& bytes) {
  const Probe probe = probe_of(scratch, name, bytes);
  EXPECT_EQ(taken_by(probe), "");
  return base::to_text(not_recognised(probe).message);
}

TEST(NearestSource, NamesTheRenamedColumn) {
  const Scratch scratch;
  const Probe probe = probe_of(scratch, "pc4.csv",
                               "PC4,jaar,lbm,afww,fys,onv,soc,vrz,won\n1011,2022,4,0,0,0,0,0,0\n");
  const auto near = nearest_source(probe);
  ASSERT_TRUE(near.has_value());
  EXPECT_EQ(near->source->id, "lbm3-pc4");
  EXPECT_THAT(near->missing, ElementsAre("afw"));
  EXPECT_THAT(near->meant, ElementsAre("afww"));
  const base::Issue issue = not_recognised(probe);
  EXPECT_EQ(issue.severity, base::Severity::warning);
  EXPECT_EQ(base::to_text(issue.message),
            "not recognised: it is nearly 'lbm3-pc4' (Leefbaarometer 3.0, scores per PC4), but "
            "lacks 'afw'; it has 'afww': rename that back");
}

TEST(NearestSource, NamesAColumnThatIsGone) {
  const Scratch scratch;
  EXPECT_THAT(told(scratch, "kwb.csv", "niveau,code,naam,gm_naam,inwoners\nbuurt,BU1,a,b,1\n"),
              HasSubstr("nearly 'kwb-2024' (CBS Kerncijfers wijken en buurten 2024 (85984NED)), "
                        "but lacks 'huishoudens'"));
}

TEST(NearestSource, IsNoneForAFileThatOnlySharesAFewColumns) {
  const Scratch scratch;
  for (const char* text : {"a,b\n1,2\n", "niveau,code,jaar\nbuurt,BU1,2020\n",
                           "pc4,jaar,prijs,soort\n1011,2020,1,x\n"}) {
    const Probe probe = probe_of(scratch, "eigen.csv", text);
    EXPECT_FALSE(nearest_source(probe).has_value()) << text;
    EXPECT_EQ(not_recognised(probe).severity, base::Severity::note) << text;
  }
}

TEST(NearestSource, SaysHowToSaveKindsThatAreNotRead) {
  const Scratch scratch;
  EXPECT_EQ(told(scratch, "wijk.ods", "PK"),
            "files of kind .ods are not read: open it and save it as .xlsx");
  EXPECT_EQ(told(scratch, "WIJK.XLS", "x"),
            "files of kind .xls are not read: open it and save it as .xlsx");
  EXPECT_THAT(told(scratch, "alles.zip", "PK"), HasSubstr("unpack it"));
  EXPECT_THAT(told(scratch, "brief.txt", "x"), HasSubstr("none of the data sets"));
}

TEST(ProbeFile, FindsTheHeaderOfASheetBelowItsTitles) {
  const Scratch scratch;
  const Cells table = {{"Leefbaarometer 2.0"},
                       {"stand", "stand", "stand"},
                       {"WK_CODE", "KL02", "KL14"},
                       {"WK900001", "5", "6"}};
  const Probe probe = probe_of(scratch, "wijk.xlsx", workbook_bytes({{"klassen", table}}));
  EXPECT_EQ(taken_by(probe), "lbm2-workbook");
  EXPECT_THAT(issues_of(probe.contents->ledger, "rows-above-header"),
              ElementsAre("3:0 rows above the header on row 3 that were not read: 2"));
  const Reading reading = sources().front().read(probe);
  EXPECT_EQ(reading.rows_read, 1);
  EXPECT_EQ(series_in(reading, "class").areas().size(), 1U);
}

TEST(ProbeFile, NotesNothingWhenTheHeaderIsTheFirstRow) {
  const Scratch scratch;
  const Cells table = {{"WK_CODE", "KL02", "KL14"}, {"WK900001", "5", "6"}};
  EXPECT_THAT(probe_of(scratch, "wijk.xlsx", workbook_bytes({{"a", table}, {"uitleg", {{"KL02"}}}}))
                  .contents->ledger.issues(),
              IsEmpty());
}

}  // namespace
}  // namespace wijkbeeld::source
