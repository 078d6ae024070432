// SPDX-License-Identifier: EUPL-1.2
// Any bytes are a table or a Failure, and each row has a place.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/failure.hpp"
#include "base/issue.hpp"
#include "codec/csv.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace wijkbeeld;
  base::Ledger ledger;
  try {
    codec::parse_csv({reinterpret_cast<const char*>(data), size}, {"a.csv"}, ledger);
  } catch (const base::Failure&) {
  }
  return 0;
}
