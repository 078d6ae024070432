// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "area/level.hpp"
#include "source/source.hpp"

namespace wijkbeeld::source {

/// The column of an own table that says which area a row is about.
struct AreaKey {
  std::size_t column = 0;
  area::Level level = area::Level::own;
};

/// The first column there is of `cel`, `buurt`, `wijk`, `pc4` and `gemeente`, which name the level,
/// and `gebied`, whose codes tell it by their form; nothing when there is none of these.
std::optional<AreaKey> area_key_of(const table::Rows& rows);

/// True for a column that says what a row is about and holds no figure: those above, `indeling`,
/// `niveau` and `naam`. The name is in lower case.
bool is_about_the_row(const std::string& name);

/// The rows of an own table that belong to one vintage. A vintage of 0 is not told and becomes that
/// of the cells (see Reading).
struct RowsOfVintage {
  area::Vintage vintage = {};
  std::vector<std::size_t> rows = {};
};

/// Which vintage the codes belong to, as the column `indeling` says: that of the first row. Rows
/// without a year ("vintage-unknown") or with another ("vintage-differs") are refused and counted.
/// Without that column a table about cells tells none, and any other is refused as a whole
/// ("vintage-unknown"): then no rows are left.
RowsOfVintage rows_of_vintage(const Probe& probe, area::Level level, Reading& reading);

/// The name of a file without folders and ending, in lower case: what tables of one's own are known
/// by. "Stad/Enquete.csv" is "enquete".
std::string id_of(const std::string& file);

}  // namespace wijkbeeld::source
