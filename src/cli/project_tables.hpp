// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/session.hpp"
#include "series/project.hpp"
#include "study/check.hpp"
#include "table/table.hpp"

namespace wijkbeeld::cli {

/// The files a project was made from: source, rows read and refused.
table::Table files_table(const series::Project& project, const Session& session);
/// Every issue, in words of the session: code, severity, place, message.
table::Table ledger_table(const base::Ledger& ledger, const Session& session);
/// Issues counted by code, with the first of each as example.
table::Table tally_table(const base::Ledger& ledger, const Session& session);
/// How each edition is filled per wave.
table::Table coverage_table(const study::ProjectChecks& checks);
/// Of each edition: how many classes were checked and how many differ, all waves and levels taken
/// together. What people see; class_check_table has every wave.
table::Table class_summary_table(const study::ProjectChecks& checks, const Session& session);
table::Table class_check_table(const study::ProjectChecks& checks, const Session& session);
table::Table class_mismatches_table(const study::ProjectChecks& checks, const Session& session);
table::Table aggregation_check_table(const study::ProjectChecks& checks);

}  // namespace wijkbeeld::cli
