// SPDX-License-Identifier: EUPL-1.2
#include "answer/score_summary.hpp"

#include <gtest/gtest.h>

#include "instrument/project_editions.hpp"
#include "support/tiny_instrument.hpp"

namespace wijkbeeld::answer {
namespace {

class ScoreSummaryTest : public ::testing::Test {
 protected:
  ScoreSummaryTest() {
    const instrument::Scored scored = tiny.scored();
    instrument::keep_series(instrument::all_series(tiny.instrument, tiny.fitted.model, scored, {1}),
                            tiny.project);
  }
  support::TinyFit tiny;
};

TEST_F(ScoreSummaryTest, HasARowPerLevelAndWave) {
  const ScoreSummary summary = score_summary(tiny.instrument, tiny.project);
  ASSERT_EQ(summary.waves.size(), 4U);
  EXPECT_EQ(summary.waves[0].level, area::Level::wijk);
  EXPECT_EQ(summary.waves[0].wave.year, 2012);
  EXPECT_EQ(*summary.waves[0].areas, 63);
  EXPECT_EQ(*summary.waves[0].withheld, 1);
  EXPECT_EQ(*summary.waves[1].areas, 64);
  EXPECT_EQ(summary.waves[3].level, area::Level::gemeente);
  EXPECT_EQ(*summary.waves[3].areas, 4);
}

TEST_F(ScoreSummaryTest, HasTheReferenceAsMeanOfTheBaseWave) {
  // Contributions are measured from the mean over all residents, the withheld wijk included.
  const ScoreSummary summary =
      score_summary(tiny.instrument, tiny.project, area::Level::gemeente, series::Wave{2012});
  ASSERT_EQ(summary.waves.size(), 1U);
  double filled_in = 0.02;  // what stands in for bouwjaar is not the mean of the nation
  EXPECT_NEAR(*summary.waves[0].mean, 4.0, filled_in);
}

TEST_F(ScoreSummaryTest, DividesAllAreasAndResidentsOverTheClasses) {
  for (const ScoredWave& wave : score_summary(tiny.instrument, tiny.project).waves) {
    double areas = 0;
    double residents = 0;
    double low = 0;
    for (const ClassShare& one : wave.classes) {
      areas += *one.areas;
      residents += *one.residents;
      if (one.class_number == 1) low = *one.share_residents;
    }
    EXPECT_EQ(areas, *wave.areas);
    EXPECT_NEAR(residents, *wave.residents, 1e-6);
    EXPECT_NEAR(*wave.share_low, low, 1e-12);
    EXPECT_GE(*wave.share_sure, 0);
    EXPECT_LE(*wave.share_sure, 1);
  }
}

TEST_F(ScoreSummaryTest, OfALevelThatIsNotScoredIsRefused) {
  EXPECT_THROW(score_summary(tiny.instrument, tiny.project, area::Level::pc4), base::Failure);
  EXPECT_THROW(score_summary(tiny.instrument, tiny.project, {}, series::Wave{1999}), base::Failure);
}

}  // namespace
}  // namespace wijkbeeld::answer
