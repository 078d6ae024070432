// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "answer/atlas_areas.hpp"
#include "base/message.hpp"

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

/// A cell has no name of its own: "square E1213N4879 in BUURT, GEMEENTE", with as much of that as
/// is known.
base::Message name_of_cell(const area::AreaCode& cell, const std::string& buurt,
                           const std::string& gemeente);
/// The name of an area beside what it lies in; "square E1213N4879", or the code, where it has none.
base::Message name_of(const AreaAt& one);

/// The area at a place in the list, which must be in it. `homes` are those of cells, or nothing.
AreaAt area_at(const AtlasAreas& areas, std::size_t ordinal, const CellHomes* homes,
               const series::Project& project);

}  // namespace wijkbeeld::answer
