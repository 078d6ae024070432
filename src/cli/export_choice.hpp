// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "area/level.hpp"
#include "series/project.hpp"
#include "table/table.hpp"

namespace wijkbeeld::cli {

/// What of a project is asked for. Empty means: whatever there is, if that is one thing.
struct ExportWish {
  std::string edition = {};
  std::optional<area::Level> level = {};
  std::optional<int> vintage = {};
  std::vector<std::string> quantities = {};  ///< empty: all
  std::vector<int> waves = {};               ///< empty: all
  bool is_long = false;                      ///< a row per area and wave, not per area
  std::optional<int> outlines = {};          ///< vintage of the boundaries to draw with
};

/// Figures of one edition at one level and vintage. Never more than one edition: their levels are
/// not comparable.
struct Exported {
  series::EditionId edition;
  area::Level level = area::Level::own;
  area::Vintage vintage;
  table::Table table;
};

/// The table that is wished. Throws Failure when the wish fits nothing, or more than one edition,
/// level and vintage; it lists what there is, with the one perhaps meant.
Exported choose_export(const series::Project& project, const ExportWish& wish);

/// Boundaries for the areas: those of the same vintage, or those asked for. With others than its
/// own, an area is drawn only where code and name agree. Throws Failure when there are none.
struct Drawing {
  area::Vintage vintage;
  std::vector<std::optional<std::size_t>> shape_of_row;  ///< position in outlines->shapes
  const area::Outlines* outlines = nullptr;
  std::size_t drawn = 0;
};
Drawing choose_outlines(const series::Project& project, const Exported& exported,
                        std::optional<int> vintage);

}  // namespace wijkbeeld::cli
