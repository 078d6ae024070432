// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "answer/figure.hpp"
#include "series/project.hpp"

namespace wijkbeeld::answer {

/// One area on the list of an atlas.
struct AtlasArea {
  area::AreaCode code;
  std::string name;
  std::string gemeente;
  Figure residents;
  /// Not owned; nothing when no outline is known.
  const geo::MultiPolygon* outline = nullptr;
  /// Boundaries of which year the outline has: another than the list's where code and name are the
  /// same in both.
  std::optional<area::Vintage> outline_vintage = {};
};

/// The areas of one level and vintage, in order of code. Their position in this list, the ordinal,
/// is how shapes and values of a map refer to them.
struct AtlasAreas {
  area::Level level = area::Level::own;
  area::Vintage vintage = {};
  std::vector<AtlasArea> areas = {};
  std::string residents_source = {};

  [[nodiscard]] std::optional<std::size_t> find(const area::AreaCode& code) const;
  [[nodiscard]] bool has_outlines() const;
};

/// Every area of the level and vintage that has a name or a value of some edition. An outline of
/// another vintage stands in where its code and name agree, the nearest year first. The project
/// must outlive the answer. Throws Failure when the project knows no such areas.
AtlasAreas atlas_areas(const series::Project& project, area::Level level, area::Vintage vintage);

}  // namespace wijkbeeld::answer
