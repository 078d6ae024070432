// SPDX-License-Identifier: EUPL-1.2
// Any bytes are a workbook, whose every sheet is a table or a Failure, or are no workbook.
#include "base/failure.hpp"
#include "base/issue.hpp"
#include "codec/xlsx.hpp"
#include "in_file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace wijkbeeld;
  const InFile file(data, size, ".xlsx");
  base::Ledger ledger;
  try {
    const codec::Workbook workbook(file.path());
    for (const std::string& sheet : workbook.sheets())
      (void)workbook.read(sheet, ledger);
  } catch (const base::Failure&) {
  }
  return 0;
}
