// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string_view>

#include "base/issue.hpp"
#include "table/rows.hpp"

namespace wijkbeeld::codec::detail {

/// What one cell proves about how its file writes numbers.
enum class StyleProof : std::uint8_t {
  none,   ///< no number, a whole number, or one that fits both styles: 12, 1.234, 1,234
  point,  ///< a number in point style only: 0.5, 1,234.5, 0.123, 1,234,567
  comma,  ///< a number in comma style only: 6,8 and 1.234,5 and 0,123 and 1.234.567
};

StyleProof style_proof(std::string_view cell);

/// Decides how the file writes numbers from all its cells: the style that is proved most often,
/// `otherwise` when nothing is proved or both equally often. Cells that prove the style not chosen
/// are counted in one warning ("mixed-number-style") at the first of them: a number such as 1.234
/// may mean something else there.
void decide_number_style(table::Rows& rows, base::NumberStyle otherwise, base::Ledger& ledger);

}  // namespace wijkbeeld::codec::detail
