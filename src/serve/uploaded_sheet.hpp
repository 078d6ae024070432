// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/issue.hpp"
#include "table/rows.hpp"

namespace wijkbeeld::serve {

/// The most that one workbook may hold.
struct SheetLimits {
  std::size_t rows = 500'000;
  std::size_t cells = 4'000'000;
  std::size_t unpacked_bytes = std::size_t{200} << 20U;
};

/// One sheet of a workbook that was sent, and which sheets there are.
struct UploadedSheet {
  std::vector<std::string> sheets;
  std::string sheet;
  table::Rows rows;
  base::Ledger ledger;  ///< what was skipped while reading
};

/// Reads one sheet from the bytes of an Excel workbook (.xlsx); `name` is only what the reader
/// calls it. The first row with two or more filled cells is the header; a title above it is passed
/// over. When no `sheet` is asked for, the first that is a table of two or more columns, or else
/// the first that is not empty. Nothing is written anywhere.
///
/// Throws Failure of kind usage for what is no workbook, is protected with a password, is damaged,
/// has no such sheet or nothing in it, or holds more than the limits.
UploadedSheet read_uploaded_sheet(std::string_view bytes, const std::string& name,
                                  const std::string& sheet = {}, const SheetLimits& limits = {});

}  // namespace wijkbeeld::serve
