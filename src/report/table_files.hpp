// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/catalogue.hpp"
#include "base/parallel.hpp"
#include "table/table.hpp"

namespace wijkbeeld::report {

/// What we compute may be used freely with credit, as the strictest of what it is made of.
inline constexpr const char* kFiguresLicence = "https://creativecommons.org/licenses/by/4.0/";

/// Writes NAME.csv and, beside it, NAME.csv-metadata.json (CSV on the Web) for each table into the
/// folder, which is made when it is not there.
void write_table_files(const std::filesystem::path& folder, const std::vector<table::Table>& tables,
                       const std::string& licence, const base::Catalogue& catalogue,
                       base::Workers workers);

}  // namespace wijkbeeld::report
