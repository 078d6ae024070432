// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <vector>

#include "study/findings.hpp"
#include "table/table.hpp"

namespace wijkbeeld::study::detail {

// The published tables by theme, each in its own file; study::tables joins them.
void add_tables_check(const Findings& findings, std::vector<table::Table>& out);
void add_tables_cohort(const Findings& findings, std::vector<table::Table>& out);
void add_tables_type(const Findings& findings, std::vector<table::Table>& out);
void add_tables_expert(const Findings& findings, std::vector<table::Table>& out);

inline std::int64_t year(Wave wave) {
  return wave.year;
}
inline std::int64_t whole(int number) {
  return number;
}
inline std::int64_t whole(bool is_true) {
  return is_true ? 1 : 0;
}

}  // namespace wijkbeeld::study::detail
