// SPDX-License-Identifier: EUPL-1.2
#include "study/tables.hpp"

#include <algorithm>

#include "base/ensure.hpp"
#include "study/detail/published_tables.hpp"

namespace wijkbeeld::study {

std::vector<table::Table> tables(const Findings& findings) {
  std::vector<table::Table> out;
  detail::add_tables_check(findings, out);
  detail::add_tables_cohort(findings, out);
  detail::add_tables_type(findings, out);
  detail::add_tables_expert(findings, out);
  return out;
}

std::string row_id(const table::Table& table, std::size_t row) {
  std::string id = table.name;
  for (const std::string& key : table.keys) {
    const auto found =
        std::find_if(table.columns.begin(), table.columns.end(),
                     [&](const table::Column& column) { return column.heading.name == key; });
    base::ensure(found != table.columns.end(), "a key is a column of its table");
    id += "/" + table.text(row, static_cast<std::size_t>(found - table.columns.begin()));
  }
  return id;
}

std::string row_id(std::string_view table, std::initializer_list<std::string> keys) {
  std::string id(table);
  for (const std::string& key : keys)
    id += "/" + key;
  return id;
}

}  // namespace wijkbeeld::study
