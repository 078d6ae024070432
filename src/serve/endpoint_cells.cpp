// SPDX-License-Identifier: EUPL-1.2
// Cells are so many that the page asks for their places as numbers, and for the rest one by one.
#include "base/number.hpp"
#include "codec/cell_pack.hpp"
#include "geo/rd_grid.hpp"
#include "serve/detail/endpoint.hpp"

namespace wijkbeeld::serve::detail {

using base::say;
using codec::JsonWriter;

namespace {

std::string cell_pack_of(const answer::AtlasAreas& areas) {
  std::vector<std::optional<geo::Cell>> cells;
  cells.reserve(areas.areas.size());
  for (const answer::AtlasArea& one : areas.areas)
    cells.push_back(geo::parse_cell(one.code.text));
  return codec::to_cell_pack(cells);
}

std::size_t ordinal_of(const std::string& text, const answer::AtlasAreas& areas) {
  const auto number = base::parse_integer(text);
  if (!number || *number < 0 || static_cast<std::uint64_t>(*number) >= areas.areas.size())
    throw Refusal(404, base::Failure(say("there is no area with number '{}'", text))
                           .because(say("they are numbered from 0 to {}", areas.areas.size() - 1)));
  return static_cast<std::size_t>(*number);
}

void write_around(JsonWriter& json, std::string_view name,
                  const std::optional<answer::AreaAround>& around) {
  json.key(name);
  if (!around) {
    json.null();
    return;
  }
  json.begin_object();
  json.key("code").text(around->code.text);
  json.key("name").text(around->name);
  json.end_object();
}

std::string area_json(const answer::AreaAt& one, const Atlas& atlas, base::Language language) {
  JsonWriter json;
  json.begin_object();
  json.key("code").text(one.code.text);
  json.key("name").text(base::render(answer::name_of(one), atlas.catalogue(), language));
  json.key("gemeente").text(one.gemeente);
  json.key("residents").value(one.residents.value);
  json.key("centre");
  if (one.centre) {
    json.begin_list();
    json.integer(std::lround(one.centre->x));
    json.integer(std::lround(one.centre->y));
    json.end_list();
  } else {
    json.null();
  }
  write_around(json, "wijk", one.wijk);
  write_around(json, "buurt", one.buurt);
  json.end_object();
  return json.take();
}

}  // namespace

Response endpoint_cells(Atlas& atlas, const Request&, const Captures& in) {
  const answer::AtlasAreas& areas = atlas.areas("cell", in["vintage"]);
  return reply("application/octet-stream",
               atlas.body("cells/" + in["vintage"], [&] { return cell_pack_of(areas); }),
               Caching::revalidate);
}

Response endpoint_at(Atlas& atlas, const Request& request, const Captures& in) {
  const answer::AtlasAreas& areas = atlas.areas(in["level"], in["vintage"]);
  const std::size_t ordinal = ordinal_of(in["ordinal"], areas);
  const answer::CellHomes* homes =
      areas.level == area::Level::cell ? &atlas.cell_homes(areas) : nullptr;
  return json_reply(area_json(answer::area_at(areas, ordinal, homes, atlas.project()), atlas,
                              request.reader_language));
}

}  // namespace wijkbeeld::serve::detail
