// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <vector>

#include "base/catalogue.hpp"
#include "codec/layer.hpp"
#include "study/findings.hpp"

namespace wijkbeeld::report {

/// One layer per edition, such as "wijk_lbm2_2016": every area with its latest figures, its cluster
/// and a column per cohort (1 for members). An area without an outline is a row without a shape:
/// nothing is lost, and a map shows what can be drawn.
std::vector<codec::LayerOut> map_layers(const study::Findings& findings, base::Language language,
                                        const base::Catalogue& catalogue);

/// Writes study.gpkg.
void write_map_layers(const std::filesystem::path& path, const study::Findings& findings,
                      base::Language language, const base::Catalogue& catalogue);

}  // namespace wijkbeeld::report
