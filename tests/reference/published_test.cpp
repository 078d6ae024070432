// SPDX-License-Identifier: EUPL-1.2
// What the published files say, and what was found in them before by other means: the counts and
// limits in docs/method/editions.md.
#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "base/file.hpp"
#include "base/progress.hpp"
#include "source/source.hpp"
#include "study/run.hpp"
#include "study/tables.hpp"
#include "support/real_data.hpp"

namespace wijkbeeld::study {
namespace {

Findings findings_of(const std::string& plan_name, base::Workers workers) {
  base::Progress quiet;
  const auto editions = instrument::shipped_editions();
  const auto project = source::read_project(support::real_data(), workers, quiet);
  const std::string file = WIJKBEELD_ROOT "/examples/" + plan_name + "/plan.toml";
  return run_study(parse_plan(base::read_file(file), file, editions), project, editions, workers,
                   quiet);
}

const Findings& wijken() {
  static const Findings findings = findings_of("kwetsbare-wijken-2017", base::Workers{2});
  return findings;
}

const CohortChange& change_of(const Findings& findings, const std::string& edition,
                              const std::string& cohort, Period period) {
  for (const CohortChange& row : findings.cohort_change)
    if (row.edition == edition && row.cohort == cohort && row.period == period) return row;
  throw std::runtime_error("no such change");
}

TEST(Published, EveryClassOfWijkAndGemeenteFollowsFromTheScores) {
  WIJKBEELD_NEEDS_REAL_DATA();
  std::map<std::string, std::int64_t> areas;
  for (const ClassCheck& row : wijken().class_check) {
    EXPECT_EQ(row.mismatches, 0) << to_text(row.level) << row.kind << row.period.to.year;
    areas[std::string(to_text(row.level)) + " " + row.kind] += row.areas;
  }
  EXPECT_EQ(areas["wijk situation"], 8483);
  EXPECT_EQ(areas["wijk development"], 8434);
  EXPECT_EQ(areas["gemeente situation"], 3 * 390);
  EXPECT_EQ(areas["gemeente development"], 3 * 390);
}

TEST(Published, GemeenteScoresComeBackFromWijkenByResidents) {
  WIJKBEELD_NEEDS_REAL_DATA();
  bool is_found = false;
  for (const AggregationCheck& row : wijken().aggregation_check) {
    if (row.wave.year != 2016) continue;
    is_found = true;
    EXPECT_EQ(row.areas, 390);
    EXPECT_LT(row.max_abs_error, 0.0014);
    EXPECT_LT(row.p95_abs_error, 0.00061);
    EXPECT_NEAR(row.median_abs_error, 0.00005, 0.00001);
  }
  EXPECT_TRUE(is_found);
}

TEST(Published, TheNationalMeanComesBackAndFallsInClassSix) {
  WIJKBEELD_NEEDS_REAL_DATA();
  for (const EditionUsed::AtWave& at : wijken().editions.at(0).at_wave) {
    if (!at.national_mean) continue;
    EXPECT_NEAR(*at.national_mean, *at.reference_mean, 0.0001) << at.wave.year;
    EXPECT_EQ(*at.class_of_mean, 6);
  }
}

TEST(Published, ClassesOfTheFirstAndLastWaveAreCounted) {
  WIJKBEELD_NEEDS_REAL_DATA();
  std::map<int, std::int64_t> areas;
  for (const NationalClass& row : wijken().national_classes)
    areas[row.wave.year] += row.areas;
  EXPECT_EQ(areas[2002], 2981 - 197);
  EXPECT_EQ(areas[2016], 2981 - 135);
}

TEST(Published, DecompositionsAddUp) {
  WIJKBEELD_NEEDS_REAL_DATA();
  std::map<std::string, double> left;
  for (const CohortDecomposition& row : wijken().cohort_decomposition) {
    EXPECT_NE(row.dimension, "unallocated") << "this edition divides all of a change";
    const std::string key =
        fmt::format("{}/{}/{}/{}", row.cohort, row.group, row.period.from.year, row.period.to.year);
    left[key] += row.dimension == "total" ? row.mean_change : -row.mean_change;
  }
  EXPECT_GT(left.size(), 20U);
  for (const auto& [key, rest] : left)
    EXPECT_NEAR(rest, 0, 1e-9) << key;
}

// The headline of 2017, on open data: after 2012 the weak wijken of 2002 stall, the nation goes on.
// These figures were computed apart, from the same files, with a few lines of Python.
TEST(Published, TheHeadlineOf2017ComesBack) {
  WIJKBEELD_NEEDS_REAL_DATA();
  const CohortChange& weak = change_of(wijken(), "lbm2-2016", "weak-2002", {{2012}, {2014}});
  const CohortChange& all = change_of(wijken(), "lbm2-2016", "all-1000", {{2012}, {2014}});
  EXPECT_EQ(weak.areas, 140);
  EXPECT_EQ(weak.residents, 1749055);
  EXPECT_EQ(*weak.areas_lower, 66);
  EXPECT_NEAR(*weak.share_residents_lower, 0.6100, 0.0001);
  EXPECT_NEAR(*weak.weighted_mean_change, -0.0034886, 1e-6);
  EXPECT_EQ(all.areas, 2287);
  EXPECT_EQ(*all.areas_lower, 848);
  EXPECT_NEAR(*all.weighted_mean_change, 0.0085355, 1e-6);
}

TEST(Published, Pc4ClassesComeBackButForRounding) {
  WIJKBEELD_NEEDS_REAL_DATA();
  const Findings two = findings_of("two-editions-pc4", base::Workers{1});
  std::int64_t areas = 0;
  for (const ClassCheck& row : two.class_check)
    areas += row.areas;
  EXPECT_EQ(areas, 37731);
  EXPECT_LE(two.class_mismatches.size(), 7U);
  for (const ClassMismatch& row : two.class_mismatches)
    EXPECT_LT(row.distance_to_limit, 0.0006) << row.area_code;
  const CohortChange& chosen = change_of(two, "lbm3-2022", "lowest-130-2014", {{2012}, {2014}});
  EXPECT_EQ(chosen.areas, 130);
  for (const NationalClass& row : two.national_classes)
    EXPECT_NE(row.edition, "lbm3-2022") << "its class limits are not published";
}

TEST(Published, FindingsDoNotDependOnTheNumberOfThreads) {
  WIJKBEELD_NEEDS_REAL_DATA();
  const Findings one = findings_of("kwetsbare-wijken-2017", base::Workers{1});
  const auto a = tables(wijken());
  const auto b = tables(one);
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t t = 0; t < a.size(); ++t) {
    ASSERT_EQ(a[t].rows(), b[t].rows()) << a[t].name;
    for (std::size_t c = 0; c < a[t].columns.size(); ++c)
      for (std::size_t r = 0; r < a[t].rows(); ++r)
        ASSERT_EQ(a[t].text(r, c), b[t].text(r, c)) << a[t].name;
  }
}

}  // namespace
}  // namespace wijkbeeld::study
