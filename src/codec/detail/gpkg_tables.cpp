// SPDX-License-Identifier: EUPL-1.2
#include "codec/detail/gpkg_tables.hpp"

#include <fmt/format.h>

namespace wijkbeeld::codec::detail {
namespace {

constexpr std::string_view kBaseTables = R"sql(
PRAGMA application_id = 1196444487;
PRAGMA user_version = 10300;
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL,
  srs_id INTEGER PRIMARY KEY,
  organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL,
  definition TEXT NOT NULL,
  description TEXT);
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY,
  data_type TEXT NOT NULL,
  identifier TEXT UNIQUE,
  description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE,
  srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL,
  m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
CREATE TABLE gpkg_extensions (
  table_name TEXT,
  column_name TEXT,
  extension_name TEXT NOT NULL,
  definition TEXT NOT NULL,
  scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
CREATE TABLE gpkg_data_columns (
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  name TEXT,
  title TEXT,
  description TEXT,
  mime_type TEXT,
  constraint_name TEXT,
  CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),
  CONSTRAINT gdc_tn UNIQUE (table_name, name));
CREATE TABLE gpkg_data_column_constraints (
  constraint_name TEXT NOT NULL,
  constraint_type TEXT NOT NULL,
  value TEXT,
  min NUMERIC,
  min_is_inclusive BOOLEAN,
  max NUMERIC,
  max_is_inclusive BOOLEAN,
  description TEXT,
  CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value));
INSERT INTO gpkg_extensions VALUES
  ('gpkg_data_columns', NULL, 'gpkg_schema',
   'http://www.geopackage.org/spec/#extension_schema', 'read-write'),
  ('gpkg_data_column_constraints', NULL, 'gpkg_schema',
   'http://www.geopackage.org/spec/#extension_schema', 'read-write');
INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined',
   'undefined cartesian coordinate reference system'),
  ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined',
   'undefined geographic coordinate reference system'),
  ('WGS 84 geodetic', 4326, 'EPSG', 4326,
   'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]',
   'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid'),
  ('Amersfoort / RD New', 28992, 'EPSG', 28992,
   'PROJCS["Amersfoort / RD New",GEOGCS["Amersfoort",DATUM["Amersfoort",SPHEROID["Bessel 1841",6377397.155,299.1528128,AUTHORITY["EPSG","7004"]],AUTHORITY["EPSG","6289"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4289"]],PROJECTION["Oblique_Stereographic"],PARAMETER["latitude_of_origin",52.1561605555556],PARAMETER["central_meridian",5.38763888888889],PARAMETER["scale_factor",0.9999079],PARAMETER["false_easting",155000],PARAMETER["false_northing",463000],UNIT["metre",1,AUTHORITY["EPSG","9001"]],AXIS["Easting",EAST],AXIS["Northing",NORTH],AUTHORITY["EPSG","28992"]]',
   'Rijksdriehoeksstelsel, metres');
)sql";

// {0} is the layer, {1} its shape column, {2} its identity column, {3} the index, all quoted;
// {4} is the index without quotes, the beginning of the triggers' names.
constexpr std::string_view kIndexTriggers = R"sql(
CREATE TRIGGER "{4}_insert" AFTER INSERT ON {0}
  WHEN (NEW.{1} NOT NULL AND NOT ST_IsEmpty(NEW.{1}))
BEGIN
  INSERT OR REPLACE INTO {3} VALUES (NEW.{2}, ST_MinX(NEW.{1}), ST_MaxX(NEW.{1}),
    ST_MinY(NEW.{1}), ST_MaxY(NEW.{1}));
END;
CREATE TRIGGER "{4}_update1" AFTER UPDATE OF {1} ON {0}
  WHEN OLD.{2} = NEW.{2} AND (NEW.{1} NOTNULL AND NOT ST_IsEmpty(NEW.{1}))
BEGIN
  INSERT OR REPLACE INTO {3} VALUES (NEW.{2}, ST_MinX(NEW.{1}), ST_MaxX(NEW.{1}),
    ST_MinY(NEW.{1}), ST_MaxY(NEW.{1}));
END;
CREATE TRIGGER "{4}_update2" AFTER UPDATE OF {1} ON {0}
  WHEN OLD.{2} = NEW.{2} AND (NEW.{1} ISNULL OR ST_IsEmpty(NEW.{1}))
BEGIN
  DELETE FROM {3} WHERE id = OLD.{2};
END;
CREATE TRIGGER "{4}_update3" AFTER UPDATE ON {0}
  WHEN OLD.{2} != NEW.{2} AND (NEW.{1} NOTNULL AND NOT ST_IsEmpty(NEW.{1}))
BEGIN
  DELETE FROM {3} WHERE id = OLD.{2};
  INSERT OR REPLACE INTO {3} VALUES (NEW.{2}, ST_MinX(NEW.{1}), ST_MaxX(NEW.{1}),
    ST_MinY(NEW.{1}), ST_MaxY(NEW.{1}));
END;
CREATE TRIGGER "{4}_update4" AFTER UPDATE ON {0}
  WHEN OLD.{2} != NEW.{2} AND (NEW.{1} ISNULL OR ST_IsEmpty(NEW.{1}))
BEGIN
  DELETE FROM {3} WHERE id IN (OLD.{2}, NEW.{2});
END;
CREATE TRIGGER "{4}_delete" AFTER DELETE ON {0} WHEN OLD.{1} NOT NULL
BEGIN
  DELETE FROM {3} WHERE id = OLD.{2};
END;
)sql";

}  // namespace

std::string sql_name(std::string_view name) {
  std::string out = "\"";
  for (const char c : name)
    out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

std::string_view gpkg_base_tables() {
  return kBaseTables;
}

std::string gpkg_index_triggers(std::string_view table, std::string_view geometry,
                                std::string_view id) {
  const std::string index = fmt::format("rtree_{}_{}", table, geometry);
  const std::string index_name = sql_name(index);
  return fmt::format(kIndexTriggers, sql_name(table), sql_name(geometry), sql_name(id), index_name,
                     index_name.substr(1, index_name.size() - 2));
}

}  // namespace wijkbeeld::codec::detail
