// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>
#include <vector>

#include "base/issue.hpp"

namespace wijkbeeld::codec::detail {

/// Drops empty cells beyond the header. False, with "row-too-long" in the ledger, when the row is
/// still longer than the header: nobody can say what its last cells mean.
bool fits_header(std::vector<std::string_view>& cells, std::size_t width, const base::Place& place,
                 base::Ledger& ledger);

}  // namespace wijkbeeld::codec::detail
