// SPDX-License-Identifier: EUPL-1.2
#include "report/study_output.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "base/file.hpp"
#include "support/scratch.hpp"
#include "support/tiny_study.hpp"

namespace wijkbeeld::report {
namespace {

using ::testing::HasSubstr;

std::map<std::string, std::string> written(unsigned workers) {
  support::TinyStudy what;
  what.with_outlines = true;
  what.with_second_edition = true;
  const support::Scratch folder;
  base::Progress progress;
  write_study_output(support::tiny_findings(what), folder.path(), {base::Language::nl, "1.2.3", ""},
                     {}, {workers}, progress);
  std::map<std::string, std::string> out;
  for (const auto& file : base::files_below(folder.path()))
    out[relative(file, folder.path()).generic_string()] = base::read_file(file);
  return out;
}

TEST(StudyOutput, HasTheNamesThatArePromised) {
  const auto files = written(1);
  for (const char* name :
       {"report.html", "findings.json", "annex.xlsx", "study.gpkg", "tables/national_classes.csv",
        "tables/national_classes.csv-metadata.json", "tables/cohort_change.csv",
        "tables/typology.csv"})
    EXPECT_TRUE(files.count(name) == 1) << name;
}

TEST(StudyOutput, IsTheSameBytesOnAnyNumberOfWorkersAndAgain) {
  const auto one = written(1);
  const auto three = written(3);
  ASSERT_EQ(one.size(), three.size());
  for (const auto& [name, bytes] : one)
    EXPECT_TRUE(bytes == three.at(name)) << name;
}

TEST(FindingsJson, TellsWhatItIsMadeOf) {
  const std::string json = written(1).at("findings.json");
  EXPECT_THAT(json, HasSubstr("\"program_version\": \"1.2.3\""));
  EXPECT_THAT(json, HasSubstr("\"name\": \"klein.csv\""));
  EXPECT_THAT(json, HasSubstr("\"cohort_change/tiny/weak/2012/2014\": {"));
  EXPECT_THAT(json, HasSubstr("\"answers/cohort/weak#members\": {"));
  EXPECT_THAT(json, HasSubstr("\"code\": \"value-refused\""));
}

}  // namespace
}  // namespace wijkbeeld::report
