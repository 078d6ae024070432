// SPDX-License-Identifier: EUPL-1.2
#include "answer/answers.hpp"

#include <gtest/gtest.h>

#include <set>

#include "answer/names.hpp"
#include "support/tiny_study.hpp"

namespace wijkbeeld::answer {
namespace {

using support::tiny_findings;
using support::TinyStudy;

TEST(Headline, TellsAGroupThatFellBehind) {
  const auto findings = tiny_findings();
  const auto h = headline(findings, "tiny");
  ASSERT_TRUE(h && h->after);
  EXPECT_TRUE(h->after->is_by_score);
  EXPECT_EQ(h->after->cohort_trend, Trend::down);
  EXPECT_EQ(h->after->standing, Standing::behind);
  EXPECT_DOUBLE_EQ(*h->after->cohort.areas_lower, 2);
  EXPECT_NEAR(*h->after->cohort.weighted_mean_change, -250.0 / 1750, 1e-12);
  EXPECT_EQ(h->continuation, Headline::Next::unknown);  // the plan names no next wave
}

TEST(Headline, ChangesItsWordsWithTheFigures) {
  TinyStudy what;
  what.keeps_pace = true;
  const auto findings = tiny_findings(what);
  const auto h = headline(findings, "tiny");
  ASSERT_TRUE(h && h->after);
  EXPECT_EQ(h->after->cohort_trend, Trend::up);
  EXPECT_EQ(h->after->standing, Standing::ahead);
}

TEST(Headline, UsesDevelopmentClassesWhereThereAreNoScores) {
  auto findings = tiny_findings();
  for (study::CohortChange& row : findings.cohort_change)
    if (row.period == series::Period{{2002}, {2012}}) {
      row.areas = 2;
      row.share_residents_improved_class = row.cohort == "weak" ? 0.5 : 0.2;
      row.share_residents_declined_class = 0.1;
    }
  const auto h = headline(findings, "tiny");
  ASSERT_TRUE(h && h->before);
  EXPECT_FALSE(h->before->is_by_score);
  EXPECT_NEAR(*h->before->cohort_balance, 40, 1e-9);
  EXPECT_NEAR(*h->before->difference_balance, 30, 1e-9);
  EXPECT_EQ(h->before->standing, Standing::ahead);
}

TEST(Headline, IsNothingWithoutOneInThePlan) {
  TinyStudy what;
  what.with_headline = false;
  const auto findings = tiny_findings(what);
  EXPECT_FALSE(headline(findings, "tiny"));
  EXPECT_FALSE(versions(findings));
}

TEST(National, AddsUpClassesAndMarksTheClassOfTheMean) {
  const auto findings = tiny_findings();
  const NationalPicture n = national(findings, "tiny");
  ASSERT_EQ(n.waves.size(), 3U);
  EXPECT_DOUBLE_EQ(*n.waves.back().areas, 5);
  EXPECT_DOUBLE_EQ(*n.waves.back().residents, 4550);
  EXPECT_EQ(n.waves.back().class_of_mean, 2);
  EXPECT_NEAR(*n.waves.back().share_residents_low, 1000.0 / 4550, 1e-12);
  EXPECT_FALSE(n.waves.back().share_residents_good.has_value());  // three classes, not nine
}

TEST(Cohorts, TellHowTheyWereChosen) {
  const auto findings = tiny_findings();
  const auto all = cohorts(findings);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].choice, Choice::rule);
  EXPECT_EQ(all[0].how, "score in 2012 <= 3.5");
  EXPECT_DOUBLE_EQ(*all[0].members, 3);
  EXPECT_DOUBLE_EQ(*all[0].residents, 1750);
}

TEST(Decomposition, NamesTheDimensionThatWentDownMost) {
  const auto findings = tiny_findings();
  const auto d = decomposition(findings, "tiny", "weak", {{2012}, {2014}});
  ASSERT_TRUE(d);
  const DecomposedGroup* lower = d->find("lower");
  ASSERT_NE(lower, nullptr);
  EXPECT_EQ(lower->lowest, "vei");
  EXPECT_NEAR(*lower->find("vei")->mean_change, -0.2, 1e-12);
  EXPECT_EQ(decomposed_period(findings, "tiny"), (series::Period{{2012}, {2014}}));
}

TEST(Typologies, CountMovesAtOtherThresholds) {
  const auto findings = tiny_findings();
  const auto all = typologies(findings);
  ASSERT_EQ(all.size(), 1U);
  ASSERT_NE(all[0].chosen, nullptr);
  EXPECT_DOUBLE_EQ(*all[0].chosen->find("Terugval")->areas, 2);
  EXPECT_DOUBLE_EQ(*all[0].areas_that_move, 3);  // at 0.5 no change is large enough
  EXPECT_DOUBLE_EQ(*all[0].share_that_moves, 1);
  EXPECT_EQ(letter_of_cluster("Terugval"), "T");
  EXPECT_EQ(letter_of_cluster("niet ingedeeld"), "");
}

TEST(Transitions, ShareAreasByDirection) {
  const auto findings = tiny_findings();
  const auto m = transitions(findings, "tiny", "nation", {{2002}, {2014}});
  ASSERT_TRUE(m);
  EXPECT_DOUBLE_EQ(*m->areas, 5);
  EXPECT_DOUBLE_EQ(*m->share_areas_up, 0.2);
  EXPECT_DOUBLE_EQ(*m->share_areas_same, 0.8);
  EXPECT_DOUBLE_EQ(*m->share_areas_down, 0);
  EXPECT_FALSE(transitions(findings, "tiny", "nobody", {{2002}, {2014}}));
}

TEST(ExpertChecks, HaveVerdicts) {
  TinyStudy what;
  what.with_second_edition = true;
  const auto findings = tiny_findings(what);
  const auto s = specificity(findings, "tiny");
  ASSERT_TRUE(s);
  EXPECT_EQ(s->largest_in_cohort, "vei");
  EXPECT_LT(*s->cohort_total, 0);
  const auto v = versions(findings);
  ASSERT_TRUE(v);
  EXPECT_EQ(v->verdict, VersionAnswer::Verdict::holds);  // the same values in both editions
  const auto c = selection(findings, "tiny");
  ASSERT_TRUE(c);
  EXPECT_DOUBLE_EQ(*c->choices, 2);
}

TEST(Versions, CannotTellFromOneEditionWithoutANextWave) {
  const auto findings = tiny_findings();
  ASSERT_TRUE(versions(findings));
  EXPECT_EQ(versions(findings)->verdict, VersionAnswer::Verdict::single_edition);
}

TEST(Checks, CountWhatAgrees) {
  const auto findings = tiny_findings();
  const ClassCheckAnswer c = class_check(findings, "tiny");
  EXPECT_GT(*c.situation_checked, 0);
  EXPECT_EQ(c.verdict == ClassCheckAnswer::Verdict::all_agree, c.mismatches.empty());
}

TEST(Files, HaveOneHashThatChangesWithAnyByte) {
  auto findings = tiny_findings();
  const std::string before = files(findings).data_hash;
  EXPECT_EQ(files(findings).used.size(), 1U);
  EXPECT_EQ(files(findings).ignored.size(), 1U);
  findings.files[0].sha256[0] = 'f';
  EXPECT_NE(files(findings).data_hash, before);
}

TEST(DerivedFigures, HaveIdsOfTheirOwnAndNameTheirInputs) {
  TinyStudy what;
  what.with_second_edition = true;
  what.with_outlines = true;
  const auto findings = tiny_findings(what);
  const Answers all = answers(findings);
  std::set<std::string> ids;
  for (const Figure& one : derived_figures(all)) {
    EXPECT_TRUE(one.id.starts_with("answers/")) << one.id;
    EXPECT_NE(one.id.find('#'), std::string::npos) << one.id;
    EXPECT_TRUE(ids.insert(one.id).second) << one.id;
    EXPECT_TRUE(!one.inputs.empty() || !one.value || *one == 0) << one.id;
  }
  EXPECT_GT(ids.size(), 20U);
}

TEST(Names, CallGroupsByWhatTheyAre) {
  const auto findings = tiny_findings();
  const auto name = [&](const char* id) {
    return base::to_text(name_of_group(findings.plan, id, base::Language::nl));
  };
  EXPECT_EQ(name("weak"), "zwakke wijken");
  EXPECT_EQ(name("nation"), "all areas");
  EXPECT_EQ(name("weak:rest"), "all other areas");
  EXPECT_EQ(cohort_of_group("weak:rest"), "weak");
}

}  // namespace
}  // namespace wijkbeeld::answer
