// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

#include "base/issue.hpp"
#include "table/rows.hpp"

namespace wijkbeeld::codec {

/// Reads a dBASE III attribute table (.dbf, as beside a shapefile): fields of type C, N, F, D and L
/// as their trimmed text, numbers in point style; fields of another type (memos, binary numbers)
/// are left empty, with a warning per field ("field-type-unknown").
///
/// The encoding comes from a .cpg file beside it, else the language byte, else it is UTF-8 when all
/// of it is well-formed UTF-8 (CBS publishes such tables without .cpg) and Windows-1252 otherwise.
/// A declared encoding that is not known or does not fit is noted ("encoding-unknown", "not-utf8").
/// A letter cut in half by the width of its field is dropped.
///
/// Deleted records are skipped, with one note that counts them ("deleted-record"). `line` of a row
/// is its record number. Throws Failure when the file is cut short (says how many records it
/// promises and how many it holds), is damaged or is no dBASE table.
table::Rows read_dbf(const std::filesystem::path& path, base::Ledger& ledger);

/// The same from bytes; `cpg` is the text of the .cpg file, if there is one.
table::Rows parse_dbf(std::string_view bytes, const base::Place& place,
                      std::optional<std::string_view> cpg, base::Ledger& ledger);

}  // namespace wijkbeeld::codec
