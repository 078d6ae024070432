// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>
#include <fstream>

#include "base/ensure.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "codec/csv.hpp"
#include "codec/dbf.hpp"
#include "codec/xlsx.hpp"
#include "source/source.hpp"

namespace wijkbeeld::source {
namespace {

using Opener = void (*)(const std::filesystem::path& path, const std::string& name, Contents& into);

void open_csv(const std::filesystem::path& path, const std::string& name, Contents& into) {
  into.tables.emplace("", codec::parse_csv(base::read_file(path), {name}, into.ledger));
}

void open_dbf(const std::filesystem::path& path, const std::string&, Contents& into) {
  into.tables.emplace("", codec::read_dbf(path, into.ledger));
}

// Whether a sheet of a workbook with this header would be recognised: people put titles above it.
bool is_known_header(const std::string& name, const std::string& sheet,
                     std::span<const std::string_view> cells) {
  std::vector<std::string> header(cells.begin(), cells.end());
  std::vector<std::string> sorted = header;
  std::sort(sorted.begin(), sorted.end());
  const auto named = std::find_if(sorted.begin(), sorted.end(),
                                  [](const std::string& cell) { return !cell.empty(); });
  if (std::adjacent_find(named, sorted.end()) != sorted.end()) return false;
  Probe probe{name, name};
  auto contents = std::make_shared<Contents>();
  contents->tables.emplace(sheet, table::Rows({name, sheet}, header));
  probe.tables.emplace(sheet, std::move(header));
  probe.contents = std::move(contents);
  return source_of(probe) != nullptr;
}

void open_workbook(const std::filesystem::path& path, const std::string& name, Contents& into) {
  const codec::Workbook workbook(path);
  for (const std::string& sheet : workbook.sheets())
    into.tables.emplace(
        sheet, workbook.read(sheet, into.ledger, [&](std::span<const std::string_view> cells) {
          return is_known_header(name, sheet, cells);
        }));
}

void open_layers(const std::filesystem::path& path, const std::string&, Contents& into) {
  for (const std::string& name : codec::layer_names(path)) {
    codec::Layer layer = codec::read_layer(path, name, into.ledger);
    into.tables.emplace(name, std::move(layer.rows));
    into.shapes.emplace(name, std::move(layer.shapes));
  }
}

// GeoJSON is often called .json, and most .json is no GeoJSON: the beginning tells.
void open_json(const std::filesystem::path& path, const std::string& name, Contents& into) {
  std::string beginning(1024, '\0');
  std::ifstream file(path, std::ios::binary);
  file.read(beginning.data(), static_cast<std::streamsize>(beginning.size()));
  if (beginning.find("\"FeatureCollection\"") != std::string::npos) open_layers(path, name, into);
}

struct Format {
  std::string_view ending;
  Opener open;
};
constexpr std::array<Format, 11> kFormats = {{{".csv", open_csv},
                                              {".tsv", open_csv},
                                              {".dbf", open_dbf},
                                              {".xlsx", open_workbook},
                                              {".xlsm", open_workbook},
                                              {".gpkg", open_layers},
                                              {".geojson", open_layers},
                                              {".json", open_json},
                                              {".fgb", open_layers},
                                              {".gml", open_layers},
                                              {".shp", open_layers}}};

}  // namespace

bool Probe::has_columns(std::span<const std::string_view> columns) const {
  const auto has = [](const std::vector<std::string>& header, std::string_view wanted) {
    return std::any_of(header.begin(), header.end(), [&](const std::string& column) {
      return base::lower(column) == base::lower(wanted);
    });
  };
  const bool has_all = std::any_of(tables.begin(), tables.end(), [&](const auto& one) {
    return std::all_of(columns.begin(), columns.end(),
                       [&](std::string_view wanted) { return has(one.second, wanted); });
  });
  if (!has_all && missed != nullptr) missed->emplace_back(columns.begin(), columns.end());
  return has_all;
}

const table::Rows& Probe::table(const std::string& table_name) const {
  base::ensure(contents != nullptr && contents->tables.contains(table_name),
               "a source asks for a table that the file does not have");
  return contents->tables.at(table_name);
}

bool Probe::has_ending(std::string_view ending) const {
  return base::lower(name).ends_with(ending);
}

Probe probe_file(const std::filesystem::path& path, const std::string& name) {
  Probe probe{path, name};
  auto contents = std::make_shared<Contents>();
  for (const Format& format : kFormats)
    if (probe.has_ending(format.ending)) format.open(path, name, *contents);
  for (const auto& [table_name, rows] : contents->tables)
    probe.tables.emplace(table_name, rows.header());
  probe.contents = std::move(contents);
  return probe;
}

}  // namespace wijkbeeld::source
