// SPDX-License-Identifier: EUPL-1.2
#include "answer/theme.hpp"

#include <gmock/gmock.h>

#include "base/failure.hpp"
#include "support/tiny_project.hpp"

namespace wijkbeeld::answer {
namespace {

using area::Level;
using series::Period;
using support::TinyArea;
using table::Absence;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

// Wave 2002 has classes only; 2012 and 2014 have scores, with limits 3 and 4.
struct Town {
  instrument::Edition edition = support::tiny_edition();
  series::Project project = support::tiny_project({
      TinyArea{"WK000101", "Oost", 1000, {1.0}, {2.5, 2.9}, {-0.5, -0.4}, {-0.5, -0.2}},
      TinyArea{"WK000102", "West", 3000, {2.0}, {3.0, 3.5}, {-0.2, 0.0}, {-0.3, 0.0}},
      TinyArea{"WK000103", "Zuid", 2000, {3.0}, {4.4, 4.3}, {0.5, 0.4}, {0.4, 0.4}},
      TinyArea{"WK000104", "Haven", std::nullopt, {std::nullopt}, {std::nullopt, std::nullopt}},
  });
  study::Panel panel{edition, Level::wijk, {2016}, project};
  AtlasAreas areas = atlas_areas(project, Level::wijk, {2016});
  std::vector<Theme> themes = themes_of(edition, Level::wijk, {2016}, series::listed(project));

  [[nodiscard]] ThemeView view(const std::string& theme, const std::string& period) const {
    const Theme& one = theme_named(themes, theme);
    return theme_view(panel, areas, one, period_named(one, period));
  }
};

std::vector<std::string> ids(const std::vector<Theme>& themes) {
  std::vector<std::string> out;
  for (const Theme& one : themes)
    out.push_back(one.id);
  return out;
}

TEST(Themes, AreThoseWithValues) {
  const Town town;
  EXPECT_THAT(ids(town.themes), ElementsAre("class", "development", "score", "change",
                                            "contribution.won", "contribution.vei"));
  EXPECT_THAT(theme_named(town.themes, "class").periods,
              ElementsAre(series::at({2002}), series::at({2012}), series::at({2014})));
  EXPECT_THAT(theme_named(town.themes, "change").periods, ElementsAre(Period{{2012}, {2014}}));
}

TEST(Themes, NameWhatThereIsWhenAskedForWhatIsNot) {
  const Town town;
  try {
    theme_named(town.themes, "clas");
    FAIL();
  } catch (const base::Failure& failure) {
    EXPECT_THAT(failure.what(), HasSubstr("did you mean 'class'?"));
  }
  try {
    period_named(theme_named(town.themes, "change"), "2014");
    FAIL();
  } catch (const base::Failure& failure) {
    EXPECT_THAT(failure.what(), HasSubstr("choose one of: 2012-2014"));
  }
}

TEST(ThemeView, ClassesAreasByTheEdition) {
  const Town town;
  const ThemeView view = town.view("class", "2012");
  ASSERT_EQ(view.class_of.size(), 4u);
  EXPECT_EQ(*view.class_of[0], 1);
  EXPECT_EQ(*view.class_of[1], 2);  // on the limit: the class above
  EXPECT_EQ(*view.class_of[2], 3);
  EXPECT_EQ(view.class_of[3].absence(), Absence::withheld);
  ASSERT_EQ(view.classes.size(), 3u);
  EXPECT_EQ(*view.classes[1].areas, 1);
  EXPECT_EQ(*view.classes[1].residents, 3000);
  EXPECT_FALSE(view.classes[0].from.has_value());
  EXPECT_EQ(*view.classes[0].to, 3);
  EXPECT_TRUE(view.classes[1].holds_mean);  // 3.5
  EXPECT_FALSE(view.classes[0].holds_mean);
  ASSERT_EQ(view.absences.size(), 1u);
  EXPECT_EQ(*view.absences[0].areas, 1);
}

TEST(ThemeView, CountsWhatIsLowByAreasAndByResidents) {
  const Town town;
  const ThemeView view = town.view("class", "2012");
  EXPECT_EQ(*view.low_areas, 1);
  EXPECT_NEAR(*view.share_low_areas, 1.0 / 3, 1e-12);
  EXPECT_NEAR(*view.share_low_residents, 1.0 / 6, 1e-12);
}

TEST(ThemeView, HasTheClassesOfAChangeWithTheirLimits) {
  const Town town;
  const ThemeView view = town.view("development", "2012-2014");
  ASSERT_EQ(view.classes.size(), 3u);
  EXPECT_EQ(*view.classes[0].to, -0.1);
  EXPECT_EQ(*view.classes[1].from, -0.1);
  EXPECT_EQ(*view.classes[1].to, 0.1);
  EXPECT_FALSE(view.classes[2].to.has_value());
  EXPECT_EQ(*view.class_of[0], 3);
  EXPECT_NEAR(*view.number_of[0], 0.4, 1e-12);
}

TEST(ThemeView, StepsAroundTheMeanWhereNobodyPublishedLimits) {
  const Town town;
  const ThemeView view = town.view("score", "2014");
  ASSERT_EQ(view.classes.size(), 7u);
  // Mean (2.9 + 3 x 3.5 + 2 x 4.3) / 6; the spread over residents is 0.4967, four fifths of that
  // 0.397, and the round number below 0.2.
  const double mean = 22.0 / 6;
  EXPECT_NEAR(*view.national_mean, mean, 1e-12);
  EXPECT_NEAR(*view.classes[3].from, mean - 0.1, 1e-12);
  EXPECT_NEAR(*view.classes[3].to, mean + 0.1, 1e-12);
  EXPECT_TRUE(view.classes[3].holds_mean);
  EXPECT_EQ(*view.class_of[0], 1);
  EXPECT_EQ(*view.class_of[1], 3);
  EXPECT_EQ(*view.class_of[2], 7);
  // The other wave has steps as wide.
  const ThemeView other = town.view("score", "2012");
  EXPECT_NEAR(*other.classes[3].to - *other.classes[3].from, 0.2, 1e-12);
}

}  // namespace
}  // namespace wijkbeeld::answer
