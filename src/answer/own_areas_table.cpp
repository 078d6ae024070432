// SPDX-License-Identifier: EUPL-1.2
#include "answer/own_areas_table.hpp"

#include "table/table_builder.hpp"

namespace wijkbeeld::answer {

using base::say;
using table::Absence;
using table::as_integer;
using table::Value;

namespace {

struct Row {
  std::int64_t number = 0;
  const OwnAreaFigures* area = nullptr;
  const OwnAreaWave* wave = nullptr;
};

std::vector<Row> rows_of(const OwnAreasAnswer& answer) {
  std::vector<Row> out;
  std::int64_t number = 0;
  for (const OwnAreaFigures& area : answer.areas) {
    ++number;
    if (area.waves.empty()) out.push_back({number, &area, nullptr});
    for (const OwnAreaWave& wave : area.waves)
      out.push_back({number, &area, &wave});
  }
  return out;
}

Value<double> score_of(const Row& row) {
  return row.wave == nullptr ? Value<double>(Absence::not_applicable) : row.wave->score.value;
}

}  // namespace

table::Table own_areas_table(const OwnAreasAnswer& answer) {
  const std::vector<Row> rows = rows_of(answer);
  table::TableBuilder<Row> t("own_areas", say("Scores of own areas"), rows, {"number", "wave"});
  t.column("number", say("number of the area"), [](const Row& r) { return r.number; });
  t.column("area_name", say("name of the area"), [](const Row& r) { return r.area->name; });
  t.column("edition", say("edition"), [&](const Row&) { return answer.edition->id.text; });
  t.column("level", say("level of the areas it lies in"),
           [&](const Row&) { return std::string(to_text(answer.level)); });
  t.column("surface_km2", say("surface in km2"),
           [](const Row& r) { return r.area->surface.value; });
  t.column("areas", say("areas it shares surface with"),
           [](const Row& r) { return as_integer(r.area->areas.value); });
  t.column("residents", say("estimated residents"),
           [](const Row& r) { return r.area->residents.value; });
  t.column("share_covered", say("part of the surface in those areas"),
           [](const Row& r) { return r.area->share_covered.value; });
  t.column("wave", say("wave"), [](const Row& r) {
    return r.wave == nullptr ? Value<std::int64_t>(Absence::not_applicable)
                             : Value<std::int64_t>(r.wave->wave.year);
  });
  t.column("score", say("score"), score_of);
  t.column("class", say("class"), [](const Row& r) {
    return r.wave == nullptr ? Value<std::int64_t>(Absence::not_applicable)
                             : as_integer(r.wave->situation);
  });
  t.column("share_scored", say("part of the residents who live where there is a score"),
           [](const Row& r) {
             return r.wave == nullptr ? Value<double>(Absence::not_applicable)
                                      : r.wave->share_scored.value;
           });
  t.column("absent_because", say("why there is no score"), [](const Row& r) {
    const Value<double> score = score_of(r);
    return score ? std::string() : std::string(table::to_text(score.absence()));
  });
  return t.build();
}

}  // namespace wijkbeeld::answer
