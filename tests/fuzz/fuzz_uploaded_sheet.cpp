// SPDX-License-Identifier: EUPL-1.2
// What a reader of the atlas sends as a workbook is a table or a mistake of the reader, told as
// such.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/ensure.hpp"
#include "base/failure.hpp"
#include "serve/uploaded_sheet.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace wijkbeeld;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try {
    const auto read = serve::read_uploaded_sheet(bytes, "x.xlsx", {}, {.rows = 50, .cells = 500});
    base::ensure(!read.rows.header().empty(), "a sheet that is read has columns");
    base::ensure(read.rows.size() <= 50, "no more rows are taken than the limit");
  } catch (const base::Failure& failure) {
    base::ensure(failure.kind() == base::Failure::Kind::usage, "who sent it can mend it");
  }
  return 0;
}
