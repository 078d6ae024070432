// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>

#include "area/area_set.hpp"
#include "source/row_keys.hpp"

namespace wijkbeeld::source {

/// Which columns describe the areas themselves.
struct AreaColumns {
  std::optional<std::size_t> name = {};
  std::optional<std::size_t> gemeente_name = {};
  std::optional<std::size_t> residents = {};
  std::optional<std::size_t> water = {};  ///< "JA" where it is water
};

/// The areas of the used rows. Fewer than no residents, or what is no number, is refused.
area::AreaSet areas_of(const table::Rows& rows, const RowKeys& keys, const AreaColumns& columns,
                       area::Level level, area::Vintage vintage,
                       const std::string& residents_source, base::Ledger& ledger);

}  // namespace wijkbeeld::source
