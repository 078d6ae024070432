// SPDX-License-Identifier: EUPL-1.2
#include "answer/coverage.hpp"

#include <gtest/gtest.h>

#include "support/tiny_study.hpp"

namespace wijkbeeld::answer {
namespace {

using support::TinyStudy;

TEST(Coverage, CountsWhatEachWaveHas) {
  const study::Findings findings = support::tiny_findings();
  const auto all = coverage(findings);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(*all[0].areas, 6);
  ASSERT_EQ(all[0].waves.size(), 3U);
  const WaveCoverage& early = all[0].waves[0];  // 2002: classes only, of Gee withheld
  EXPECT_EQ(*early.with_score, 0);
  EXPECT_EQ(*early.with_class, 5);
  const WaveCoverage& late = all[0].waves[2];
  EXPECT_EQ(late.wave.year, 2014);
  EXPECT_EQ(*late.with_score, 5);
  EXPECT_EQ(*late.withheld, 1);
  // (1000 x 2.6 + 500 x 2.9 + 250 x 3.7 + 2000 x 4.4 + 800 x 3.5) / 4550.
  EXPECT_NEAR(*late.national_mean, 16575.0 / 4550, 1e-12);
  EXPECT_DOUBLE_EQ(*late.reference_mean, 3.5);
  EXPECT_EQ(late.national_mean.id, "editions/tiny/2014#national_mean");
}

TEST(Coverage, HasEachEditionApart) {
  const study::Findings findings = support::tiny_findings({.with_second_edition = true});
  const auto all = coverage(findings);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[1].used->edition.id.text, "other");
}

TEST(DrawingCoverage, CountsWhatHasAnOutline) {
  const study::Findings findings = support::tiny_findings({.with_outlines = true});
  const DrawingAnswer one = drawing(findings, "tiny");
  EXPECT_EQ(*one.areas, 6);
  EXPECT_EQ(*one.drawn, 5);
  EXPECT_EQ(*one.undrawn, 1);
  ASSERT_EQ(one.undrawn_rows.size(), 1U);
  EXPECT_EQ(one.undrawn_rows[0]->area_name, "Gee");
  ASSERT_EQ(one.outlines.size(), 1U);
  EXPECT_EQ(one.outlines[0].outline, "2016");
  EXPECT_EQ(*one.outlines[0].areas, 5);
}

TEST(FilesCoverage, TellsWhatWasReadAndWhatWasNot) {
  const study::Findings findings = support::tiny_findings();
  const FilesAnswer all = files(findings);
  ASSERT_EQ(all.used.size(), 1U);
  EXPECT_EQ(all.used[0]->name, "klein.csv");
  ASSERT_EQ(all.ignored.size(), 1U);
  EXPECT_EQ(*all.rows_read, 6);
  EXPECT_EQ(*all.rows_refused, 1);
  EXPECT_EQ(all.data_hash.size(), 64U);
}

TEST(FilesCoverage, ChangesItsHashWithOneByteOfOneFile) {
  study::Findings findings = support::tiny_findings();
  const std::string before = files(findings).data_hash;
  findings.files[1].sha256[0] = 'c';
  EXPECT_NE(files(findings).data_hash, before);
}

TEST(ShownWaves, AreThoseOfTheTypologyOrTheLastStep) {
  const ShownWaves typed = shown_waves(support::tiny_findings(), "tiny");
  EXPECT_EQ(typed.wave.year, 2014);
  EXPECT_EQ(typed.recent.from.year, 2012);
  study::Findings plain = support::tiny_findings({.with_typology = false});
  EXPECT_EQ(shown_waves(plain, "tiny").recent.from.year, 2012);
  plain.editions[0].waves = {{2012}};
  EXPECT_EQ(shown_waves(plain, "tiny").recent.from.year, 2012);
  EXPECT_EQ(shown_waves(plain, "tiny").wave.year, 2012);
}

}  // namespace
}  // namespace wijkbeeld::answer
