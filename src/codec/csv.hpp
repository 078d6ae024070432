// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/catalogue.hpp"
#include "base/issue.hpp"
#include "table/rows.hpp"
#include "table/table.hpp"

namespace wijkbeeld::codec {

/// Reads delimited text as people have it: comma, semicolon or tab; UTF-8 with or without byte
/// order mark, UTF-16 with one, or Windows-1252; quoted cells with doubled quotes and line ends
/// inside; LF, CRLF or CR; decimal point or comma, with or without Dutch or English thousands.
///
/// Separator, encoding and number style are decided over the whole file and never per cell (a
/// "1.234" means what the rest of the file makes it mean; where nothing decides, a semicolon file
/// is read as comma style and any other as point style). A first line "sep=;" is obeyed. Cells are
/// trimmed, blank lines and lines of separators only are skipped.
///
/// In the ledger: "not-utf8" (a note, once); "mixed-number-style" (a warning, once);
/// "row-too-long": a row with more cells than the header, refused (empty ones at its end do not
/// count); "row-too-short" (a note, once): rows that were filled with empty cells;
/// "text-after-quote": a closing quote with text behind it, which is kept. Throws Failure: no
/// header, a column twice, a quote that never closes, a NUL byte, or a file that is no text.
table::Rows read_csv(const std::filesystem::path& path, base::Ledger& ledger);
table::Rows parse_csv(std::string_view bytes, const base::Place& place, base::Ledger& ledger);

/// UTF-8, comma, decimal point, LF, quotes only where needed, full precision, no byte order mark.
std::string to_csv(const table::Table& table);

/// CSV on the Web metadata (W3C Recommendation, 17 December 2015) for `to_csv(table)` stored under
/// `csv_name`: titles in Dutch and English, datatypes, units, the empty cell as null, keys.
std::string to_csvw(const table::Table& table, std::string_view csv_name,
                    const base::Catalogue& catalogue, std::string_view licence);

}  // namespace wijkbeeld::codec
