// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "instrument/edition.hpp"
#include "series/project.hpp"

namespace wijkbeeld::support {

/// One made-up wijk: what its row in a test says. An empty optional is a withheld value.
struct TinyArea {
  std::string code;
  std::string name;
  std::optional<double> residents;
  std::vector<std::optional<double>> classes = {};  ///< per wave of the edition
  std::vector<std::optional<double>> scores = {};   ///< absolute, per wave with scores
  /// Contributions of the two dimensions, per wave with scores.
  std::vector<double> won = {};
  std::vector<double> vei = {};
};

/// An edition with waves 2002 (classes only), 2012 and 2014, limits 3 and 4, and two dimensions.
inline instrument::Edition tiny_edition() {
  instrument::Edition edition;
  edition.id = {"tiny"};
  edition.title = {"Klein", "Tiny"};
  edition.publisher = {"verzonnen", "made up"};
  edition.licence = "CC0-1.0";
  edition.waves = {{2002}, {2012}, {2014}};
  edition.score_waves = {{2012}, {2014}};
  edition.reference.constant = 3.5;
  edition.classes.emplace(
      std::vector<double>{3.0, 4.0},
      std::vector<base::Words>{{"laag", "low"}, {"midden", "mid"}, {"hoog", "high"}});
  edition.development.emplace(
      std::vector<double>{0.1},
      std::vector<base::Words>{{"omlaag", "down"}, {"gelijk", "same"}, {"omhoog", "up"}});
  edition.low_class = 1;
  edition.low_name = {"laag", "low"};
  edition.dimensions = {{"won", {"woningen", "housing"}, {}},
                        {"vei", {"veiligheid", "safety"}, {}}};
  return edition;
}

inline table::Value<double> tiny_value(const std::optional<double>& value) {
  if (!value) return table::Absence::withheld;
  return *value;
}

/// A project with one area set and the series of the edition `id` at wijk level, vintage 2016.
inline series::Project tiny_project(const std::vector<TinyArea>& areas,
                                    const std::string& id = "tiny") {
  using series::Series;
  const instrument::Edition edition = tiny_edition();
  const auto builder = [&](std::string_view quantity) {
    return series::SeriesBuilder({{id}, area::Level::wijk, {2016}, std::string(quantity)});
  };
  series::SeriesBuilder classes = builder(series::quantity::kClass);
  series::SeriesBuilder scores = builder(series::quantity::kScore);
  series::SeriesBuilder deviations = builder(series::quantity::kDeviation);
  series::SeriesBuilder won = builder("contribution.won");
  series::SeriesBuilder vei = builder("contribution.vei");
  std::vector<area::Area> listed;
  for (const TinyArea& one : areas) {
    const area::AreaCode code{one.code};
    listed.push_back({code, one.name, "", tiny_value(one.residents)});
    for (std::size_t w = 0; w < one.classes.size(); ++w)
      classes.add(code, series::at(edition.waves[w]), tiny_value(one.classes[w]));
    for (std::size_t w = 0; w < one.scores.size(); ++w) {
      const series::Period wave = series::at(edition.score_waves[w]);
      scores.add(code, wave, tiny_value(one.scores[w]));
      if (one.scores[w]) deviations.add(code, wave, *one.scores[w] - 3.5);
    }
    for (std::size_t w = 0; w < one.won.size(); ++w) {
      won.add(code, series::at(edition.score_waves[w]), one.won[w]);
      vei.add(code, series::at(edition.score_waves[w]), one.vei[w]);
    }
  }
  series::Project project;
  project.areas.emplace_back(area::Level::wijk, area::Vintage{2016}, listed, "verzonnen, 2016");
  for (series::SeriesBuilder* one : {&classes, &won, &vei, &deviations, &scores})
    if (!one->empty()) project.series.push_back(one->build());
  return project;
}

}  // namespace wijkbeeld::support
