// SPDX-License-Identifier: EUPL-1.2
// Any bytes are a dBase table or a Failure.
#include "base/failure.hpp"
#include "base/issue.hpp"
#include "codec/dbf.hpp"
#include "in_file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace wijkbeeld;
  const InFile file(data, size, ".dbf");
  base::Ledger ledger;
  try {
    codec::read_dbf(file.path(), ledger);
  } catch (const base::Failure&) {
  }
  return 0;
}
