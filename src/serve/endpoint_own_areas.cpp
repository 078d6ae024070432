// SPDX-License-Identifier: EUPL-1.2
// Areas of the reader's own: what is sent is read, answered, and forgotten.
#include "answer/own_areas.hpp"

#include <cmath>

#include "answer/own_areas_table.hpp"
#include "codec/csv.hpp"
#include "report/own_areas_page.hpp"
#include "serve/detail/document_json.hpp"
#include "serve/detail/endpoint.hpp"
#include "serve/uploaded_areas.hpp"

namespace wijkbeeld::serve::detail {

using base::Failure;
using base::say;
using codec::JsonWriter;

namespace {

// Outlines as the page draws them: whole metres of RD New.
void write_outline(JsonWriter& json, const geo::MultiPolygon& shape) {
  const auto ring = [&](const geo::Ring& points) {
    json.begin_list();
    for (const geo::Point& point : points)
      json.begin_list().integer(std::llround(point.x)).integer(std::llround(point.y)).end_list();
    json.end_list();
  };
  json.begin_list();
  for (const geo::Polygon& part : shape.parts) {
    json.begin_list();
    ring(part.outer);
    for (const geo::Ring& hole : part.holes)
      ring(hole);
    json.end_list();
  }
  json.end_list();
}

void write_area(JsonWriter& json, const answer::OwnArea& own, const answer::OwnAreaFigures& one) {
  json.begin_object();
  json.key("name").text(one.name);
  json.key("classes").begin_object();
  for (const answer::OwnAreaWave& wave : one.waves) {
    json.key(std::to_string(wave.wave.year));
    if (wave.situation)
      json.integer(*wave.situation);
    else
      json.null();
  }
  json.end_object();
  json.key("outline");
  write_outline(json, own.shape);
  json.end_object();
}

// Drawn areas come with names of their own; files say how many rows were passed over, and why.
void write_remarks(JsonWriter& json, const base::Ledger& ledger, const Request& request,
                   const Atlas& atlas) {
  json.key("remarks").begin_list();
  for (const base::Ledger::Tally& one : ledger.tally())
    json.text(base::render(one.first->message, atlas.catalogue(), request.reader_language));
  json.end_list();
}

std::string own_areas_json(const answer::OwnAreasAnswer& answer, const UploadedAreas& uploaded,
                           const Request& request, const Atlas& atlas) {
  JsonWriter json;
  json.begin_object();
  write_document(
      json, report::own_areas_document(answer, request.reader_language, atlas.catalogue()), atlas);
  json.key("areas").begin_list();
  for (std::size_t i = 0; i < answer.areas.size(); ++i)
    write_area(json, uploaded.areas[i], answer.areas[i]);
  json.end_list();
  write_remarks(json, uploaded.ledger, request, atlas);
  json.key("csv").text(codec::to_csv(answer::own_areas_table(answer)));
  json.end_object();
  return json.take();
}

}  // namespace

void refuse_uploads_from_others(const Atlas& atlas) {
  if (!atlas.takes_uploads())
    throw Refusal(403, Failure(say("this atlas takes no files"))
                           .because(say("it is read by others than the one who started it"))
                           .help(say("run wijkbeeld serve on your own computer: there it does")));
}

Response endpoint_own_areas(Atlas& atlas, const Request& request, const Captures& in) {
  refuse_uploads_from_others(atlas);
  const Layer layer = atlas.layer(in["edition"], in["level"], in["vintage"]);
  if (!layer.areas.has_outlines())
    throw Refusal(404, Failure(say("areas of level '{}' have no outlines here", in["level"]))
                           .help(say("choose another level")));
  const auto asked = [&](std::string_view name) {
    return request.query.find(name).value_or(std::string());
  };
  const std::string name = asked("name");
  const UploadedAreas uploaded =
      read_uploaded_areas(request.body, name.empty() ? "?" : name, asked("layer"), asked("column"));
  Response out = json_reply(
      own_areas_json(answer::own_areas(layer.panel, layer.areas, uploaded.areas, atlas.workers()),
                     uploaded, request, atlas));
  out.caching = Caching::no_store;
  return out;
}

}  // namespace wijkbeeld::serve::detail
