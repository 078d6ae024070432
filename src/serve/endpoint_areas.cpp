// SPDX-License-Identifier: EUPL-1.2
#include "answer/small_counts.hpp"
#include "geo/label_point.hpp"
#include "serve/detail/endpoint.hpp"

namespace wijkbeeld::serve::detail {

using answer::AtlasArea;
using codec::JsonWriter;

namespace {

template <class Write>
void write_column(JsonWriter& json, std::string_view name, const answer::AtlasAreas& areas,
                  Write write_one) {
  json.key(name).begin_list();
  for (const AtlasArea& one : areas.areas)
    write_one(one);
  json.end_list();
}

void write_centre(JsonWriter& json, const AtlasArea& one) {
  const auto at = one.outline == nullptr ? std::nullopt : geo::label_point(*one.outline);
  if (!at) {
    json.null();
    return;
  }
  json.begin_list();
  json.integer(std::lround(at->x));
  json.integer(std::lround(at->y));
  json.end_list();
}

std::string areas_json(const answer::AtlasAreas& areas) {
  JsonWriter json;
  json.begin_object();
  json.key("level").text(to_text(areas.level));
  json.key("vintage").integer(areas.vintage.year);
  json.key("residents_source").text(areas.residents_source);
  write_column(json, "codes", areas, [&](const AtlasArea& one) { json.text(one.code.text); });
  write_column(json, "names", areas, [&](const AtlasArea& one) { json.text(one.name); });
  write_column(json, "gemeenten", areas, [&](const AtlasArea& one) { json.text(one.gemeente); });
  write_column(json, "residents", areas,
               [&](const AtlasArea& one) { json.value(told(areas.level, one.residents).value); });
  write_column(json, "centres", areas, [&](const AtlasArea& one) { write_centre(json, one); });
  json.end_object();
  return json.take();
}

}  // namespace

Response endpoint_areas(Atlas& atlas, const Request&, const Captures& in) {
  const answer::AtlasAreas& areas = atlas.areas(in["level"], in["vintage"]);
  // The page asks for cells one by one: hundreds of thousands of them are not kept as text.
  if (areas.level == area::Level::cell) return json_reply(areas_json(areas));
  return reply("application/json",
               atlas.body("areas/" + in["level"] + "/" + std::to_string(areas.vintage.year),
                          [&] { return areas_json(areas); }),
               Caching::revalidate);
}

}  // namespace wijkbeeld::serve::detail
