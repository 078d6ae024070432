// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>

#include "answer/theme.hpp"

namespace wijkbeeld::answer {

/// One of the two quantities of a relation.
struct RelationAxis {
  Theme theme = {};
  series::Period period = {};
  /// Over the areas that have both quantities, weighted by residents; each area counting once when
  /// none has residents on record. It parts the field in four.
  Figure mean = {};
};

/// Areas on one side of both means. What lies on a mean is on its high side.
struct RelationQuadrant {
  bool is_x_high = false;
  bool is_y_high = false;
  Figure areas = {};
  Figure residents = {};
};

/// How two quantities of the same areas went together.
struct Relation {
  const instrument::Edition* edition = nullptr;
  RelationAxis x = {};
  RelationAxis y = {};
  Figure areas = {};  ///< that have both
  /// Spearman's: whether the orders agree, whatever the units. Absent for fewer than two areas, and
  /// when one of both does not vary.
  Figure correlation = {};
  /// Its interval of 90%, as if areas were independent; neighbours are alike, so it is too narrow
  /// rather than too wide (stats::rank_correlation_interval).
  Figure low = {};
  Figure high = {};
  /// Round the means as in mathematics: both high, y alone, neither, x alone.
  std::array<RelationQuadrant, 4> quadrants = {};
};

/// The relation between two themes of one panel. The views must be of `areas`, and of one edition:
/// values of two editions are never held together.
Relation relation(const AtlasAreas& areas, const ThemeView& x, const ThemeView& y);

}  // namespace wijkbeeld::answer
