// SPDX-License-Identifier: EUPL-1.2
#include "source/cbs_areas.hpp"

#include "base/text.hpp"
#include "source/cells.hpp"

namespace wijkbeeld::source {
namespace {

table::Value<double> residents_at(const table::Rows& rows, std::size_t row, std::size_t column,
                                  base::Ledger& ledger) {
  const auto residents = cell_value(rows, row, column, ValueRule::number, {}, ledger);
  if (!residents || *residents >= 0) return residents;
  ledger.add({"residents-below-zero", base::Severity::refused, rows.place_of(row, column),
              base::say("'{}' residents: fewer than none", rows.cell(row, column))});
  return table::Absence::refused;
}

}  // namespace

area::AreaSet areas_of(const table::Rows& rows, const RowKeys& keys, const AreaColumns& columns,
                       area::Level level, area::Vintage vintage,
                       const std::string& residents_source, base::Ledger& ledger) {
  std::vector<area::Area> areas;
  areas.reserve(keys.rows.size());
  for (std::size_t i = 0; i < keys.rows.size(); ++i) {
    const std::size_t row = keys.rows[i];
    area::Area one{keys.codes[keys.area_of[i]], {}};
    if (columns.name) one.name = rows.cell(row, *columns.name);
    if (columns.gemeente_name) one.gemeente_name = rows.cell(row, *columns.gemeente_name);
    if (columns.residents) one.residents = residents_at(rows, row, *columns.residents, ledger);
    if (columns.water) one.is_water = base::lower(rows.cell(row, *columns.water)) == "ja";
    areas.push_back(std::move(one));
  }
  return {level, vintage, std::move(areas), residents_source};
}

}  // namespace wijkbeeld::source
