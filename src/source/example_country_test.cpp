// SPDX-License-Identifier: EUPL-1.2
#include "source/example_country.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "area/level.hpp"
#include "base/text.hpp"
#include "geo/rd_grid.hpp"
#include "source/example_names.hpp"

namespace wijkbeeld::source {
namespace {

using testing::IsEmpty;

// The country is made once: it takes half a second.
class Voorbeeldland : public testing::Test {
 protected:
  static const ExampleCountry& country() {
    static const ExampleCountry made = [] {
      base::Progress progress;
      return make_country(plan_of(ExampleSize::country), {1}, {2}, progress);
    }();
    return made;
  }
  static double score(const ExampleScores& scores, std::size_t wave, std::size_t i) {
    return static_cast<double>(total(scores.dimensions[wave][i])) / 1e6;
  }
};

struct Sample {
  std::vector<double> values;
  [[nodiscard]] double mean() const {
    double sum = 0;
    for (const double v : values)
      sum += v;
    return sum / static_cast<double>(values.size());
  }
  [[nodiscard]] double squared_error() const {  // of the mean
    double sum = 0;
    for (const double v : values)
      sum += (v - mean()) * (v - mean());
    const auto n = static_cast<double>(values.size());
    return sum / (n - 1) / n;
  }
};

// Difference of means in standard errors from `expected`.
double off(const Sample& a, const Sample& b, double expected) {
  return (a.mean() - b.mean() - expected) / std::sqrt(a.squared_error() + b.squared_error());
}

TEST_F(Voorbeeldland, HasTheStructureThatIsPromised) {
  const ExampleCountry& c = country();
  EXPECT_EQ(c.areas.after().gemeenten.size(), 5U);
  EXPECT_EQ(c.areas.before().gemeenten.size(), 6U);
  EXPECT_EQ(c.areas.after().wijken.size(), 60U);
  EXPECT_NEAR(static_cast<double>(c.areas.after().buurten.size()), 700, 10);
  EXPECT_EQ(c.cells.size(), 15000U);
  EXPECT_EQ(example_indicators().size(), 45U);
  EXPECT_GT(c.lists.attention.areas.size(), 15U);
  EXPECT_GT(c.lists.priority.areas.size(), 15U);
}

TEST_F(Voorbeeldland, LiesInTheRangeOfRdNewAndInTheSea) {
  for (const std::size_t cell : country().cells.at) {
    const geo::Point p = country().land.grid.centre(cell);
    ASSERT_TRUE(geo::is_in_rd(p));
    ASSERT_LT(p.x, 75000);  // west of the coast at this height
    ASSERT_GT(p.y, 550000);
  }
}

TEST_F(Voorbeeldland, HasCellsInOrderOfTheirCode) {
  const ExampleCountry& c = country();
  for (std::size_t i = 1; i < c.cells.size(); ++i)
    ASSERT_LT(c.land.grid.code(c.cells.at[i - 1]), c.land.grid.code(c.cells.at[i]));
}

TEST_F(Voorbeeldland, HasFiveDimensionsWithFortyFiveIndicators) {
  std::array<int, 5> counts{};
  int columns = 0;
  int sensitive = 0;
  std::set<std::string_view> ids;
  for (const ExampleIndicator& indicator : example_indicators()) {
    ++counts.at(indicator.dimension);
    columns += indicator.layer.empty() ? 1 : 0;
    sensitive += indicator.is_sensitive ? 1 : 0;
    ids.insert(indicator.id);
    EXPECT_TRUE(indicator.id.starts_with(kDimensions.at(indicator.dimension)));
  }
  EXPECT_EQ(ids.size(), 45U);
  EXPECT_EQ(columns, 30);
  EXPECT_EQ(sensitive, 3);
  for (const int count : counts)
    EXPECT_GE(count, 8);
}

TEST_F(Voorbeeldland, CodesAreThoseOfCbsFromGemeente9901On) {
  for (const Classification& areas : country().areas.vintages) {
    std::set<std::string> codes;
    for (const ExampleArea& buurt : areas.buurten) {
      EXPECT_EQ(buurt.code.substr(0, 4), "BU99");
      EXPECT_EQ(area::wijk_of({buurt.code})->text, areas.wijken[buurt.parent].code);
      EXPECT_EQ(area::gemeente_of({buurt.code})->text,
                areas.gemeenten[areas.wijken[buurt.parent].parent].code);
      codes.insert(buurt.code);
    }
    EXPECT_EQ(codes.size(), areas.buurten.size());
  }
  EXPECT_EQ(country().areas.before().gemeenten.back().code, "GM9906");
}

TEST_F(Voorbeeldland, ReformSplitsMergesAndRenumbers) {
  const ExampleAreas& areas = country().areas;
  std::set<std::pair<Label, Label>> pairs;
  for (std::size_t unit = 0; unit < areas.units; ++unit)
    pairs.emplace(areas.before().buurt_of_unit[unit], areas.after().buurt_of_unit[unit]);
  std::map<Label, int> from;
  std::map<Label, int> to;
  int renumbered = 0;
  for (const auto& [old_buurt, new_buurt] : pairs) {
    ++from[old_buurt];
    ++to[new_buurt];
    renumbered += areas.before().buurten[old_buurt].code != areas.after().buurten[new_buurt].code;
  }
  const auto several = [](const std::map<Label, int>& counts) {
    return std::count_if(counts.begin(), counts.end(), [](const auto& c) { return c.second > 1; });
  };
  EXPECT_GT(several(from), 10);
  EXPECT_GT(several(to), 8);
  EXPECT_GT(renumbered, 50);
}

TEST_F(Voorbeeldland, GivesSomeOldCodesToOtherAreas) {
  // What makes codes of another vintage dangerous: the code exists, and is another place.
  const ExampleAreas& areas = country().areas;
  std::map<std::string, std::string> names;
  for (const ExampleArea& buurt : areas.before().buurten)
    names[buurt.code] = buurt.name;
  int others = 0;
  for (const ExampleArea& buurt : areas.after().buurten)
    others += names.contains(buurt.code) && names.at(buurt.code) != buurt.name ? 1 : 0;
  EXPECT_GT(others, 10);
}

TEST_F(Voorbeeldland, HasNoNameOfARealPlace) {
  const std::vector<std::string> real = {
      "amsterdam", "rotterdam",   "denhaag",  "utrecht",   "eindhoven",     "groningen",
      "tilburg",   "almere",      "breda",    "nijmegen",  "zwolle",        "leiden",
      "delft",     "emmen",       "deventer", "enschede",  "arnhem",        "haarlem",
      "dordrecht", "zoetermeer",  "schiedam", "overvecht", "kanaleneiland", "bijlmer",
      "transvaal", "malburgen",   "selwerd",  "angelslo",  "ameland",       "texel",
      "vlieland",  "terschelling"};
  for (const Classification& areas : country().areas.vintages)
    for (const auto* level : {&areas.buurten, &areas.wijken, &areas.gemeenten})
      for (const ExampleArea& one : *level)
        for (const std::string& name : real)
          ASSERT_EQ(base::folded(one.name).find(name), std::string::npos) << one.name;
}

TEST_F(Voorbeeldland, NamesDifferWithinAGemeente) {
  const Classification& areas = country().areas.after();
  std::set<std::pair<Label, std::string>> names;
  for (std::size_t i = 0; i < areas.buurten.size(); ++i)
    names.emplace(areas.gemeente_of(static_cast<Label>(i)), areas.buurten[i].name);
  // Wijken of the gemeente that merged keep their names, so a few may occur twice.
  EXPECT_GT(names.size(), areas.buurten.size() * 97 / 100);
}

TEST_F(Voorbeeldland, AddsUpFromCellsByResidents) {
  const ExampleCountry& c = country();
  for (std::size_t wave = 0; wave < kExampleWaves.size(); ++wave) {
    std::vector<double> sums(c.areas.after().wijken.size(), 0);
    std::vector<double> people(sums.size(), 0);
    for (std::size_t buurt = 0; buurt < c.areas.after().buurten.size(); ++buurt) {
      const Label wijk = c.areas.after().wijk_of(static_cast<Label>(buurt));
      const auto residents = static_cast<double>(c.buurt_scores.residents[wave][buurt]);
      sums[wijk] += residents * score(c.buurt_scores, wave, buurt);
      people[wijk] += residents;
    }
    for (std::size_t wijk = 0; wijk < sums.size(); ++wijk)
      EXPECT_NEAR(sums[wijk] / people[wijk], score(c.wijk_scores, wave, wijk), 1e-5);
  }
}

TEST_F(Voorbeeldland, HasANationalMeanNearTheReferenceIn2012AndRises) {
  const ExampleCountry& c = country();
  std::vector<double> means;
  for (std::size_t wave = 0; wave < kExampleWaves.size(); ++wave) {
    double sum = 0;
    double people = 0;
    for (std::size_t i = 0; i < c.areas.after().gemeenten.size(); ++i) {
      const auto residents = static_cast<double>(c.gemeente_scores.residents[wave][i]);
      sum += residents * score(c.gemeente_scores, wave, i);
      people += residents;
    }
    means.push_back(sum / people);
  }
  EXPECT_NEAR(means[kBaseWave], 0, 0.01);
  EXPECT_LT(means.front(), -0.02);
  EXPECT_GT(means.back(), 0.005);
}

TEST_F(Voorbeeldland, SpreadsOverTheClassesLikeACountry) {
  const ExampleCountry& c = country();
  std::array<double, 10> people{};
  double all = 0;
  for (std::size_t i = 0; i < c.buurt_scores.residents[2].size(); ++i) {
    if (c.buurt_scores.residents[2][i] < kLeastResidents) continue;
    const auto residents = static_cast<double>(c.buurt_scores.residents[2][i]);
    people.at(static_cast<std::size_t>(
        class_of(c.scale, total(c.buurt_scores.dimensions[2][i])))) += residents;
    all += residents;
  }
  EXPECT_GT((people[1] + people[2] + people[3] + people[4]) / all, 0.015);
  EXPECT_LT((people[1] + people[2] + people[3] + people[4]) / all, 0.12);
  EXPECT_GT(people[6] / all, 0.3);
  EXPECT_GT((people[7] + people[8] + people[9]) / all, 0.2);
}

TEST_F(Voorbeeldland, HasSomeAreasWithTooFewResidents) {
  const auto& residents = country().buurt_scores.residents[4];
  const auto few = std::count_if(residents.begin(), residents.end(),
                                 [](std::int64_t n) { return n < kLeastResidents; });
  EXPECT_GT(few, 10);
  EXPECT_LT(few, 90);
}

TEST_F(Voorbeeldland, ShowsTheProgrammeEffectBesideLookAlikes) {
  const ExampleCountry& c = country();
  Sample programme;
  Sample others;
  for (const LabelledArea& area : c.lists.attention.areas)
    for (const Label buurt : area.buurten)
      (area.has_programme ? programme : others)
          .values.push_back(score(c.buurt_scores, 2, buurt) - score(c.buurt_scores, 1, buurt));
  ASSERT_GT(programme.values.size(), 20U);
  ASSERT_GT(others.values.size(), 20U);
  EXPECT_LT(std::abs(off(programme, others, c.planted.programme_effect)), 3);
  EXPECT_GT(off(programme, others, 0), 3);
}

TEST_F(Voorbeeldland, ShowsTheStallAfter2012) {
  const ExampleCountry& c = country();
  Sample stalling;
  Sample others;
  for (const LabelledArea& area : c.lists.attention.areas)
    for (const Label buurt : area.buurten)
      (area.is_stalling ? stalling : others)
          .values.push_back(score(c.buurt_scores, 5, buurt) - score(c.buurt_scores, 2, buurt));
  EXPECT_LT(std::abs(off(stalling, others, 6 * c.planted.stall_per_year)), 3);
  EXPECT_LT(stalling.mean(), others.mean());
}

TEST_F(Voorbeeldland, ShowsTheRingRoundProgrammes) {
  const ExampleCountry& c = country();
  const ExampleReach& reach = c.lists.reach;
  Sample ring;
  Sample rest;
  for (std::size_t i = 0; i < reach.ring.size(); ++i) {
    if (reach.programme[i] != 0 || c.buurt_scores.residents[1][i] < 300) continue;
    (reach.ring[i] != 0 ? ring : rest)
        .values.push_back(score(c.buurt_scores, 2, i) - score(c.buurt_scores, 1, i));
  }
  EXPECT_LT(std::abs(off(ring, rest, c.planted.ring_effect)), 3);
  EXPECT_LT(ring.mean(), rest.mean());
}

TEST_F(Voorbeeldland, RegressesToTheMeanWhereABadYearWasChosen) {
  const ExampleCountry& c = country();
  Sample listed;
  Sample rest;
  Sample shocks;
  std::set<Label> on_list;
  for (const LabelledArea& area : c.lists.attention.areas)
    on_list.insert(area.buurten.begin(), area.buurten.end());
  for (std::size_t i = 0; i < c.buurt_scores.residents[0].size(); ++i) {
    if (c.buurt_scores.residents[0][i] < kListedResidents) continue;
    const double change = score(c.buurt_scores, 1, i) - score(c.buurt_scores, 0, i);
    const auto buurt = static_cast<Label>(i);
    (on_list.contains(buurt) ? listed : rest).values.push_back(change);
    if (on_list.contains(buurt))
      shocks.values.push_back(shock_of(c.areas, buurt, 0, c.planted, c.seed));
  }
  EXPECT_LT(shocks.mean(), -0.01);     // chosen in a bad year
  EXPECT_GT(off(listed, rest, 0), 3);  // and up again in 2008, before any programme
}

TEST_F(Voorbeeldland, ListsUseNamesOfTheirOwn) {
  const ExampleCountry& c = country();
  for (const ExampleList* list : {&c.lists.attention, &c.lists.priority}) {
    const Classification& areas = c.areas.vintages[list->vintage];
    std::set<std::string> labels;
    for (const LabelledArea& area : list->areas) {
      labels.insert(area.label);
      for (const Label buurt : area.buurten)
        EXPECT_NE(area.label, areas.buurten[buurt].name);
    }
    EXPECT_GT(labels.size(), list->areas.size() * 9 / 10);
    EXPECT_THAT(list->areas.back().buurten, IsEmpty());  // a label nobody can place
  }
}

TEST(ExampleScale, PutsAScoreOnALimitInTheClassAboveIt) {
  const ExampleScale scale;
  EXPECT_EQ(class_of(scale, to_micro(3.99718 - 4.15)), 6);
  EXPECT_EQ(class_of(scale, to_micro(3.99718 - 4.15) - 1), 5);
  EXPECT_EQ(class_of(scale, 0), 6);
  EXPECT_EQ(class_of(scale, to_micro(-2)), 1);
  EXPECT_EQ(class_of(scale, to_micro(0.8)), 9);
  EXPECT_EQ(development_class_of(scale, to_micro(0.0666)), 4);
  EXPECT_EQ(development_class_of(scale, to_micro(0.0666) + 1), 5);
  EXPECT_EQ(development_class_of(scale, to_micro(-0.2)), 1);
}

TEST(ExampleNames, AreManyAndDifferent) {
  const auto names = gemeente_names(200);
  EXPECT_EQ(std::set<std::string>(names.begin(), names.end()).size(), 200U);
  EXPECT_EQ(names.front(), "Voorbeeldstad");
  EXPECT_EQ(names[1], "Fictiedam");
  const auto quarters = quarter_names({1}, 2, 900, false);
  EXPECT_EQ(std::set<std::string>(quarters.begin(), quarters.end()).size(), 900U);
}

}  // namespace
}  // namespace wijkbeeld::source
