// SPDX-License-Identifier: EUPL-1.2
#include "source/example_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "base/failure.hpp"
#include "base/file.hpp"
#include "base/number.hpp"
#include "codec/csv.hpp"
#include "source/example_layers.hpp"
#include "source/example_people.hpp"
#include "source/example_text.hpp"
#include "source/source.hpp"
#include "support/scratch.hpp"

namespace wijkbeeld::source {
namespace {

using area::Level;
using support::Scratch;
using table::Absence;
using testing::HasSubstr;

std::map<std::string, std::string> written(const Scratch& scratch, base::Seed seed,
                                           unsigned workers) {
  base::Progress progress;
  write_example(scratch.path() / "land", seed, ExampleSize::town, {workers}, progress, true);
  std::map<std::string, std::string> files;
  for (const auto& path : base::files_below(scratch.path() / "land"))
    files[path.filename().string()] = base::read_file(path);
  return files;
}

TEST(WriteExample, GivesTheSameBytesOnAnyNumberOfThreads) {
  const Scratch scratch;
  const auto one = written(scratch, {7}, 1);
  const auto four = written(scratch, {7}, 4);
  EXPECT_EQ(one.size(), 15U);
  for (const auto& [name, bytes] : one)
    EXPECT_EQ(bytes, four.at(name)) << name;
}

TEST(WriteExample, GivesAnotherCountryForAnotherSeed) {
  const Scratch scratch;
  const auto one = written(scratch, {7}, 2);
  const auto other = written(scratch, {8}, 2);
  EXPECT_NE(one.at("voorbeeld_stand.csv"), other.at("voorbeeld_stand.csv"));
  EXPECT_NE(one.at("gebieden.gpkg"), other.at("gebieden.gpkg"));
}

TEST(WriteExample, NeverOverwritesUnasked) {
  const Scratch scratch;
  scratch.file("land/mine.txt", "mine");
  base::Progress progress;
  try {
    write_example(scratch.path() / "land", {1}, ExampleSize::town, {1}, progress);
    FAIL() << "it wrote";
  } catch (const base::Failure& failure) {
    EXPECT_THAT(failure.what(), HasSubstr("already holds files"));
  }
  EXPECT_EQ(support::text_of(scratch / "land/mine.txt"), "mine");
}

class Stopped : public base::Progress {
 public:
  [[nodiscard]] bool is_stopped() const override { return true; }
};

TEST(WriteExample, LeavesNothingWhenStopped) {
  const Scratch scratch;
  Stopped progress;
  EXPECT_THROW(write_example(scratch / "land", {1}, ExampleSize::town, {1}, progress),
               base::Failure);
  EXPECT_TRUE(std::filesystem::is_empty(scratch.path()));
}

TEST(ParseExampleSize, KnowsThreeSizes) {
  EXPECT_EQ(parse_example_size("town"), ExampleSize::town);
  EXPECT_EQ(parse_example_size("country"), ExampleSize::country);
  EXPECT_EQ(parse_example_size("nation"), ExampleSize::nation);
  EXPECT_EQ(parse_example_size("planet"), std::nullopt);
}

class ReadBack : public testing::Test {
 protected:
  static const series::Project& project() {
    static const series::Project read = [] {
      const Scratch scratch;
      base::Progress progress;
      write_example(scratch / "land", {1}, ExampleSize::town, {2}, progress);
      return read_project(scratch / "land", {2}, progress);
    }();
    return read;
  }
  static const series::Series& series_of(Level level, const std::string& quantity) {
    const auto* found = project().find_series({{"voorbeeld"}, level, {2016}, quantity});
    EXPECT_NE(found, nullptr) << quantity;
    return *found;
  }
};

TEST_F(ReadBack, RecognisesEveryFileAndRefusesNothing) {
  for (const series::FileRecord& file : project().files) {
    EXPECT_NE(file.source, "") << file.name;
    EXPECT_EQ(file.rows_refused, 0) << file.name;
  }
  EXPECT_EQ(project().ledger.count("file-not-used"), 3U);
  EXPECT_EQ(project().ledger.count(base::Severity::refused), 0U);
  EXPECT_EQ(project().ledger.count(base::Severity::warning), 0U);
}

TEST_F(ReadBack, KnowsAreasOutlinesAndListsOfBothYears) {
  for (const int year : {2010, 2016})
    for (const Level level : {Level::buurt, Level::wijk, Level::gemeente}) {
      const auto* areas = project().find_areas(level, {year});
      const auto* outlines = project().find_outlines(level, {year});
      ASSERT_NE(areas, nullptr);
      ASSERT_NE(outlines, nullptr);
      EXPECT_EQ(areas->size(), outlines->codes.size());
      EXPECT_TRUE(areas->areas().front().residents.has_value());
      EXPECT_EQ(outlines->source, "Voorbeeldland (verzonnen)");
    }
  EXPECT_NE(project().find_areas(Level::cell, {2016}), nullptr);
  const auto* attention = project().find_list("voorbeeld-aandachtslijst-2007");
  const auto* priority = project().find_list("voorbeeld-prioriteitenlijst-2003");
  ASSERT_NE(attention, nullptr);
  ASSERT_NE(priority, nullptr);
  EXPECT_EQ(attention->vintage.year, 2016);
  EXPECT_EQ(priority->vintage.year, 2010);
  EXPECT_EQ(priority->unmatched.size(), 1U);
  for (const series::ListMember& member : priority->members)
    EXPECT_TRUE(project().find_areas(Level::buurt, {2010})->find(member.code));
}

TEST_F(ReadBack, DimensionsAddUpToTheDeviation) {
  for (const Level level : {Level::buurt, Level::wijk, Level::gemeente}) {
    const series::Series& deviation = series_of(level, "deviation");
    const series::Series& score = series_of(level, "score");
    for (std::size_t a = 0; a < deviation.areas().size(); ++a)
      for (std::size_t p = 0; p < deviation.periods().size(); ++p) {
        if (!deviation.value(a, p)) continue;
        double sum = 0;
        for (const std::string_view id : kDimensions)
          sum += *series_of(level, "contribution." + std::string(id)).value(a, p);
        EXPECT_NEAR(sum, *deviation.value(a, p), 1e-12);
        EXPECT_NEAR(4.15 + sum, *score.value(a, p), 1e-12);
      }
  }
}

TEST_F(ReadBack, ChangesAreDifferencesOfScores) {
  const series::Series& change = series_of(Level::buurt, "change");
  const series::Series& score = series_of(Level::buurt, "score");
  EXPECT_EQ(change.periods().size(), 15U);
  for (std::size_t a = 0; a < change.areas().size(); ++a)
    for (const series::Period period : change.periods()) {
      const auto value = change.value(change.areas()[a], period);
      if (!value) {
        EXPECT_EQ(value.absence(), Absence::withheld);
        continue;
      }
      EXPECT_NEAR(*value,
                  *score.value(change.areas()[a], series::at(period.to)) -
                      *score.value(change.areas()[a], series::at(period.from)),
                  1e-12);
    }
}

TEST_F(ReadBack, WithholdsAreasOfUnderAHundredResidents) {
  const series::Series& score = series_of(Level::buurt, "score");
  const auto* areas = project().find_areas(Level::buurt, {2016});
  std::size_t withheld = 0;
  for (const area::Area& one : areas->areas()) {
    const auto value = score.value(one.code, series::at({2016}));
    EXPECT_EQ(value.has_value(), *one.residents >= 100) << one.code.text;
    withheld += value.absence() == Absence::withheld ? 1U : 0U;
  }
  EXPECT_GT(withheld, 0U);
}

TEST_F(ReadBack, CellsHaveAScoreWherePeopleLive) {
  const series::Series& score = series_of(Level::cell, "score");
  EXPECT_EQ(score.areas().size(), 1800U);
  EXPECT_EQ(score.coverage(5), 1800U);
}

TEST_F(ReadBack, KeepsFeaturesOfCellsAsSeries) {
  const auto series = [](const char* quantity) {
    return project().find_series({{"voorbeeld-indicatoren"}, Level::cell, {2016}, quantity});
  };
  std::size_t kinds = 0;
  for (const ExampleIndicator& one : example_indicators())
    if (one.kind == IndicatorKind::cell_column) {
      ++kinds;
      ASSERT_NE(series(std::string(one.id).c_str()), nullptr) << one.id;
      EXPECT_EQ(series(std::string(one.id).c_str())->periods().size(), 6U);
    }
  EXPECT_EQ(kinds, 22U);
  const auto* cells = project().find_areas(Level::cell, {2016});
  for (std::size_t i = 0; i < cells->size(); i += 97)
    EXPECT_EQ(series("inwoners")->value(cells->areas()[i].code, series::at({2016})),
              cells->areas()[i].residents);
  EXPECT_EQ(series("woningen")->coverage(0), cells->size());
}

TEST_F(ReadBack, KnowsWhereEachCellLies) {
  const auto* cells = project().find_areas(Level::cell, {2016});
  for (const int year : {2010, 2016}) {
    const auto* nesting = project().find_nesting(Level::cell, Level::buurt, {year});
    ASSERT_NE(nesting, nullptr);
    EXPECT_EQ(nesting->codes.size(), cells->size());
    const auto* buurten = project().find_areas(Level::buurt, {year});
    for (const area::AreaCode& buurt : nesting->parents)
      EXPECT_TRUE(buurten->find(buurt)) << buurt.text;
  }
}

TEST_F(ReadBack, ResidentsOfBuurtenAreThoseOfTheirCells) {
  const auto* nesting = project().find_nesting(Level::cell, Level::buurt, {2016});
  std::map<std::string, double> sums;
  for (const area::Area& cell : project().find_areas(Level::cell, {2016})->areas())
    sums[nesting->parent_of(cell.code)->text] += *cell.residents;
  for (const area::Area& buurt : project().find_areas(Level::buurt, {2016})->areas())
    EXPECT_EQ(sums[buurt.code.text], *buurt.residents) << buurt.code.text;
}

TEST_F(ReadBack, KeepsRespondentsAndSales) {
  const ExamplePlan plan = plan_of(ExampleSize::town);
  const series::Sample* survey = project().find_sample("enquete");
  ASSERT_NE(survey, nullptr);
  EXPECT_EQ(survey->rows(), plan.respondents);
  EXPECT_EQ(survey->vintage.year, 2016);
  for (const char* name :
       {"jaar", "gewicht", "leeftijd", "koopwoning", "oordeel", "vervelend", "thuis"})
    EXPECT_EQ(survey->find(name)->numbers.size(), plan.respondents) << name;
  for (const char* name : {"stratum", "cluster"})
    EXPECT_EQ(survey->find(name)->texts.size(), plan.respondents) << name;
  const series::Sample* sales = project().find_sample("verkopen");
  ASSERT_NE(sales, nullptr);
  EXPECT_EQ(sales->rows(), plan.sales);
  for (const char* name : {"prijs", "woonoppervlakte", "perceel", "bouwjaar"})
    EXPECT_EQ(sales->find(name)->numbers.size(), plan.sales) << name;
  for (const char* name : {"datum", "woningtype"})
    EXPECT_EQ(sales->find(name)->texts.size(), plan.sales) << name;
}

TEST(CsvText, WritesMillionthsExactly) {
  CsvText out;
  out.points(-393284).points(4150000).points(-1).points(0).end();
  EXPECT_EQ(out.take(), "-0.393284,4.150000,-0.000001,0.000000\n");
}

// Ordinary least squares of y on x alone.
struct Slope {
  double value = 0;
  double error = 0;
};
Slope slope(const std::vector<double>& x, const std::vector<double>& y) {
  const auto n = static_cast<double>(x.size());
  double mx = 0, my = 0, sxx = 0, sxy = 0, rss = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    mx += x[i] / n;
    my += y[i] / n;
  }
  for (std::size_t i = 0; i < x.size(); ++i) {
    sxx += (x[i] - mx) * (x[i] - mx);
    sxy += (x[i] - mx) * (y[i] - my);
  }
  const double b = sxy / sxx;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const double e = y[i] - my - b * (x[i] - mx);
    rss += e * e;
  }
  return {b, std::sqrt(rss / (n - 2) / sxx)};
}

class People : public testing::Test {
 protected:
  static const ExampleCountry& town() {
    static const ExampleCountry made = [] {
      base::Progress progress;
      return make_country(plan_of(ExampleSize::town), {1}, {2}, progress);
    }();
    return made;
  }
  static double score_of(const std::string& code) {
    static const std::map<std::string, std::size_t> at = [] {
      std::map<std::string, std::size_t> out;
      for (std::size_t i = 0; i < town().cells.size(); ++i)
        out[town().land.grid.code(town().cells.at[i])] = i;
      return out;
    }();
    double sum = town().scale.reference;
    for (const double part : town().structural[kBaseWave][at.at(code)])
      sum += part;
    return sum;
  }
  static double number(const table::Rows& rows, std::size_t row, std::string_view column) {
    return *base::parse_number(rows.cell(row, rows.column(column)));
  }
};

TEST_F(People, FindPlacesOpenWhenTheyAre) {
  const Scratch scratch;
  codec::write_geopackage(scratch / "v.gpkg", feature_layers(town()), base::Language::nl, {});
  base::Progress progress;
  const series::Project read = read_project(scratch / "v.gpkg", {1}, progress);
  std::size_t points = 0;
  for (std::size_t kind = 0; kind < kPointKinds.size(); ++kind) {
    const series::Places* places = read.find_places(kPointKinds[kind].id);
    if (places == nullptr) continue;
    std::size_t at = 0;
    for (const ExamplePoint& point : town().points) {
      if (point.kind != kind) continue;
      ASSERT_LT(at, places->size());
      EXPECT_EQ(places->points[at], point.at);
      for (int year = 1995; year <= 2025; ++year)
        EXPECT_EQ(places->presence[at].is_there(year), point.is_open(year));
      ++at;
      ++points;
    }
    EXPECT_EQ(at, places->size());
  }
  EXPECT_EQ(points, town().points.size());
  EXPECT_EQ(read.find_places("spoor")->lines, town().land.railways);
  EXPECT_EQ(read.find_places("park")->size(), town().land.parks.size());
  EXPECT_TRUE(read.ledger.empty());
}

TEST_F(People, JudgeMoreKindlyWhereTheScoreIsHigher) {
  base::Ledger ledger;
  const table::Rows rows = codec::parse_csv(survey_csv(town(), {}), {"enquete.csv"}, ledger);
  ASSERT_EQ(rows.size(), town().plan.respondents);
  std::vector<double> scores;
  std::vector<double> judgements;
  double weights = 0;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    scores.push_back(score_of(std::string(rows.cell(row, rows.column("cel")))));
    judgements.push_back(number(rows, row, "oordeel"));
    weights += number(rows, row, "gewicht");
    EXPECT_GE(judgements.back(), 1);
    EXPECT_LE(judgements.back(), 5);
  }
  const Slope found = slope(scores, judgements);
  EXPECT_GT(found.value, 2 * found.error);
  EXPECT_LT(found.value, 1 + 3 * found.error);
  double residents = 0;
  for (const int n : town().cells.residents[kBaseWave])
    residents += n;
  EXPECT_NEAR(weights / residents, 1, 0.1);
}

TEST_F(People, PayForTheScoreWhatWasPlanted) {
  base::Ledger ledger;
  const ExampleBehaviour b;
  const table::Rows rows = codec::parse_csv(sales_csv(town(), b), {"verkopen.csv"}, ledger);
  ASSERT_EQ(rows.size(), town().plan.sales);
  std::vector<double> scores;
  std::vector<double> prices;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    scores.push_back(score_of(std::string(rows.cell(row, rows.column("cel")))));
    prices.push_back(std::log(number(rows, row, "prijs")) -
                     b.log_floor_area * std::log(number(rows, row, "woonoppervlakte") / 110) -
                     b.log_plot * std::log1p(number(rows, row, "perceel") / 100) -
                     b.per_decade_newer * (number(rows, row, "bouwjaar") - 1970) / 10);
  }
  const Slope found = slope(scores, prices);
  EXPECT_LT(std::abs(found.value - b.price_effect), 3 * found.error + 0.02);
}

}  // namespace
}  // namespace wijkbeeld::source
