// SPDX-License-Identifier: EUPL-1.2
#include "serve/workbench.hpp"

#include <gtest/gtest.h>

#include "serve/town_test.hpp"
#include "store/project_file.hpp"
#include "support/all_texts.hpp"
#include "support/scratch.hpp"

namespace wijkbeeld::serve {
namespace {

const std::string kEdition = "tiny-eigen";

// From a file, as serve reads it: series are fetched as they are needed.
class Workbenches : public ::testing::Test {
 protected:
  Workbenches() {
    store::write_project(scratch_ / "p.gpkg", project, base::Language::nl, support::all_texts());
    archive = std::make_unique<Archive>(scratch_ / "p.gpkg");
    kept = kept_in(*archive, kEdition);
  }
  [[nodiscard]] Workbench made(bool is_coarse) const {
    return workbench_of(*archive, kept, is_coarse, {1}, project);
  }

 private:
  support::Scratch scratch_;

 protected:
  const series::Project project = fitted_town();
  std::unique_ptr<Archive> archive;
  instrument::Kept kept;
};

TEST_F(Workbenches, OfTooManyUnitsHaveTheSameCoarserLevels) {
  const Workbench whole = made(false);
  const Workbench coarse = made(true);
  ASSERT_EQ(whole.scored.levels.size(), 2u);
  ASSERT_EQ(coarse.scored.levels.size(), 1u);
  const instrument::AreaMeans& a = whole.scored.levels[1];
  const instrument::AreaMeans& b = coarse.scored.levels[0];
  EXPECT_EQ(b.level, area::Level::gemeente);
  EXPECT_EQ(a.codes, b.codes);
  EXPECT_EQ(a.residents, b.residents);
  EXPECT_EQ(a.z, b.z);
  EXPECT_EQ(a.doubt, b.doubt);
  EXPECT_EQ(a.is_scored, b.is_scored);
  EXPECT_TRUE(coarse.indicators.empty());
}

TEST_F(Workbenches, MeasureOneIndicatorAsTheyMeasureAll) {
  const Workbench whole = made(false);
  ASSERT_FALSE(whole.indicators.empty());
  const series::Wave last = kept.instrument.edition.waves.back();
  for (const instrument::IndicatorMeans& all : whole.indicators)
    for (std::size_t i = 0; i < kept.instrument.indicators.size(); ++i) {
      if (all.values[i].empty()) continue;
      const instrument::IndicatorMeans one =
          indicator_of(*archive, kept, kept.instrument.indicators[i].id, all.level, {last}, {1});
      EXPECT_EQ(one.level, all.level);
      EXPECT_EQ(one.codes, all.codes);
      EXPECT_EQ(one.waves, std::vector{last});
      ASSERT_EQ(one.values.size(), all.values.size());
      ASSERT_EQ(one.values[i].size(), 1u);
      EXPECT_EQ(one.values[i][0], all.values[i].back()) << kept.instrument.indicators[i].id;
    }
}

TEST_F(Workbenches, KeepEveryUnitOfASmallProject) {
  EXPECT_FALSE(has_too_many_units(*archive, kept));
}

}  // namespace
}  // namespace wijkbeeld::serve
