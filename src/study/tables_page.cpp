// SPDX-License-Identifier: EUPL-1.2
#include "study/tables_page.hpp"

#include "base/text.hpp"
#include "study/tables.hpp"

namespace wijkbeeld::study {
namespace {

std::string type_of(const table::Column& column) {
  if (std::holds_alternative<table::Texts>(column.values)) return "text";
  return std::holds_alternative<table::Integers>(column.values) ? "whole number" : "number";
}

}  // namespace

std::string tables_page() {
  std::string page =
      "# The tables of a study\n\n"
      "Made from the program by a test (see CONTRIBUTING.md); do not edit.\n\n"
      "Each is a file `tables/NAME.csv` (UTF-8, comma, decimal point, full precision, an empty "
      "cell "
      "for an absent value) with CSV on the Web metadata beside it, a sheet of `annex.xlsx`, and a "
      "table in `findings.json`. Shares are fractions from 0 to 1. Columns may be added at the "
      "end, "
      "never renamed or moved. A row is identified by its keys; a figure by that plus `#` and the "
      "column, such as `cohort_change/lbm2-2016/weak-2002/2012/2014#share_areas_lower`.\n";
  for (const table::Table& table : tables(Findings{})) {
    page += fmt::format("\n## {}\n\n{}. Keys: {}.\n\n| column | type | meaning |\n|---|---|---|\n",
                        table.name, base::to_text(table.title), base::join(table.keys, ", "));
    for (const table::Column& column : table.columns)
      page += fmt::format("| `{}` | {} | {} |\n", column.heading.name, type_of(column),
                          base::to_text(column.heading.title));
  }
  return page;
}

}  // namespace wijkbeeld::study
