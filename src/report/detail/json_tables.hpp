// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/issue.hpp"
#include "codec/json.hpp"
#include "series/project.hpp"
#include "table/table.hpp"

namespace wijkbeeld::report::detail {

/// A member with the name of the table: its rows by their id, absent values as null.
void write_json(codec::JsonWriter& json, const table::Table& table);
/// A member "ledger": code, severity, place and English message of each issue.
void write_json(codec::JsonWriter& json, const base::Ledger& ledger);
/// A member "files": what was read, with check sums.
void write_json(codec::JsonWriter& json, const std::vector<series::FileRecord>& files);

}  // namespace wijkbeeld::report::detail
