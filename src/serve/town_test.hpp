// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "instrument/project_editions.hpp"
#include "instrument/scored.hpp"
#include "support/tiny_instrument.hpp"
#include "support/tiny_project.hpp"

namespace wijkbeeld::serve {

inline geo::MultiPolygon square(double x) {
  const double y = 400000;
  return {{{{{x, y}, {x + 1000, y}, {x + 1000, y + 1000}, {x, y + 1000}, {x, y}}, {}}}};
}

/// Three wijken of which two have an outline, under a shipped edition's name.
inline series::Project town() {
  series::Project project = support::tiny_project(
      {support::TinyArea{"WK000101", "Oost", 1000, {1.0, 2.0, 3.0}, {3.5, 3.9}},
       support::TinyArea{"WK000102", "Wijk 02 West & Co", 3000, {4.0, 4.0, 6.0}, {4.0, 4.2}},
       support::TinyArea{"WK000103", "Haven", std::nullopt, {std::nullopt}, {std::nullopt}}},
      "voorbeeld");
  project.outlines.push_back({area::Level::wijk,
                              {2016},
                              {{"WK000101"}, {"WK000102"}},
                              {square(100000), square(101000)},
                              {"Oost", "West"},
                              "made up"});
  return project;
}

/// Four cells of an edition that is shipped, one of them in a buurt.
inline series::Project land_of_cells() {
  series::Project project;
  const std::vector<std::string> codes = {"E1213N4879", "E1214N4879", "E1214N4880", "E1300N4900"};
  std::vector<area::Area> cells;
  series::SeriesBuilder scores({{"voorbeeld"}, area::Level::cell, {2016}, "score"});
  series::SeriesBuilder errors({{"voorbeeld"}, area::Level::cell, {2016}, "score.error"});
  series::SeriesBuilder won({{"voorbeeld"}, area::Level::cell, {2016}, "contribution.won"});
  series::SeriesBuilder buurt({{"voorbeeld"}, area::Level::buurt, {2016}, "score"});
  for (std::size_t i = 0; i < codes.size(); ++i) {
    cells.push_back({{codes[i]}, "", "", 20.0 + static_cast<double>(i)});
    if (i == 3) {
      scores.add({codes[i]}, series::at({2012}), table::Absence::withheld);
      continue;
    }
    scores.add({codes[i]}, series::at({2012}), 3.5 + 0.3 * static_cast<double>(i));
    scores.add({codes[i]}, series::at({2014}), 3.6 + 0.3 * static_cast<double>(i));
    won.add({codes[i]}, series::at({2012}), 0.01 + 0.01 * static_cast<double>(i));
    won.add({codes[i]}, series::at({2014}), 0.02 + 0.01 * static_cast<double>(i));
    errors.add({codes[i]}, series::at({2012}), i == 0 ? 0.5 : 0.001);
  }
  buurt.add({"BU00010203"}, series::at({2012}), 3.9);
  buurt.add({"BU00010203"}, series::at({2014}), 4.1);
  for (const series::SeriesBuilder* one : {&scores, &errors, &won, &buurt})
    project.series.push_back(one->build());
  project.areas.emplace_back(area::Level::cell, area::Vintage{2016}, cells, "verzonnen");
  project.areas.emplace_back(area::Level::buurt, area::Vintage{2016},
                             std::vector<area::Area>{{{"BU00010203"}, "Dorp", "", 900.0}}, "");
  project.nestings.push_back(
      {area::Level::cell, area::Level::buurt, {2016}, {{"E1214N4880"}}, {{"BU00010203"}}});
  return project;
}

/// A fitted instrument of 64 wijken in four gemeenten, with its scores and their errors.
inline series::Project fitted_town() {
  support::TinyFit tiny;
  series::Project out = tiny.project;
  instrument::keep(tiny.instrument, tiny.fitted.model, out);
  instrument::keep_series(
      instrument::all_series(tiny.instrument, tiny.fitted.model, tiny.scored(), {1}), out);
  return out;
}

}  // namespace wijkbeeld::serve
