// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "codec/csv.hpp"
#include "codec/json.hpp"

namespace wijkbeeld::codec {

using base::Language;

namespace {

// Quotes are needed where the text would otherwise be cut, or lose blanks around it.
bool needs_quotes(std::string_view text) {
  if (text.find_first_of(",\"\r\n") != std::string_view::npos) return true;
  return !text.empty() && (text.front() <= ' ' || text.back() <= ' ');
}

void append_cell(std::string& out, std::string_view text) {
  if (!needs_quotes(text)) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

std::string_view datatype(const table::Column& column) {
  if (std::holds_alternative<table::Texts>(column.values)) return "string";
  return std::holds_alternative<table::Integers>(column.values) ? "integer" : "double";
}

// A text in both languages as CSVW wants it: {"nl": [...], "en": [...]}. The machine name is among
// the titles because it is what stands in the header of the file.
void write_titles(JsonWriter& json, const table::Heading& heading,
                  const base::Catalogue& catalogue) {
  json.begin_object();
  for (const Language language : {Language::nl, Language::en}) {
    const std::string title = base::render(heading.title, catalogue, language);
    json.key(language == Language::nl ? "nl" : "en").begin_list().text(heading.name);
    if (title != heading.name && !title.empty()) json.text(title);
    json.end_list();
  }
  json.end_object();
}

void write_column(JsonWriter& json, const table::Column& column, const base::Catalogue& catalogue) {
  json.begin_object().key("name").text(column.heading.name).key("titles");
  write_titles(json, column.heading, catalogue);
  json.key("datatype").text(datatype(column)).key("null").text("");
  if (!column.heading.unit.empty()) json.key("schema:unitText").text(column.heading.unit);
  json.end_object();
}

void write_title(JsonWriter& json, const base::Message& title, const base::Catalogue& catalogue) {
  json.begin_list();
  for (const Language language : {Language::nl, Language::en}) {
    json.begin_object().key("@value").text(base::render(title, catalogue, language));
    json.key("@language").text(language == Language::nl ? "nl" : "en").end_object();
  }
  json.end_list();
}

void write_licence(JsonWriter& json, std::string_view licence) {
  if (licence.starts_with("https://") || licence.starts_with("http://"))
    json.begin_object().key("@id").text(licence).end_object();
  else
    json.text(licence);
}

}  // namespace

std::string to_csv(const table::Table& table) {
  std::string out;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (c > 0) out += ',';
    append_cell(out, table.columns[c].heading.name);
  }
  out += '\n';
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const std::size_t start = out.size();
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      if (c > 0) out += ',';
      append_cell(out, table.text(row, c));
    }
    // A row of nothing but empty cells would be taken for a blank line.
    if (out.size() - start == table.columns.size() - 1) out.insert(start, "\"\"");
    out += '\n';
  }
  return out;
}

std::string to_csvw(const table::Table& table, std::string_view csv_name,
                    const base::Catalogue& catalogue, std::string_view licence) {
  JsonWriter json;
  json.begin_object().key("@context").begin_list().text("http://www.w3.org/ns/csvw");
  json.begin_object().key("@language").text("nl").end_object().end_list();
  json.key("url").text(csv_name).key("dc:title");
  write_title(json, table.title, catalogue);
  json.key("dc:license");
  write_licence(json, licence);
  json.key("tableSchema").begin_object().key("columns").begin_list();
  for (const table::Column& column : table.columns)
    write_column(json, column, catalogue);
  json.end_list();
  if (!table.keys.empty()) {
    json.key("primaryKey").begin_list();
    for (const std::string& key : table.keys)
      json.text(key);
    json.end_list();
  }
  return json.end_object().end_object().take();
}

}  // namespace wijkbeeld::codec
