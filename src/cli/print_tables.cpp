// SPDX-License-Identifier: EUPL-1.2
#include "cli/print_tables.hpp"

#include "cli/text_table.hpp"
#include "codec/csv.hpp"
#include "codec/json.hpp"

namespace wijkbeeld::cli {
namespace {

void write_cell(codec::JsonWriter& json, const table::Column& column, std::size_t row) {
  json.key(column.heading.name);
  if (column.absences[row] != table::Absence::none)
    json.null();
  else if (const auto* texts = std::get_if<table::Texts>(&column.values))
    json.text((*texts)[row]);
  else if (const auto* whole = std::get_if<table::Integers>(&column.values))
    json.integer((*whole)[row]);
  else
    json.real(std::get<table::Reals>(column.values)[row]);
}

}  // namespace

std::string to_json(const std::vector<table::Table>& tables) {
  codec::JsonWriter json;
  json.begin_object();
  for (const table::Table& table : tables) {
    json.key(table.name).begin_list();
    for (std::size_t row = 0; row < table.rows(); ++row) {
      json.begin_object();
      for (const table::Column& column : table.columns)
        write_cell(json, column, row);
      json.end_object();
    }
    json.end_list();
  }
  json.end_object();
  return json.take();
}

void print_tables(const Session& session, const std::vector<table::Table>& tables) {
  std::ostream& out = session.out();
  switch (session.manner().format) {
    case Format::json:
      out << to_json(tables);
      return;
    case Format::csv:
      if (!tables.empty()) out << codec::to_csv(tables.front());
      return;
    case Format::table:
      break;
  }
  bool is_first = true;
  for (const table::Table& table : tables) {
    if (table.rows() == 0) continue;
    if (!is_first) out << '\n';
    is_first = false;
    out << text_table(table, session.manner());
  }
}

}  // namespace wijkbeeld::cli
