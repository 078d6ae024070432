// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>

#include "answer/sensitivity.hpp"
#include "base/catalogue.hpp"
#include "series/project.hpp"

namespace wijkbeeld::report {

/// Writes into an existing folder: drop_one.csv, class_changes.csv, rank_intervals.csv and
/// sobol.csv, each with its CSVW metadata, and sensitivity.gpkg: a layer of all areas with rank,
/// interval and how often they keep their class, and one for the indicator whose loss moves most
/// residents. Areas without an outline are rows without a shape.
void write_sensitivity(const answer::SensitivityAnswer& answer, const series::Project& project,
                       const std::filesystem::path& folder, base::Language language,
                       const base::Catalogue& catalogue);

}  // namespace wijkbeeld::report
