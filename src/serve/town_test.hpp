// SPDX-License-Identifier: EUPL-1.2
#pragma once

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

}  // namespace wijkbeeld::serve
