// SPDX-License-Identifier: EUPL-1.2
// How sure a class is, widths of intervals, types, and indicators on a map.
#include <gmock/gmock.h>

#include <array>

#include "answer/atlas_typology.hpp"
#include "answer/theme.hpp"
#include "support/tiny_instrument.hpp"
#include "support/tiny_project.hpp"

namespace wijkbeeld::answer {
namespace {

using area::Level;
using support::TinyArea;
using ::testing::ElementsAre;

// Limits 3 and 4; the errors of the scores of 2012 are given.
class Doubt : public ::testing::Test {
 protected:
  Doubt() {
    project = support::tiny_project({TinyArea{"WK000101", "Oost", 1000, {}, {2.5, 2.5}},
                                     TinyArea{"WK000102", "West", 3000, {}, {3.1, 3.1}},
                                     TinyArea{"WK000103", "Zuid", 2000, {}, {3.5, 3.5}},
                                     TinyArea{"WK000104", "Noord", 500, {}, {3.5, 3.5}}});
    series::SeriesBuilder errors({{"tiny"}, Level::wijk, {2016}, "score.error"});
    const std::vector<double> given{0.1, 0.1, 0.4, 0.0};
    for (std::size_t i = 0; i < given.size(); ++i)
      errors.add({"WK00010" + std::to_string(i + 1)}, series::at({2012}), given[i]);
    project.series.push_back(errors.build());
  }
  [[nodiscard]] std::vector<Theme> themes() const {
    return themes_of(edition, Level::wijk, {2016}, series::listed(project));
  }
  [[nodiscard]] ThemeView view(const std::string& id, const std::string& period) const {
    const auto all = themes();
    const Theme& one = theme_named(all, id);
    return theme_view(panel(), atlas_areas(project, Level::wijk, {2016}), one,
                      period_named(one, period));
  }
  [[nodiscard]] study::Panel panel() const { return {edition, Level::wijk, {2016}, project}; }

  instrument::Edition edition = support::tiny_edition();
  series::Project project;
};

TEST_F(Doubt, IsSmallWhereTheIntervalLiesInOneClass) {
  // 2.5 is five errors below the limit 3: sure. 3.1 is one above it: P(above) = 0.841. 3.5 is 1.25
  // errors from both limits: 1 - 2 x 0.1056 = 0.789. Without error: sure.
  EXPECT_THAT(view("class", "2012").sure_of,
              ElementsAre(Surety::sure, Surety::unsure, Surety::unsure, Surety::sure));
}

TEST_F(Doubt, IsCountedInAreasAndResidents) {
  const ThemeView all = view("class", "2012");
  EXPECT_EQ(*all.unsure_areas, 2);
  EXPECT_NEAR(*all.share_unsure_areas, 0.5, 1e-12);
  EXPECT_NEAR(*all.share_unsure_residents, 5000.0 / 6500, 1e-12);
}

TEST_F(Doubt, IsUnknownWithoutErrors) {
  EXPECT_THAT(view("class", "2014").sure_of,
              ElementsAre(Surety::unknown, Surety::unknown, Surety::unknown, Surety::unknown));
  EXPECT_FALSE(view("class", "2014").share_unsure_areas.has_value());
  const auto all = themes();
  EXPECT_TRUE(theme_named(all, "class").has_sure);
  EXPECT_TRUE(theme_named(all, "score").has_sure);
  EXPECT_FALSE(theme_named(all, "development").has_sure);
}

TEST_F(Doubt, IsAlsoAMapOfWidths) {
  const ThemeView widths = view("interval", "2012");
  // From the 5th to the 95th percentile: 2 x 1.6449 errors.
  EXPECT_NEAR(*widths.number_of[0], 0.32897, 1e-5);
  EXPECT_EQ(widths.classes.size(), 7u);
  EXPECT_FALSE(widths.classes[0].from.has_value());
  EXPECT_GT(*widths.classes[0].to, 0);  // nothing is narrower than nothing
}

TEST_F(Doubt, NeedsNoMoreThanItShows) {
  const auto all = themes();
  const Theme& classes = theme_named(all, "class");
  EXPECT_TRUE(needs(classes, series::at({2012}), "score.error", series::at({2012})));
  EXPECT_FALSE(needs(classes, series::at({2012}), "contribution.won", series::at({2012})));
  EXPECT_FALSE(needs(classes, series::at({2002}), "score", series::at({2012})));
  EXPECT_TRUE(needs(classes, series::at({2002}), "score", series::at({2014})));  // the last
}

TEST(Types, ComeFromTheRulesOfTheStudy) {
  instrument::Edition edition = support::tiny_edition();
  edition.waves = {{2008}, {2012}, {2014}};
  edition.score_waves = edition.waves;
  const auto plan = atlas_typology(edition, {2014});
  ASSERT_TRUE(plan);
  EXPECT_DOUBLE_EQ(plan->threshold, 0.02);  // a fifth of 0.1
  EXPECT_EQ(plan->lines[0].cluster, "Terugval");
  // The mean of 3.5 lies in class 2.
  EXPECT_EQ(plan->lines[0].when.text(), "change from 2012 to 2014 < -t and class in 2014 <= 1");
  EXPECT_FALSE(atlas_typology(edition, {2012}));
  EXPECT_FALSE(atlas_typology(support::tiny_edition(), {2014}));  // no wave 2008
}

TEST(Types, AreOnAMapWithTheirRules) {
  instrument::Edition edition = support::tiny_edition();
  edition.waves = {{2008}, {2012}, {2014}};
  edition.score_waves = edition.waves;
  series::Project project;
  series::SeriesBuilder scores({{"tiny"}, Level::wijk, {2016}, "score"});
  const auto add = [&](const char* code, std::array<double, 3> values) {
    for (std::size_t w = 0; w < 3; ++w)
      scores.add({code}, series::at(edition.waves[w]), values[w]);
  };
  add("WK000101", {2.5, 2.6, 2.4});  // weak, falling since 2012
  add("WK000102", {2.4, 2.5, 2.6});  // weak, rising since 2008
  add("WK000103", {2.9, 3.0, 4.4});  // not weak any more
  add("WK000104", {3.2, 3.2, 3.1});  // good but below the mean, and falling
  add("WK000105", {4.5, 4.5, 4.5});  // good, and stays
  project.series.push_back(scores.build());
  std::vector<area::Area> wijken;
  for (int i = 1; i <= 5; ++i)
    wijken.push_back({{"WK00010" + std::to_string(i)}, "", "", 1000.0});
  project.areas.emplace_back(Level::wijk, area::Vintage{2016}, wijken, "verzonnen");
  const auto themes = themes_of(edition, Level::wijk, {2016}, series::listed(project));
  const Theme& types = theme_named(themes, "typology");
  EXPECT_THAT(types.periods, ElementsAre(series::at({2014})));
  const ThemeView view =
      theme_view({edition, Level::wijk, {2016}, project}, atlas_areas(project, Level::wijk, {2016}),
                 types, series::at({2014}));
  std::vector<std::string> names;
  for (const auto& one : view.class_of)
    names.push_back(view.classes[static_cast<std::size_t>(*one - 1)].name.nl);
  EXPECT_THAT(names, ElementsAre("Terugval", "Gestaag herstel", "Succes!", "Vroegsignalering",
                                 "niet ingedeeld"));
  EXPECT_EQ(view.rules.size(), 4u);
}

TEST(Indicators, AreMeansOverResidentsAsMeasured) {
  support::TinyFit tiny;
  const auto means =
      instrument::indicator_means(tiny.instrument, tiny.project, tiny.fitted.measured);
  ASSERT_EQ(means.size(), 2u);  // wijk, gemeente
  const auto themes = indicator_themes(tiny.instrument.edition, tiny.instrument, tiny.fitted.model,
                                       Level::gemeente);
  const Theme& green = theme_named(themes, "indicator.groen");
  EXPECT_EQ(green.words.nl, "Groen & <water>");
  EXPECT_EQ(green.dimension->id, "fys");
  const AtlasAreas areas = atlas_areas(tiny.project, Level::gemeente, {2016});
  const ThemeView view = indicator_view(tiny.instrument.edition, areas, green, series::at({2012}),
                                        tiny.instrument, means[1]);
  // By hand, from the series: 16 wijken make the first gemeente.
  const series::Series* raw =
      tiny.project.find_series({{"kenmerken"}, Level::wijk, {2016}, "groen"});
  const series::Series* people =
      tiny.project.find_series({{"kenmerken"}, Level::wijk, {2016}, "inwoners"});
  double total = 0;
  double sum = 0;
  for (int i = 0; i < 16; ++i) {
    const double weight = *people->value(support::tiny_wijk(i), series::at({2012}));
    total += weight;
    sum += weight * *raw->value(support::tiny_wijk(i), series::at({2012}));
  }
  EXPECT_NEAR(*view.number_of[0], sum / total, 1e-4);
  EXPECT_EQ(view.classes.size(), 7u);
}

TEST(Indicators, AreNotThereAtALevelThatIsNotScored) {
  const support::TinyFit tiny;
  EXPECT_TRUE(
      indicator_themes(tiny.instrument.edition, tiny.instrument, tiny.fitted.model, Level::buurt)
          .empty());
}

}  // namespace
}  // namespace wijkbeeld::answer
