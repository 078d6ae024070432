// SPDX-License-Identifier: EUPL-1.2
#include "answer/lookalikes.hpp"

#include <gtest/gtest.h>

#include "support/tiny_study.hpp"

namespace wijkbeeld::answer {
namespace {

using support::TinyArea;

class LookalikesTest : public ::testing::Test {
 protected:
  void use(const std::vector<TinyArea>& list) {
    project = support::tiny_project(list);
    panel.emplace(edition, area::Level::wijk, area::Vintage{2016}, project);
  }
  instrument::Edition edition = support::tiny_edition();
  series::Project project;
  std::optional<study::Panel> panel;
};

TEST_F(LookalikesTest, AreNearInScorePathAndDimensions) {
  use({TinyArea{"WK000100", "Aa", 10, {1}, {3.0, 3.2}, {0, 0.1}, {0, 0.1}},
       TinyArea{"WK000101", "Twin", 10, {1}, {3.0, 3.2}, {0, 0.1}, {0, 0.12}},
       TinyArea{"WK000102", "Path", 10, {1}, {3.4, 3.2}, {0, 0.1}, {0, 0.1}},
       TinyArea{"WK000103", "Far", 10, {1}, {4.4, 4.0}, {0, 0.5}, {0, -0.5}}});
  const Lookalikes all(*panel);
  EXPECT_EQ(all.wave()->year, 2014);
  const auto near = all.of(0, 3);
  ASSERT_EQ(near.size(), 3U);
  EXPECT_EQ(near[0].name, "Twin");
  EXPECT_EQ(near[1].name, "Path");
  EXPECT_EQ(near[2].name, "Far");
  EXPECT_LT(*near[0].distance, *near[1].distance);
  EXPECT_NEAR(*near[2].change, -0.4, 1e-12);
}

TEST_F(LookalikesTest, SayInWhichDimensionTheyAreMostAlike) {
  use({TinyArea{"WK000100", "Aa", 10, {1}, {3.0, 3.2}, {0, 0.1}, {0, 0.1}},
       TinyArea{"WK000101", "Bee", 10, {1}, {3.0, 3.2}, {0, 0.1}, {0, 0.4}},
       TinyArea{"WK000102", "Cee", 10, {1}, {3.4, 3.9}, {0, 0.5}, {0, -0.4}}});
  const auto near = Lookalikes(*panel).of(0, 1);
  EXPECT_EQ(near[0].most_alike->id, "won");
  EXPECT_EQ(near[0].least_alike->id, "vei");
}

TEST_F(LookalikesTest, PassOverAreasOfWhichLessIsKnown) {
  use({TinyArea{"WK000100", "Aa", 10, {1}, {3.0, 3.2}, {0, 0.1}, {0, 0.1}},
       TinyArea{"WK000101", "Bee", 10, {1}, {std::nullopt, 3.2}, {0, 0.1}, {0, 0.1}},
       TinyArea{"WK000102", "Cee", 10, {1}, {2.0, 4.0}, {0, 0.9}, {0, 0.9}}});
  const auto near = Lookalikes(*panel).of(0, 5);
  ASSERT_EQ(near.size(), 1U);
  EXPECT_EQ(near[0].name, "Cee");
}

TEST_F(LookalikesTest, AreNoneForAnAreaOrAPanelWithoutScores) {
  use(support::tiny_areas(false));
  EXPECT_TRUE(Lookalikes(*panel).of(*panel->find({"WK990202"}), 5).empty());
  use({TinyArea{"WK000100", "Aa", 10, {1}}, TinyArea{"WK000101", "Bee", 10, {1}}});
  const Lookalikes none(*panel);
  EXPECT_FALSE(none.wave().has_value());
  EXPECT_TRUE(none.of(0, 5).empty());
}

}  // namespace
}  // namespace wijkbeeld::answer
