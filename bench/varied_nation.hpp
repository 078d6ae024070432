// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <fmt/format.h>

#include <cmath>
#include <string>

#include "instrument/area_means.hpp"

namespace wijkbeeld::bench {

/// An instrument of so many indicators in five dimensions and made-up standardised values for so
/// many buurten: as many as the Netherlands has, in the programs that use it. Every seventh
/// indicator has a long tail.
struct VariedNation {
  instrument::Instrument instrument;
  instrument::Model model;
  instrument::AreaMeans means;

  VariedNation(std::size_t areas, std::size_t indicators) {
    define(indicators);
    base::Stream stream({20260801}, 1);
    means.level = area::Level::buurt;
    means.waves = {{2020}};
    means.residents.emplace_back();
    means.is_scored.emplace_back(areas, 1);
    means.z = {stats::Matrix(areas, indicators)};
    for (std::size_t i = 0; i < areas; ++i) {
      means.codes.push_back({fmt::format("BU{:08}", i)});
      means.residents[0].push_back(std::floor(100 + 2500 * std::pow(stream.uniform(), 2)));
      const double here = stream.normal();
      for (std::size_t t = 0; t < indicators; ++t) {
        const double z = 0.5 * here + 0.87 * stream.normal();
        means.z[0].at(i, t) = t % 7 == 0 ? 0.4 * std::exp(z) - 0.6 : z;
      }
    }
  }

 private:
  void define(std::size_t indicators) {
    instrument::Edition& edition = instrument.edition;
    edition.id = {"bench"};
    edition.reference.constant = 4.1;
    edition.classes.emplace(std::vector<double>{3.6, 3.75, 3.9, 4.0, 4.1, 4.2, 4.35, 4.5},
                            std::vector<base::Words>(9));
    edition.low_class = 3;
    for (int d = 0; d < 5; ++d)
      edition.dimensions.push_back({fmt::format("d{}", d), {}, {}});
    base::Stream stream({20260801}, 2);
    model.covariance = stats::Matrix(indicators, indicators);
    for (std::size_t t = 0; t < indicators; ++t) {
      const std::string id = fmt::format("indicator{}", t);
      instrument.indicators.push_back({.id = id,
                                       .name = {},
                                       .dimension = fmt::format("d{}", t % 5),
                                       .unit = "",
                                       .measure = instrument::FromColumn{}});
      model.standard.terms.push_back({id, t, 0, 0, 1});
      model.weights.push_back(0.04 * stream.normal());
      model.errors.push_back(0.005);
      model.covariance.at(t, t) = 0.005 * 0.005;
    }
    model.spread = 0.25;
    model.outcomes = {
        {.id = "stated", .share = 0.5, .coefficients = model.weights, .spread = 0.25},
        {.id = "revealed", .share = 0.5, .coefficients = model.weights, .spread = 0.25}};
    for (double& one : model.outcomes[1].coefficients)
      one += 0.02 * stream.normal();
  }
};

}  // namespace wijkbeeld::bench
