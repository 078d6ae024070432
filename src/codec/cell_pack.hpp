// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "geo/rd_grid.hpp"

namespace wijkbeeld::codec {

/// The places of cells for the map in a browser: format WBC1 (docs/reference/shapes.md), four bytes
/// a cell. A cell without a place keeps its turn. The grid may be 65,535 cells wide and high.
std::string to_cell_pack(std::span<const std::optional<geo::Cell>> cells);

/// What is in a pack. Throws Failure ("the cells are damaged") on anything that is not WBC1.
std::vector<std::optional<geo::Cell>> cells_from_pack(std::string_view bytes);

}  // namespace wijkbeeld::codec
