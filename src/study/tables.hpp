// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "study/findings.hpp"
#include "table/table.hpp"

namespace wijkbeeld::study {

/// Everything found, as the tables that are published: names and columns are part of the contract
/// with whoever reads them (docs/reference/tables.md). Columns may be added at the end, never
/// renamed or moved.
std::vector<table::Table> tables(const Findings& findings);

/// The identity of a row: the table's name and the values of its keys, such as
/// "cohort_change/lbm2-2016/weak-2002/2012/2014". A figure is that plus "#" and its column.
std::string row_id(const table::Table& table, std::size_t row);

/// The same from the values of the keys, for who has the row and not the table.
std::string row_id(std::string_view table, std::initializer_list<std::string> keys);

}  // namespace wijkbeeld::study
