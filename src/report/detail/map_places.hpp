// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "chart/map.hpp"

namespace wijkbeeld::report::detail {

/// A gemeente as a map needs it: where its people live, and how many.
struct Town {
  std::string name;
  double residents = 0;
  geo::Point at = {};
};

geo::Point middle(const geo::Bounds& b);

/// Names the largest towns that do not crowd each other, and gives a wide map insets of the very
/// largest. The extent of the map must be known.
void add_places(std::vector<Town> towns, chart::Map& map);

}  // namespace wijkbeeld::report::detail
