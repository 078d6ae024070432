// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "answer/atlas_areas.hpp"

namespace wijkbeeld::answer {

/// In which buurt each cell of a list lies, four bytes a cell.
class CellHomes {
 public:
  /// Nothing lies anywhere when the project does not tell; it is not kept.
  CellHomes(const AtlasAreas& cells, const series::Project& project);
  [[nodiscard]] std::optional<area::AreaCode> buurt_of(std::size_t ordinal) const;

 private:
  std::vector<area::AreaCode> buurten_;
  std::vector<std::uint32_t> homes_;  // from 1; 0 is none
};

/// An area that another one lies in.
struct AreaAround {
  area::AreaCode code = {};
  std::string name = {};
};

/// What is told of one place on the map, whatever the map shows.
struct AreaAt {
  area::AreaCode code = {};
  std::string name = {};
  std::string gemeente = {};
  Figure residents = {};
  std::optional<geo::Point> centre = {};  ///< in RD New: inside the area
  std::optional<AreaAround> wijk = {};
  std::optional<AreaAround> buurt = {};
};

/// The area at a place in the list, which must be in it. `homes` are those of cells, or nothing.
AreaAt area_at(const AtlasAreas& areas, std::size_t ordinal, const CellHomes* homes,
               const series::Project& project);

}  // namespace wijkbeeld::answer
