// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "cli/session.hpp"
#include "table/table.hpp"

namespace wijkbeeld::cli {

/// Prints tables in the session's format: for people, each under its title; as JSON, an object
/// with a list of rows per table; as CSV, the first table alone, which must be the one asked for.
void print_tables(const Session& session, const std::vector<table::Table>& tables);

/// The tables as one JSON document.
std::string to_json(const std::vector<table::Table>& tables);

}  // namespace wijkbeeld::cli
