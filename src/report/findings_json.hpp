// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "answer/answers.hpp"
#include "study/findings.hpp"
#include "table/table.hpp"

namespace wijkbeeld::report {

/// Everything found, as JSON: `meta` (plan, editions, files with their check sums, version of the
/// program), `tables` (rows by their id, full precision, absent values as null), `answers` (figures
/// worked out from those, with the ids of their inputs) and `ledger`. No time of day: the same
/// findings give the same bytes.
std::string findings_json(const study::Findings& findings, const answer::Answers& answers,
                          const std::vector<table::Table>& tables,
                          const std::string& program_version);

}  // namespace wijkbeeld::report
