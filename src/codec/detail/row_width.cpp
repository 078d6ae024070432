// SPDX-License-Identifier: EUPL-1.2
#include "codec/detail/row_width.hpp"

namespace wijkbeeld::codec::detail {

bool fits_header(std::vector<std::string_view>& cells, std::size_t width, const base::Place& place,
                 base::Ledger& ledger) {
  while (cells.size() > width && cells.back().empty())
    cells.pop_back();
  if (cells.size() <= width) return true;
  ledger.add({"row-too-long", base::Severity::refused, place,
              base::say("the row has {} cells, but the header has {}", cells.size(), width)});
  return false;
}

}  // namespace wijkbeeld::codec::detail
