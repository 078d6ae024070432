// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "instrument/area_means.hpp"

namespace wijkbeeld::instrument {

inline Indicator town_indicator(std::string id, std::string dimension, bool is_included = true) {
  Indicator one{.id = std::move(id),
                .name = {},
                .dimension = std::move(dimension),
                .unit = "",
                .measure = FromColumn{}};
  one.is_included = is_included;
  return one;
}

/// Two dimensions, four indicators that were measured (one of them left out, one in two parts) and
/// one that was not; classes cut at 3.9 and 4.1, the lowest is low.
inline Instrument town_instrument() {
  Instrument out;
  out.edition.id = {"stadje"};
  out.edition.waves = {{2018}, {2020}};
  out.edition.reference.constant = 4;
  out.edition.classes.emplace(
      std::vector<double>{3.9, 4.1},
      std::vector<base::Words>{{"laag", "low"}, {"midden", "mid"}, {"hoog", "high"}});
  out.edition.low_class = 1;
  out.edition.dimensions = {{"won", {"woningen", "housing"}, {}},
                            {"vei", {"veiligheid", "safety"}, {}}};
  out.indicators = {town_indicator("groen", "won"), town_indicator("diefstal", "vei"),
                    town_indicator("herkomst", "vei", false), town_indicator("bouwjaar", "won"),
                    town_indicator("lawaai", "vei", false)};
  return out;
}

inline Model town_model() {
  Model out;
  out.instrument = "stadje";
  out.reference = 4;
  out.standard.terms = {{"groen", 0, 0, 0, 1},
                        {"diefstal", 1, 0, 0, 1},
                        {"herkomst", 2, 0, 0, 1},
                        {"bouwjaar", 3, 0, 0, 1},
                        {"bouwjaar:1970", 3, 1, 0, 1}};
  out.weights = {0.1, -0.2, 0, 0.05, -0.04};
  out.errors = {0.01, 0.02, 0, 0.01, 0.01};
  out.covariance = stats::Matrix(5, 5);
  for (std::size_t t = 0; t < 5; ++t)
    out.covariance.at(t, t) = out.errors[t] * out.errors[t];
  return out;
}

/// Six buurten; the fifth has too few residents. In 2018 all values are 0.
inline AreaMeans town_means() {
  AreaMeans out;
  out.level = area::Level::buurt;
  out.waves = {{2018}, {2020}};
  out.codes = {{"BU01"}, {"BU02"}, {"BU03"}, {"BU04"}, {"BU05"}, {"BU06"}};
  out.residents.assign(2, {1000, 2000, 3000, 1000, 10, 3000});
  out.is_scored.assign(2, {1, 1, 1, 1, 0, 1});
  out.doubt.resize(2);
  const std::vector<std::vector<double>> columns = {{1, -1, 0, 2, 9, -0.5},
                                                    {0, 1, -1, 0.5, 9, 0.2},
                                                    {1, 1, -1, 0, 9, 0},
                                                    {0, 1, 0, -1, 9, 1},
                                                    {0, 1, 0, 0, 9, 0.5}};
  out.z.assign(2, stats::Matrix(6, 5));
  for (std::size_t t = 0; t < columns.size(); ++t)
    for (std::size_t i = 0; i < 6; ++i)
      out.z[1].at(i, t) = columns[t][i];
  return out;
}

}  // namespace wijkbeeld::instrument
