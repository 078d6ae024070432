// SPDX-License-Identifier: EUPL-1.2
#include "codec/layer.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "base/ensure.hpp"
#include "base/failure.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "codec/detail/gpkg_shape.hpp"
#include "codec/detail/gpkg_tables.hpp"
#include "codec/sqlite.hpp"

namespace wijkbeeld::codec {
namespace {

namespace fs = std::filesystem;
using detail::sql_name;
using table::Column;

// The format wants a moment of last change; the same layers should give the same bytes.
constexpr std::string_view kLastChange = "1970-01-01T00:00:00.000Z";

// What a layer is called inside the file.
struct Names {
  std::string table;
  std::string id;
  std::string geometry;  // empty for a plain table
};

// The name, with underscores behind it until no column of the table has it.
std::string free_name(std::string name, const table::Table& table) {
  const auto is_taken = [&] {
    return std::any_of(table.columns.begin(), table.columns.end(), [&](const Column& column) {
      return base::lower(column.heading.name) == name;
    });
  };
  while (is_taken())
    name += '_';
  return name;
}

Names names_of(const LayerOut& layer) {
  return {layer.table.name, free_name("fid", layer.table),
          layer.shapes.empty() ? "" : free_name("geom", layer.table)};
}

const char* type_of(const Column& column) {
  static const char* const types[] = {"TEXT", "INTEGER", "REAL"};
  return types[column.values.index()];
}

void create_table(Database& database, const Names& names, const LayerOut& layer) {
  std::string sql = fmt::format("CREATE TABLE {} ({} INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL",
                                sql_name(names.table), sql_name(names.id));
  if (!names.geometry.empty())
    sql += fmt::format(", {} {}", sql_name(names.geometry), detail::gpkg_type(layer.shapes));
  for (const Column& column : layer.table.columns)
    sql += fmt::format(", {} {}", sql_name(column.heading.name), type_of(column));
  database.run(sql + ")");
}

void bind(Statement& insert, int index, const Column& column, std::size_t row) {
  if (column.absences[row] != table::Absence::none) {
    insert.bind_null(index);
    return;
  }
  std::visit([&](const auto& values) { insert.bind(index, values[row]); }, column.values);
}

void insert_rows(Database& database, const Names& names, const LayerOut& layer) {
  const bool has_shapes = !names.geometry.empty();
  const std::size_t columns = layer.table.columns.size() + (has_shapes ? 1 : 0);
  std::string sql = fmt::format("INSERT INTO {} VALUES (?1", sql_name(names.table));
  for (std::size_t i = 0; i < columns; ++i)
    sql += fmt::format(", ?{}", i + 2);
  Statement insert = database.prepare(sql + ")");
  const std::size_t rows = has_shapes ? layer.shapes.size() : layer.table.rows();
  for (std::size_t row = 0; row < rows; ++row) {
    insert.reset();
    int index = 1;
    insert.bind(index++, static_cast<std::int64_t>(row + 1));
    if (has_shapes) {
      const bool is_empty = detail::bounds_of(layer.shapes[row]).is_empty();
      if (is_empty)
        insert.bind_null(index++);
      else
        insert.bind_blob(index++, detail::to_gpkg(layer.shapes[row]));
    }
    for (const Column& column : layer.table.columns)
      bind(insert, index++, column, row);
    insert.step();
  }
}

void make_index(Database& database, const Names& names, const std::vector<Shape>& shapes) {
  const std::string index = sql_name(fmt::format("rtree_{}_{}", names.table, names.geometry));
  database.run(
      fmt::format("CREATE VIRTUAL TABLE {} USING rtree(id, minx, maxx, miny, maxy)", index));
  {
    Statement insert =
        database.prepare(fmt::format("INSERT INTO {} VALUES (?, ?, ?, ?, ?)", index));
    for (std::size_t row = 0; row < shapes.size(); ++row) {
      const geo::Bounds box = detail::bounds_of(shapes[row]);
      if (box.is_empty()) continue;
      insert.reset();
      insert.bind(1, static_cast<std::int64_t>(row + 1)).bind(2, box.x_min).bind(3, box.x_max);
      insert.bind(4, box.y_min).bind(5, box.y_max).step();
    }
  }
  database.run(detail::gpkg_index_triggers(names.table, names.geometry, names.id));
  Statement extension = database.prepare(
      "INSERT INTO gpkg_extensions VALUES (?, ?, 'gpkg_rtree_index', "
      "'http://www.geopackage.org/spec/#extension_rtree', 'write-only')");
  extension.bind(1, names.table).bind(2, names.geometry).step();
}

void register_geometry(Database& database, const Names& names, const std::vector<Shape>& shapes) {
  Statement insert =
      database.prepare("INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, 28992, 0, 0)");
  insert.bind(1, names.table).bind(2, names.geometry).bind(3, detail::gpkg_type(shapes)).step();
}

void register_layer(Database& database, const Names& names, const LayerOut& layer,
                    const std::string& identifier) {
  geo::Bounds box;
  for (const Shape& shape : layer.shapes)
    box.add(detail::bounds_of(shape));
  Statement insert = database.prepare(
      "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, "
      "min_x, min_y, max_x, max_y, srs_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  const bool has_shapes = !names.geometry.empty();
  insert.bind(1, names.table).bind(2, std::string_view(has_shapes ? "features" : "attributes"));
  insert.bind(3, identifier).bind(4, layer.description).bind(5, kLastChange);
  if (!box.is_empty())
    insert.bind(6, box.x_min).bind(7, box.y_min).bind(8, box.x_max).bind(9, box.y_max);
  if (has_shapes) insert.bind(10, std::int64_t{28992});
  insert.step();
}

// The title where it is the only one of that name, else with the machine name behind it.
std::string unique_title(const std::string& title, const std::string& name,
                         std::set<std::string>& taken) {
  if (taken.insert(title).second) return title;
  std::string longer = fmt::format("{} ({})", title, name);
  taken.insert(longer);
  return longer;
}

void name_columns(Database& database, const LayerOut& layer, base::Language language,
                  const base::Catalogue& catalogue) {
  Statement insert =
      database.prepare("INSERT INTO gpkg_data_columns VALUES (?, ?, ?, ?, ?, NULL, NULL)");
  std::set<std::string> taken;
  for (const Column& column : layer.table.columns) {
    const std::string title = base::render(column.heading.title, catalogue, language);
    if (title.empty()) continue;
    const std::string alias = unique_title(title, column.heading.name, taken);
    insert.reset();
    insert.bind(1, layer.table.name).bind(2, column.heading.name).bind(3, alias).bind(4, alias);
    if (!column.heading.unit.empty()) insert.bind(5, column.heading.unit);
    insert.step();
  }
}

}  // namespace

void write_geopackage_into(const fs::path& partial_path, const std::vector<LayerOut>& layers,
                           base::Language language, const base::Catalogue& catalogue) {
  Database database(partial_path, Database::Mode::write);
  database.run("BEGIN");
  database.run(detail::gpkg_base_tables());
  std::set<std::string> identifiers;
  for (const LayerOut& layer : layers) {
    base::ensure(layer.shapes.empty() || layer.table.columns.empty() ||
                     layer.shapes.size() == layer.table.rows(),
                 "a layer has a shape for each row");
    const Names names = names_of(layer);
    const std::string& title = layer.title.empty() ? names.table : layer.title;
    register_layer(database, names, layer, unique_title(title, names.table, identifiers));
    create_table(database, names, layer);
    insert_rows(database, names, layer);
    name_columns(database, layer, language, catalogue);
    if (names.geometry.empty()) continue;
    register_geometry(database, names, layer.shapes);
    make_index(database, names, layer.shapes);
  }
  database.run("COMMIT");
}

void write_geopackage(const fs::path& path, const std::vector<LayerOut>& layers,
                      base::Language language, const base::Catalogue& catalogue) {
  base::WholeFile whole(path);
  write_geopackage_into(whole.path(), layers, language, catalogue);
  whole.commit();
}

}  // namespace wijkbeeld::codec
