// SPDX-License-Identifier: EUPL-1.2
#include "codec/qgis_styles.hpp"

#include <map>
#include <string>

#include "codec/sqlite.hpp"

namespace wijkbeeld::codec {
namespace {

// As QGIS 3 makes it, with the column for its own form left empty. No time of the day stands in it.
constexpr std::string_view kTable = R"sql(
CREATE TABLE layer_styles (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  f_table_catalog TEXT(256),
  f_table_schema TEXT(256),
  f_table_name TEXT(256),
  f_geometry_column TEXT(256),
  styleName TEXT(30),
  styleQML TEXT,
  styleSLD TEXT,
  useAsDefault BOOLEAN,
  description TEXT,
  owner TEXT(30),
  ui TEXT(30),
  update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')));
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change)
  VALUES ('layer_styles', 'attributes', 'layer_styles', 'QGIS', '1970-01-01T00:00:00.000Z');
)sql";

std::string attribute(std::string_view name, std::string_view value) {
  std::string out = " " + std::string(name) + "=\"";
  for (const char c : value) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '"')
      out += "&quot;";
    else
      out.push_back(c);
  }
  return out + "\"";
}

// Layer to the <alias> elements of its columns.
std::map<std::string, std::string> aliases_in(Database& database) {
  std::map<std::string, std::string> out;
  Statement row = database.prepare(
      "SELECT table_name, column_name, name FROM gpkg_data_columns ORDER BY rowid");
  while (row.step())
    out[std::string(row.text(0))] +=
        "<alias" + attribute("field", row.text(1)) + attribute("name", row.text(2)) + "/>";
  return out;
}

}  // namespace

void add_qgis_styles(const std::filesystem::path& partial_path) {
  Database database(partial_path, Database::Mode::write);
  database.run("BEGIN");
  database.run(kTable);
  Statement insert = database.prepare(
      "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, "
      "f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner, ui, "
      "update_time) VALUES ('', '', ?1, coalesce((SELECT column_name FROM gpkg_geometry_columns "
      "WHERE table_name = ?1), ''), 'wijkbeeld', ?2, '', 1, '', '', '', "
      "'1970-01-01T00:00:00.000Z')");
  for (const auto& [layer, aliases] : aliases_in(database)) {
    insert.reset();
    insert.bind(1, layer);
    insert.bind(2,
                "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>"
                "<qgis version=\"3.22\" styleCategories=\"Fields\"><aliases>" +
                    aliases + "</aliases></qgis>");
    insert.step();
  }
  database.run("COMMIT");
}

}  // namespace wijkbeeld::codec
