// SPDX-License-Identifier: EUPL-1.2
#include "report/theme_map.hpp"

#include <gmock/gmock.h>

#include "report/causal_verbs.hpp"
#include "report/detail/map_places.hpp"
#include "report/html.hpp"
#include "support/all_texts.hpp"
#include "support/tiny_project.hpp"

namespace wijkbeeld::report {
namespace {

using base::Language;
using support::TinyArea;
using table::Absence;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

geo::MultiPolygon square(double x) {
  return {{{{{x, 0}, {x + 1000, 0}, {x + 1000, 1000}, {x, 1000}, {x, 0}}}, {}}};
}

// Three wijken: one with an outline of its own year, one with one of another, one without.
struct Town {
  explicit Town(double lowest = 2.5)
      : project(
            support::tiny_project({TinyArea{"WK000101", "Oost", 1000, {}, {lowest, 2.9}},
                                   TinyArea{"WK000102", "West", 3000, {}, {3.2, 3.5}},
                                   TinyArea{"WK000103", "Zuid", 2000, {}, {4.4, std::nullopt}}})) {
    const auto outlines = [&](int year, const char* code, const char* name, double x) {
      project.outlines.push_back({area::Level::wijk, {year}, {{code}}, {square(x)}, {name}, "CBS"});
    };
    outlines(2016, "WK000101", "Oost", 100000);
    outlines(2014, "WK000102", "West", 101000);
  }
  template <class Make>
  auto made(const std::string& theme, const std::string& period, Make make) const {
    const study::Panel panel(edition, area::Level::wijk, {2016}, project);
    const answer::AtlasAreas areas = answer::atlas_areas(project, area::Level::wijk, {2016});
    const auto themes =
        answer::themes_of(edition, area::Level::wijk, {2016}, series::listed(project));
    const answer::Theme& one = answer::theme_named(themes, theme);
    return make(answer::theme_view(panel, areas, one, answer::period_named(one, period)), areas);
  }

  instrument::Edition edition = support::tiny_edition();
  series::Project project;

  [[nodiscard]] ThemeLegend legend(const std::string& theme, const std::string& period,
                                   Language language = Language::nl) const {
    return made(theme, period, [&](const answer::ThemeView& view, const answer::AtlasAreas& areas) {
      return theme_legend(view, areas, project, support::all_texts(), language);
    });
  }
  [[nodiscard]] std::string svg(const std::string& theme, const std::string& period) const {
    return made(theme, period, [&](const answer::ThemeView& view, const answer::AtlasAreas& areas) {
      return theme_map(view, areas, project, support::all_texts(), Language::nl, 900).svg;
    });
  }
  [[nodiscard]] Document page(const std::string& theme, const std::string& period,
                              Language language) const {
    return made(theme, period, [&](const answer::ThemeView& view, const answer::AtlasAreas& areas) {
      return theme_document(view, areas, project, support::all_texts(), language, {});
    });
  }
};

TEST(ThemeMap, SaysHowManyAreLowAndWhoLivesThere) {
  EXPECT_EQ(
      Town().legend("class", "2012").sentence,
      "33% van de wijken heeft een klasse die als laag telt (laag); 17% van de inwoners woont "
      "daar.");
}

TEST(ThemeMap, SaysNoneWhenNoneIsLow) {
  EXPECT_EQ(Town(3.1).legend("class", "2012").sentence,
            "Geen van de wijken heeft een klasse die als laag telt (laag).");
}

TEST(ThemeMap, SaysNothingOfLowWhereThereAreNoClasses) {
  EXPECT_THAT(Town().legend("change", "2012-2014").sentence, IsEmpty());
}

TEST(ThemeMap, NamesItsLimitsAndTheClassOfTheMean) {
  const ThemeLegend legend = Town().legend("class", "2012");
  ASSERT_EQ(legend.classes.size(), 3u);
  EXPECT_EQ(legend.classes[0].limits, "lager dan 3,000");
  EXPECT_EQ(legend.classes[1].limits, "3,000 tot 4,000");
  EXPECT_EQ(legend.classes[2].limits, "4,000 en hoger");
  EXPECT_TRUE(legend.classes[1].holds_mean);
  EXPECT_EQ(Town().legend("class", "2012", Language::en).classes[0].limits, "below 3.000");
}

TEST(ThemeMap, TellsWhoseOutlineStandsInAndWhoHasNone) {
  const ThemeLegend legend = Town().legend("class", "2012");
  ASSERT_EQ(legend.notes.size(), 2u);
  EXPECT_THAT(legend.notes[0],
              HasSubstr("grenzen van 2014, waar code en naam gelijk zijn: 1 van de wijken"));
  EXPECT_THAT(legend.notes[1], HasSubstr("geen bekende grens"));
}

TEST(ThemeMap, DrawsWithItsLegendAndCountsWhatIsWithheld) {
  const std::string svg = Town().svg("class", "2014");
  EXPECT_THAT(svg, HasSubstr("<svg"));
  EXPECT_THAT(svg, HasSubstr("Leefbaarheid in 2014"));
  const ThemeLegend legend = Town().legend("class", "2014");
  ASSERT_EQ(legend.absences.size(), 1u);
  EXPECT_EQ(legend.absences[0].reason, Absence::withheld);
  EXPECT_EQ(legend.absences[0].areas, "1");
}

TEST(ThemeMap, HasEveryAreaOnItsPageAndClaimsNoCauses) {
  for (const Language language : {Language::nl, Language::en}) {
    const Document page = Town().page("class", "2014", language);
    const std::string text = to_plain_text(page, support::all_texts());
    for (const char* code : {"WK000101", "WK000102", "WK000103"})
      EXPECT_THAT(text, HasSubstr(code));
    for (const CausalVerb& verb : find_causal_verbs(text, language))
      ADD_FAILURE() << verb.phrase << ": " << verb.context;
  }
}

TEST(NoClass, TakesARefusedValueForNotMeasured) {
  EXPECT_EQ(detail::no_class_of(Absence::withheld), chart::NoClass::withheld);
  EXPECT_EQ(detail::no_class_of(Absence::not_collected), chart::NoClass::not_measured);
  EXPECT_EQ(detail::no_class_of(Absence::refused), chart::NoClass::not_measured);
  EXPECT_EQ(detail::no_class_of(Absence::not_applicable), chart::NoClass::not_applicable);
  EXPECT_EQ(detail::no_class_of(Absence::no_such_area), chart::NoClass::not_applicable);
}

TEST(Towns, LieWhereTheirPeopleLive) {
  detail::Towns all;
  geo::Bounds west;
  west.add(geo::Point{0, 0});
  west.add(geo::Point{2, 2});
  geo::Bounds east;
  east.add(geo::Point{8, 0});
  east.add(geo::Point{10, 2});
  all.add("Stad", west, 300);
  all.add("Stad", east, 100);
  all.add("Leeg", east, 0);
  all.add("", east, 50);
  const auto towns = all.take();
  ASSERT_EQ(towns.size(), 1u);
  EXPECT_EQ(towns[0].residents, 400);
  EXPECT_DOUBLE_EQ(towns[0].at.x, 3);
  EXPECT_DOUBLE_EQ(towns[0].at.y, 1);
}

}  // namespace
}  // namespace wijkbeeld::report
