// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>

#include "area/level.hpp"
#include "series/project.hpp"

namespace wijkbeeld::cli {

/// The area a person means: by code (lost letters and zeros are mended), or by name, with its
/// gemeente behind a comma where that is needed ("Centrum, Zwolle"). Capitals, accents, blanks and
/// the word "wijk" with its number do not matter. Throws Failure with the areas perhaps meant when
/// nothing or more than one thing fits.
area::AreaCode find_area(const series::Project& project, const std::string& text,
                         std::optional<area::Level> level = {});

}  // namespace wijkbeeld::cli
