// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <span>
#include <vector>

#include "answer/area_at.hpp"
#include "answer/profile.hpp"
#include "answer/profile_context.hpp"

namespace wijkbeeld::answer {

/// The eight cells around a cell, row by row from the south-west; empty for what is no cell.
std::vector<area::AreaCode> cells_around(const area::AreaCode& cell);

/// Adds to one edition of the profile of a cell what it lies in, from small to large, and its name:
/// `place` is where it is, `panels` are those of the same edition and vintage for buurten, wijken
/// and gemeenten, as far as there are any. What has neither a name nor a score is left out.
void add_around(ProfileEdition& cell, const AreaAt& place,
                std::span<const study::Panel* const> panels);

/// Around a cell: those beside it, and how all cells are divided over the classes. Nothing is said
/// of cells that look alike, or of groups: hundreds of thousands are alike by the dozen.
ProfileContext cell_context(const study::Panel& panel, std::size_t row,
                            const std::map<series::Wave, std::vector<ClassShare>>& classes);

}  // namespace wijkbeeld::answer
