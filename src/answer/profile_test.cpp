// SPDX-License-Identifier: EUPL-1.2
#include "answer/profile.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/tiny_study.hpp"

namespace wijkbeeld::answer {
namespace {

using ::testing::HasSubstr;

class ProfileTest : public ::testing::Test {
 protected:
  std::vector<instrument::Edition> editions{support::tiny_edition()};
  series::Project project = support::tiny_project(support::tiny_areas(false));
};

TEST_F(ProfileTest, HasEveryWaveWithPositionAndGaps) {
  const Profile p = profile(project, editions, {"WK990101"});
  ASSERT_EQ(p.editions.size(), 1U);
  const ProfileEdition& e = p.editions[0];
  EXPECT_EQ(e.name, "Bee");
  ASSERT_EQ(e.waves.size(), 3U);
  EXPECT_EQ(*e.waves[0].situation, 1);
  EXPECT_FALSE(e.waves[0].score.has_value());
  EXPECT_DOUBLE_EQ(*e.waves[1].score, 3.1);
  EXPECT_DOUBLE_EQ(*e.waves[1].share_areas_lower, 0.2);  // Aa only, of five
  EXPECT_NEAR(*e.waves[1].share_residents_lower, 1000.0 / 4550, 1e-12);
  EXPECT_LT(*e.waves[1].gap_to_nation, 0);
  ASSERT_EQ(e.waves[1].contributions.size(), 2U);
  EXPECT_NEAR(*e.changes[1].change, -0.2, 1e-12);
}

TEST_F(ProfileTest, ComparesWithItsOwnGemeenteByResidents) {
  const Profile p = profile(project, editions, {"WK990100"});
  // 2.8 against the mean of Aa, Bee and Cee, weighted by 1000, 500 and 250.
  const double mean = (2.8 * 1000 + 3.1 * 500 + 3.5 * 250) / 1750;
  EXPECT_NEAR(*p.editions[0].waves[1].gap_to_gemeente, 2.8 - mean, 1e-12);
}

TEST_F(ProfileTest, TellsCohortsAndClusterWhenAStudyIsGiven) {
  const auto findings = support::tiny_findings();
  const Profile p = profile(project, editions, {"WK990100"}, &findings);
  EXPECT_EQ(p.cohorts, (std::vector<std::string>{"weak", "everything"}));
  EXPECT_EQ(p.cluster, "Terugval");
}

TEST_F(ProfileTest, HasWhatTheLedgerNamesOfItAndNotWhatLooksLikeIt) {
  const auto note = [&](base::Message message) {
    project.ledger.add({"x", base::Severity::note, {"a.csv", "", 0, 0}, std::move(message)});
  };
  note(base::say("the classes of {} differ", "WK990101"));
  note(base::say("{}, 2012-2014: twice", "WK990101, 2012"));
  note(base::say("the classes of {} differ", "WK9901011"));
  note(base::say("{} rows of WK990101", base::Count{990101}));
  EXPECT_EQ(profile(project, editions, {"WK990101"}).notes.size(), 2U);
  EXPECT_TRUE(profile(project, editions, {"WK990100"}).notes.empty());
}

TEST_F(ProfileTest, OfAWithheldAreaHasNoFiguresButDoesNotFail) {
  const Profile p = profile(project, editions, {"WK990202"});
  EXPECT_EQ(p.editions[0].waves[1].score.value.absence(), table::Absence::withheld);
}

TEST_F(ProfileTest, OfAnUnknownCodeSaysWhichWasMeant) {
  try {
    profile(project, editions, {"WK990109"});
    FAIL() << "an unknown code was accepted";
  } catch (const base::Failure& failure) {
    EXPECT_THAT(failure.what(), HasSubstr("no edition in the data has an area 'WK990109'"));
    EXPECT_THAT(failure.what(), HasSubstr("did you mean 'WK990100'"));
  }
}

}  // namespace
}  // namespace wijkbeeld::answer
