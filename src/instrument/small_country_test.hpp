// SPDX-License-Identifier: EUPL-1.2
// A made-up country of 24 x 24 cells for the tests of this module: two gemeenten, 16 buurten, three
// indicators, a shop, a survey and sales whose weights are known.
#pragma once

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>
#include <vector>

#include "base/random.hpp"
#include "geo/rd_grid.hpp"
#include "instrument/instrument.hpp"
#include "series/project.hpp"

namespace wijkbeeld::instrument {

inline constexpr int kSide = 24;
inline constexpr area::Vintage kSmallVintage{2016};

/// What was planted: score points per standard deviation.
struct SmallTruth {
  double green = 0.12;
  double noise = -0.20;
  double age = 0.08;
};

inline area::AreaCode small_cell(int column, int row) {
  return {geo::to_text(geo::Cell{1000 + column, 4000 + row})};
}

inline std::string small_buurt(int column, int row) {
  const int block = (row / 6) * 4 + column / 6;
  return fmt::format("BU{:04}00{:02}", column < kSide / 2 ? 1 : 2, block);
}

/// Green is smooth over space, noise is rough, age lies in between; noise falls from 2012 to 2014.
inline double small_value(std::string_view id, int column, int row, int year) {
  base::Stream chance({7}, id == "noise" ? 2 : 3, static_cast<std::uint64_t>(row * kSide + column));
  if (id == "green") return 30 + 20 * std::sin(column / 4.0) + 10 * std::cos(row / 5.0);
  if (id == "noise") return 50 + 5 * chance.normal() - (year - 2012);
  return std::exp(3 + 0.5 * chance.normal());
}

inline series::Project small_project() {
  series::Project project;
  std::vector<area::Area> cells;
  area::Nesting nesting{area::Level::cell, area::Level::buurt, kSmallVintage};
  for (int column = 0; column < kSide; ++column)
    for (int row = 0; row < kSide; ++row) {
      cells.push_back({small_cell(column, row), "", "", 20.0 + (column * 7 + row * 3) % 60});
      nesting.codes.push_back(cells.back().code);
      nesting.parents.push_back({small_buurt(column, row)});
    }
  for (const std::string id : {"age", "green", "noise"}) {
    series::SeriesBuilder builder({{"klein"}, area::Level::cell, kSmallVintage, id});
    for (int column = 0; column < kSide; ++column)
      for (int row = 0; row < kSide; ++row)
        for (const int year : {2012, 2014})
          builder.add(small_cell(column, row), series::at({year}),
                      small_value(id, column, row, year));
    project.series.push_back(builder.build());
  }
  project.areas.emplace_back(area::Level::cell, kSmallVintage, std::move(cells), "made up");
  project.nestings.push_back(std::move(nesting));
  project.places.push_back({"winkel", "", series::PlaceShape::point});
  project.places.back().points = {geo::centre({1003, 4005}), geo::centre({1020, 4012})};
  project.places.back().presence = {{}, {2013, {}}};
  return project;
}

/// Standardised by residents in 2012, as the definition does.
inline std::vector<double> small_z(std::string_view id, bool is_logarithm) {
  std::vector<double> x, w;
  for (int column = 0; column < kSide; ++column)
    for (int row = 0; row < kSide; ++row) {
      const double value = small_value(id, column, row, 2012);
      x.push_back(is_logarithm ? std::log(value) : value);
      w.push_back(20.0 + (column * 7 + row * 3) % 60);
    }
  double people = 0, sum = 0, square = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    people += w[i];
    sum += w[i] * x[i];
  }
  for (std::size_t i = 0; i < x.size(); ++i)
    square += w[i] * (x[i] - sum / people) * (x[i] - sum / people);
  for (double& one : x)
    one = (one - sum / people) / std::sqrt(square / people);
  return x;
}

inline std::vector<double> small_scores(const SmallTruth& truth) {
  const auto green = small_z("green", false);
  const auto noise = small_z("noise", false);
  const auto age = small_z("age", true);
  std::vector<double> out;
  for (std::size_t i = 0; i < green.size(); ++i)
    out.push_back(truth.green * green[i] + truth.noise * noise[i] + truth.age * age[i]);
  return out;
}

/// Adds a survey and sales drawn from the truth; the answers are those of a normal judgement.
inline void add_samples(series::Project& project, std::size_t rows, base::Seed seed,
                        const SmallTruth& truth = {}) {
  const auto scores = small_scores(truth);
  series::Sample survey{"enquete", "", area::Level::cell, kSmallVintage};
  series::Sample sales{"verkopen", "", area::Level::cell, kSmallVintage};
  series::SampleColumn answer{"oordeel"}, weight{"gewicht"}, owner{"koop"}, price{"prijs"},
      floor{"oppervlak"};
  series::SampleColumn stratum{"stratum", true}, cluster{"cluster", true}, kind{"soort", true},
      date{"datum", true};
  const auto number = [](series::SampleColumn& column, double value) {
    column.numbers.push_back(value);
    column.absences.push_back(0);
  };
  base::Stream chance(seed, 99);
  for (std::size_t i = 0; i < rows; ++i) {
    const std::size_t at = static_cast<std::size_t>(chance.below(kSide * kSide));
    const int column = static_cast<int>(at) / kSide;
    const int row = static_cast<int>(at) % kSide;
    survey.areas.push_back(small_cell(column, row));
    const double owns = chance.chance(0.5) ? 1 : 0;
    const double mood = 3 + scores[at] + 0.1 * owns + 0.7 * chance.normal();
    number(answer, std::clamp(std::round(mood), 1.0, 5.0));
    number(weight, 1 + chance.uniform());
    number(owner, owns);
    stratum.texts.push_back(column < kSide / 2 ? "GM0001" : "GM0002");
    cluster.texts.push_back(small_buurt(column, row) + (row % 2 == 0 ? "a" : "b"));
    sales.areas.push_back(small_cell(column, row));
    const double size = 60 + 100 * chance.uniform();
    const bool is_flat = chance.chance(0.3);
    number(floor, std::round(size));
    kind.texts.emplace_back(is_flat ? "flat" : "huis");
    date.texts.push_back(fmt::format("2012-{:02}-15", 1 + chance.below(12)));
    number(price,
           std::round(std::exp(11 + 0.7 * std::log(std::round(size) / 100) + 1.3 * scores[at] -
                               0.1 * (is_flat ? 1 : 0) + 0.15 * chance.normal())));
  }
  survey.columns = {answer, weight, owner, stratum, cluster};
  sales.columns = {price, floor, kind, date};
  project.samples = {survey, sales};
}

inline std::string small_definition() {
  return R"(
id = "klein-instrument"
version = "1"
title = { nl = "Klein", en = "Small" }
publisher = { nl = "Niemand", en = "Nobody" }
licence = "CC0-1.0"
waves = [2012, 2014]
level = "cell"
vintage = 2016
base_wave = 2012
minimum_residents = 30
levels = ["buurt", "gemeente"]
[reference]
constant = 3.0
[classes]
limits = [2.8, 3.0, 3.2]
[classes.names]
nl = ["a", "b", "c", "d"]
en = ["a", "b", "c", "d"]
[development]
limits = [0.05]
[development.names]
nl = ["min", "gelijk", "plus"]
en = ["less", "same", "more"]
[fit]
folds = 4
block = 400
replications = 100
seed = 5
[[dimension]]
id = "fys"
name = { nl = "Fysiek", en = "Physical" }
[[dimension]]
id = "won"
name = { nl = "Wonen", en = "Housing" }
[[outcome]]
id = "oordeel"
kind = "stated"
name = { nl = "Oordeel", en = "Judgement" }
sample = "enquete"
answer = "oordeel"
answers = [1, 5]
model = "ordered-probit"
weight = "gewicht"
stratum = "stratum"
cluster = "cluster"
controls = ["koop"]
[[outcome]]
id = "prijs"
kind = "revealed"
name = { nl = "Prijs", en = "Price" }
sample = "verkopen"
price = "prijs"
controls = [{ column = "oppervlak", as = "log" }, { column = "soort", as = "category" }, { column = "datum", as = "time" }]
[[indicator]]
id = "green"
name = { nl = "Groen", en = "Green" }
dimension = "fys"
unit = "%"
direction = "+"
column = { edition = "klein", quantity = "green" }
[[indicator]]
id = "noise"
name = { nl = "Geluid", en = "Noise" }
dimension = "fys"
unit = "dB"
direction = "-"
column = { edition = "klein", quantity = "noise" }
[[indicator]]
id = "age"
name = { nl = "Ouderdom", en = "Age" }
dimension = "won"
unit = "jaar"
column = { edition = "klein", quantity = "age" }
transform = ["log"]
)";
}

/// The small definition with one piece of text replaced; a bug when it does not occur.
inline std::string small_definition_with(const std::string& from, const std::string& to) {
  std::string text = small_definition();
  const std::size_t at = text.find(from);
  base::ensure(at != std::string::npos, "the text occurs in the definition");
  return text.replace(at, from.size(), to);
}

}  // namespace wijkbeeld::instrument
