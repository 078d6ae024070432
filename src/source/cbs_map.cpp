// SPDX-License-Identifier: EUPL-1.2
#include "source/cbs_map.hpp"

#include "source/cbs_areas.hpp"
#include "source/cells.hpp"
#include "source/file_year.hpp"

namespace wijkbeeld::source {

using area::Level;

namespace {

constexpr int kUsualYear = 2016;

struct Kind {
  std::string_view code;
  std::string_view name;
  Level level;
};

// The finest code decides: a table of buurten also names wijk and gemeente.
Kind kind_of(const table::Rows& rows) {
  if (rows.find("bu_code")) return {"bu_code", "bu_naam", Level::buurt};
  if (rows.find("wk_code")) return {"wk_code", "wk_naam", Level::wijk};
  return {"gm_code", "gm_naam", Level::gemeente};
}

int year_of(const Probe& probe, base::Ledger& ledger) {
  if (const auto year = year_in_name(probe.name)) return *year;
  ledger.add(assumed_vintage(probe.name, kUsualYear));
  return kUsualYear;
}

}  // namespace

bool recognises_cbs_map(const Probe& probe) {
  return probe.has_ending(".dbf") && probe.has_columns({"gm_code", "gm_naam", "aant_inw"});
}

Reading read_cbs_map(const Probe& probe) {
  const table::Rows& rows = probe.table();
  Reading reading;
  const int year = year_of(probe, reading.ledger);
  const Kind kind = kind_of(rows);
  const RowKeys keys = keys_of(rows, {rows.column(kind.code), kind.level, {}, {}}, reading.ledger);
  reading.rows_read = static_cast<std::int64_t>(rows.size());
  reading.rows_refused = keys.refused;
  AreaColumns columns{rows.column(kind.name), {}, rows.column("aant_inw"), rows.find("water")};
  if (kind.level != Level::gemeente) columns.gemeente_name = rows.column("gm_naam");
  reading.areas.push_back(areas_of(
      rows, keys, columns, kind.level, {year},
      fmt::format("CBS Wijk- en Buurtkaart {0}, inwoners op 1 januari {0}", year), reading.ledger));
  const auto figures = all_columns_but(
      rows, {"bu_code", "bu_naam", "wk_code", "wk_naam", "gm_code", "gm_naam", "water", "postcode"},
      series::Wave{year});
  reading.series = series_of(
      rows, keys, figures, {{fmt::format("cbs-{}", year)}, kind.level, {year}}, {}, reading.ledger);
  return reading;
}

}  // namespace wijkbeeld::source
