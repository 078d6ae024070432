// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "study/detail/published_tables.hpp"
#include "table/table_builder.hpp"

namespace wijkbeeld::study::detail {

// Groups of columns that many published tables have: the same name, words and form in each.

template <class Row>
void add_edition(table::TableBuilder<Row>& t) {
  t.column("edition", base::say("edition"), [](const Row& r) { return r.edition; });
}

template <class Row>
void add_level(table::TableBuilder<Row>& t) {
  t.column("level", base::say("level of the areas"),
           [](const Row& r) { return std::string(to_text(r.level)); });
}

template <class Row>
void add_cohort(table::TableBuilder<Row>& t) {
  t.column("cohort", base::say("cohort or group"), [](const Row& r) { return r.cohort; });
}

template <class Row>
void add_wave(table::TableBuilder<Row>& t) {
  t.column("wave", base::say("wave"), [](const Row& r) { return year(r.wave); });
}

/// `from` and `to`.
template <class Row>
void add_period(table::TableBuilder<Row>& t) {
  t.column("from", base::say("earlier wave"), [](const Row& r) { return year(r.period.from); });
  t.column("to", base::say("later wave"), [](const Row& r) { return year(r.period.to); });
}

/// `area_code` and `area_name`.
template <class Row>
void add_area(table::TableBuilder<Row>& t) {
  t.column("area_code", base::say("code of the area"), [](const Row& r) { return r.area_code; });
  t.column("area_name", base::say("name of the area"), [](const Row& r) { return r.area_name; });
}

/// `areas` and `residents`: how many of both a row is about.
template <class Row>
void add_sizes(table::TableBuilder<Row>& t) {
  t.column("areas", base::say("areas"), [](const Row& r) { return r.areas; });
  t.column("residents", base::say("residents of those areas"),
           [](const Row& r) { return r.residents; });
}

}  // namespace wijkbeeld::study::detail
