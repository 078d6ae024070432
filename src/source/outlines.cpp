// SPDX-License-Identifier: EUPL-1.2
#include "source/outlines.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "source/cbs_areas.hpp"
#include "source/file_year.hpp"

namespace wijkbeeld::source {

using area::Level;
using base::say;
using base::Severity;
using table::Rows;

namespace {

struct CodeName {
  std::string_view code;
  std::array<std::string_view, 2> names;
  Level level;
};
// Finest first: a layer of wijken also names the gemeente of each.
constexpr std::array<CodeName, 6> kCodeNames = {
    {{"bu_code", {"bu_naam", "buurtnaam"}, Level::buurt},
     {"buurtcode", {"buurtnaam", "naam"}, Level::buurt},
     {"wk_code", {"wk_naam", "wijknaam"}, Level::wijk},
     {"wijkcode", {"wijknaam", "naam"}, Level::wijk},
     {"gm_code", {"gm_naam", "gemeentenaam"}, Level::gemeente},
     {"pc4", {"plaats", "pc4_naam"}, Level::pc4}}};

const CodeName* code_name_of(const Rows& rows) {
  for (const CodeName& known : kCodeNames)
    if (rows.find(known.code)) return &known;
  return nullptr;
}

std::optional<std::size_t> name_column(const Rows& rows, const CodeName& known) {
  for (const std::string_view name : known.names)
    if (const auto column = rows.find(name)) return column;
  return std::nullopt;
}

// An empty shape was noted by its reader; a point or a line is somebody's mistake.
void note_no_surface(const Rows& rows, std::size_t row, const codec::Shape& shape,
                     base::Ledger& ledger) {
  if (std::holds_alternative<std::monostate>(shape)) return;
  base::Place place = rows.place();
  place.line = rows.line(row);
  ledger.add({"no-surface", Severity::warning, place,
              say("the shape is no surface, so the area has no outline")});
}

area::Outlines outlines_of(const Rows& rows, const RowKeys& keys,
                           const std::vector<codec::Shape>& shapes, const area::AreaSet& areas,
                           base::Ledger& ledger) {
  area::Outlines outlines{areas.level(), areas.vintage()};
  std::vector<std::size_t> order(keys.rows.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return keys.area_of[a] < keys.area_of[b]; });
  for (const std::size_t i : order) {
    const auto* surface = std::get_if<geo::MultiPolygon>(&shapes[keys.rows[i]]);
    if (surface == nullptr || surface->parts.empty()) {
      note_no_surface(rows, keys.rows[i], shapes[keys.rows[i]], ledger);
      continue;
    }
    const area::AreaCode& code = keys.codes[keys.area_of[i]];
    outlines.codes.push_back(code);
    outlines.shapes.push_back(*surface);
    outlines.names.push_back(areas.areas()[*areas.find(code)].name);
  }
  outlines.source = fmt::format("CBS, Kadaster ({})", areas.vintage().year);
  return outlines;
}

void read_layer(const Probe& probe, const std::string& layer, Reading& reading) {
  const Rows& rows = probe.table(layer);
  const CodeName* known = code_name_of(rows);
  if (known == nullptr) return;
  reading.rows_read += static_cast<std::int64_t>(rows.size());
  auto year = year_in_name(layer);
  if (!year) year = year_in_name(probe.name);
  if (!year) {
    reading.rows_refused += static_cast<std::int64_t>(rows.size());
    reading.ledger.add({"vintage-unknown",
                        Severity::refused,
                        {probe.name, layer},
                        say("neither the layer nor the file has a year in its name, such as "
                            "'wijk_2022'; its outlines were not used")});
    return;
  }
  const RowKeys keys =
      keys_of(rows, {rows.column(known->code), known->level, {}, {}}, reading.ledger);
  reading.rows_refused += keys.refused;
  AreaColumns columns{name_column(rows, *known), {}, {}, {}};
  if (known->level != Level::gemeente) columns.gemeente_name = rows.find("gm_naam");
  area::AreaSet areas = areas_of(rows, keys, columns, known->level, {*year}, "", reading.ledger);
  reading.outlines.push_back(
      outlines_of(rows, keys, probe.contents->shapes.at(layer), areas, reading.ledger));
  reading.areas.push_back(std::move(areas));
}

}  // namespace

bool recognises_outlines(const Probe& probe) {
  return std::any_of(probe.tables.begin(), probe.tables.end(), [&](const auto& one) {
    if (!probe.contents->shapes.contains(one.first)) return false;
    const auto& shapes = probe.contents->shapes.at(one.first);
    const bool has_surfaces = std::any_of(shapes.begin(), shapes.end(), [](const auto& shape) {
      return std::holds_alternative<geo::MultiPolygon>(shape);
    });
    return has_surfaces && code_name_of(probe.table(one.first)) != nullptr;
  });
}

Reading read_outlines(const Probe& probe) {
  Reading reading;
  for (const auto& [layer, header] : probe.tables)
    read_layer(probe, layer, reading);
  return reading;
}

}  // namespace wijkbeeld::source
