// SPDX-License-Identifier: EUPL-1.2
// What the published files hold, by the counts in the description that goes with them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>

#include "source/made_files_test.hpp"

namespace wijkbeeld::source {
namespace {

using area::Level;
using series::at;
using table::Absence;

std::filesystem::path data_folder() {
  const char* given = std::getenv("WIJKBEELD_DATA");
  if (given != nullptr) return given;
  return std::filesystem::path(WIJKBEELD_ROOT) / "../shared/data";
}

class RealData : public testing::Test {
 protected:
  // All of it, read once for all tests of this program.
  static const series::Project& project() {
    static const series::Project all = [] {
      base::Progress progress;
      return read_project(data_folder(), {2}, progress);
    }();
    return all;
  }
  static const series::Series& series_of(const char* edition, Level level, int vintage,
                                         const char* quantity) {
    const series::Series* found = project().find_series({{edition}, level, {vintage}, quantity});
    EXPECT_NE(found, nullptr) << edition << " " << quantity;
    return *found;
  }
  static std::size_t absent(const series::Series& series, series::Period period) {
    return series.areas().size() - series.coverage(*series.find(period));
  }
  void SetUp() override {
    if (!std::filesystem::exists(data_folder()))
      GTEST_SKIP() << "the published files are not here: set WIJKBEELD_DATA to their folder";
  }
};

TEST_F(RealData, HasTheClassesOf2016PerWijk) {
  const series::Series& classes = series_of("lbm2-2016", Level::wijk, 2016, "class");
  EXPECT_EQ(classes.areas().size(), 2981U);
  EXPECT_EQ(classes.periods().size(), 5U);
  EXPECT_EQ(absent(classes, at({2002})), 197U);
  EXPECT_EQ(absent(classes, at({2016})), 135U);
  EXPECT_EQ(series_of("lbm2-2016", Level::gemeente, 2016, "class").areas().size(), 390U);
  EXPECT_EQ(series_of("lbm2-2016", Level::wijk, 2016, "development").periods().size(), 10U);
}

TEST_F(RealData, HasScoresPerWijkWhoseWeightedMeanIsZero) {
  const series::Series& deviation = series_of("lbm2-2016", Level::wijk, 2016, "deviation");
  EXPECT_EQ(deviation.areas().size(), 2962U);
  const area::AreaSet* areas = project().find_areas(Level::wijk, {2016});
  ASSERT_NE(areas, nullptr);
  EXPECT_EQ(areas->size(), 2981U);
  double sum = 0;
  double residents = 0;
  for (const area::Area& one : areas->areas()) {
    const auto value = deviation.value(one.code, at({2016}));
    if (!value || !one.residents) continue;
    sum += *value * *one.residents;
    residents += *one.residents;
  }
  EXPECT_NEAR(sum / residents, 0, 1e-4);
  EXPECT_GT(residents, 16.9e6);
}

TEST_F(RealData, HasNoValueThatTwoFilesGiveDifferently) {
  EXPECT_EQ(project().ledger.count("values-differ"), 0U);
  EXPECT_EQ(project().ledger.count("long-and-wide-differ"), 0U);
  EXPECT_EQ(project().ledger.count("same-value-twice"), 2U);
}

TEST_F(RealData, HasTwoEditionsPerPc4) {
  const series::Series& score = series_of("lbm3-2022", Level::pc4, 2020, "score");
  EXPECT_EQ(score.areas().size(), 4054U);
  std::size_t values = 0;
  for (std::size_t period = 0; period < score.periods().size(); ++period)
    values += score.coverage(period);
  EXPECT_EQ(values, 28243U);
  const series::Series& won = series_of("lbm3-2022", Level::pc4, 2020, "contribution.won");
  EXPECT_EQ(won.value({"1011"}, at({2016})).absence(), Absence::not_collected);
  EXPECT_EQ(series_of("lbm2-2018", Level::pc4, 2020, "class").areas().size(), 4068U);
  const series::Series& deviation = series_of("lbm2-2018", Level::pc4, 2020, "deviation");
  EXPECT_EQ(absent(deviation, at({2012})), 312U);
  EXPECT_EQ(project().find_areas(Level::pc4, {2020})->areas()[0].gemeente_name, "Amsterdam");
}

TEST_F(RealData, HasOutlinesOfSeveralYears) {
  const auto count = [](Level level, int year) {
    const area::Outlines* found = project().find_outlines(level, {year});
    return found == nullptr ? 0 : found->codes.size();
  };
  EXPECT_EQ(count(Level::buurt, 2024), 14566U);
  EXPECT_EQ(count(Level::wijk, 2022), 3340U);
  EXPECT_EQ(count(Level::gemeente, 2022), 345U);
  EXPECT_EQ(count(Level::wijk, 2014), 2717U);
  EXPECT_EQ(count(Level::gemeente, 2014), 403U);
  EXPECT_EQ(count(Level::gemeente, 2016), 390U);
  EXPECT_EQ(count(Level::pc4, 2020), 4067U) << "one of the 4,068 has an empty shape";
}

TEST_F(RealData, HasAreasOf2024AtThreeLevels) {
  EXPECT_EQ(project().find_areas(Level::gemeente, {2024})->size(), 342U);
  EXPECT_EQ(project().find_areas(Level::wijk, {2024})->size(), 3393U);
  EXPECT_EQ(project().find_areas(Level::buurt, {2024})->size(), 14574U);
}

TEST_F(RealData, HasFourLists) {
  const series::AreaList* forty = project().find_list("aandachtswijken-40");
  ASSERT_NE(forty, nullptr);
  EXPECT_EQ(forty->members.size(), 101U);
  EXPECT_EQ(forty->vintage.year, 2024);
  const series::AreaList* twenty = project().find_list("nplv-20");
  ASSERT_NE(twenty, nullptr);
  EXPECT_EQ(twenty->members.size(), 78U);
  EXPECT_EQ(twenty->unmatched.size(), 3U);
  EXPECT_EQ(project().find_list("aandachtswijken-40-wettelijk")->unmatched.size(), 40U);
  EXPECT_EQ(project().find_list("prioriteitswijken-56-fragment")->unmatched.size(), 4U);
}

TEST_F(RealData, RefusesNoRow) {
  for (const series::FileRecord& file : project().files)
    EXPECT_EQ(file.rows_refused, 0) << file.name;
}

}  // namespace
}  // namespace wijkbeeld::source
