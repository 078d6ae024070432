// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string_view>

#include "base/issue.hpp"
#include "table/rows.hpp"

namespace wijkbeeld::codec {

/// Reads a dBASE III attribute table (.dbf). The encoding comes from a .cpg file beside it, else
/// the language byte, else Windows-1252. Deleted records are skipped and counted in the ledger
/// ("deleted-record"). `line` of a row is its record number. Throws Failure when the file is cut
/// short (says how many records it promises and how many it holds) or is no dBASE table.
table::Rows read_dbf(const std::filesystem::path& path, base::Ledger& ledger);

}  // namespace wijkbeeld::codec
