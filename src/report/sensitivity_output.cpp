// SPDX-License-Identifier: EUPL-1.2
#include "report/sensitivity_output.hpp"

#include "codec/layer.hpp"
#include "report/table_files.hpp"

namespace wijkbeeld::report {

using base::say;

namespace {

codec::LayerOut layer_of(table::Table table, const answer::SensitivityAnswer& answer,
                         const series::Project& project, base::Language language,
                         const base::Catalogue& catalogue) {
  const area::Outlines* outlines = project.find_outlines(answer.level, answer.vintage);
  codec::LayerOut layer;
  const table::Column& codes = table.column("area_code");
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const auto at = outlines == nullptr
                        ? std::nullopt
                        : outlines->find({std::get<table::Texts>(codes.values)[row]});
    layer.shapes.push_back(at ? codec::Shape(outlines->shapes[*at]) : codec::Shape{});
  }
  layer.title = base::render(table.title, catalogue, language);
  layer.description =
      base::render(say("{}, {}: what would change with other choices. Estimates, not measurements.",
                       answer.instrument->edition.title.in(language), answer.wave.year),
                   catalogue, language);
  layer.table = std::move(table);
  return layer;
}

// Rows of the indicator whose loss moves most residents.
table::Table largest_changes(const answer::SensitivityAnswer& answer) {
  answer::SensitivityAnswer one;
  if (!answer.dropped.empty())
    for (const answer::ClassChange& change : answer.changes)
      if (change.indicator == answer.dropped.front().indicator) one.changes.push_back(change);
  return answer::sensitivity_tables(one)[1];
}

}  // namespace

void write_sensitivity(const answer::SensitivityAnswer& answer, const series::Project& project,
                       const std::filesystem::path& folder, base::Language language,
                       const base::Catalogue& catalogue) {
  const std::vector<table::Table> tables = answer::sensitivity_tables(answer);
  write_table_files(folder, tables, kFiguresLicence, catalogue, {1});
  std::vector<codec::LayerOut> layers;
  layers.push_back(layer_of(tables[2], answer, project, language, catalogue));
  table::Table changes = largest_changes(answer);
  if (changes.rows() > 0)
    layers.push_back(layer_of(std::move(changes), answer, project, language, catalogue));
  codec::write_geopackage(folder / "sensitivity.gpkg", layers, language, catalogue);
}

}  // namespace wijkbeeld::report
