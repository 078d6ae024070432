// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>
#include <vector>

#include "chart/map.hpp"
#include "table/value.hpp"

namespace wijkbeeld::report::detail {

/// A gemeente as a map needs it: where its people live, and how many.
struct Town {
  std::string name;
  double residents = 0;
  geo::Point at = {};
};

/// Towns from the areas that lie in them: at the middles of the areas, weighted by residents.
class Towns {
 public:
  /// Nothing happens without a name or residents.
  void add(const std::string& name, const geo::Bounds& where, double residents);
  [[nodiscard]] std::vector<Town> take() const;  ///< by name

 private:
  std::map<std::string, Town> sums_;
};

/// How a map shows an area without a class.
chart::NoClass no_class_of(table::Absence why);

geo::Point middle(const geo::Bounds& b);

/// Names the largest towns that do not crowd each other, and gives a wide map insets of the very
/// largest. The extent of the map must be known.
void add_places(std::vector<Town> towns, chart::Map& map);

}  // namespace wijkbeeld::report::detail
