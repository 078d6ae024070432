// SPDX-License-Identifier: EUPL-1.2
#include "report/detail/json_tables.hpp"

#include "study/tables.hpp"

namespace wijkbeeld::report::detail {

using codec::JsonWriter;

namespace {

void table_text(JsonWriter& json, std::string_view key, std::string_view value) {
  json.key(key).text(value);
}

void write_cell(JsonWriter& json, const table::Column& column, std::size_t row) {
  if (column.absences[row] != table::Absence::none) {
    json.null();
  } else if (const auto* texts = std::get_if<table::Texts>(&column.values)) {
    json.text((*texts)[row]);
  } else if (const auto* integers = std::get_if<table::Integers>(&column.values)) {
    json.integer((*integers)[row]);
  } else {
    json.real(std::get<table::Reals>(column.values)[row]);
  }
}

}  // namespace

void write_json(JsonWriter& json, const table::Table& table) {
  json.key(table.name).begin_object();
  for (std::size_t row = 0; row < table.rows(); ++row) {
    json.key(study::row_id(table, row)).begin_object();
    for (const table::Column& column : table.columns) {
      json.key(column.heading.name);
      write_cell(json, column, row);
    }
    json.end_object();
  }
  json.end_object();
}

void write_json(JsonWriter& json, const base::Ledger& ledger) {
  json.key("ledger").begin_list();
  for (const base::Issue& issue : ledger.issues()) {
    json.begin_object();
    table_text(json, "code", issue.code);
    table_text(json, "severity", base::to_text(issue.severity));
    table_text(json, "place", base::to_text(issue.place));
    table_text(json, "message", base::to_text(issue.message));
    json.end_object();
  }
  json.end_list();
}

void write_json(JsonWriter& json, const std::vector<series::FileRecord>& files) {
  json.key("files").begin_list();
  for (const series::FileRecord& file : files) {
    json.begin_object();
    table_text(json, "name", file.name);
    table_text(json, "sha256", file.sha256);
    table_text(json, "source", file.source);
    table_text(json, "publisher", file.publisher);
    table_text(json, "licence", file.licence);
    json.key("rows_read").integer(file.rows_read);
    json.key("rows_refused").integer(file.rows_refused);
    json.end_object();
  }
  json.end_list();
}

}  // namespace wijkbeeld::report::detail
