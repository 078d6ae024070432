// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <vector>

#include "base/catalogue.hpp"
#include "study/findings.hpp"
#include "table/table.hpp"

namespace wijkbeeld::report {

/// Writes annex.xlsx: a sheet per table that has rows, each with what it counts and whom it weighs
/// by above it, and a first sheet that lists them.
void write_annex(const std::filesystem::path& path, const study::Findings& findings,
                 const std::vector<table::Table>& tables, base::Language language,
                 const base::Catalogue& catalogue);

}  // namespace wijkbeeld::report
