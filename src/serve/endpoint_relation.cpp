// SPDX-License-Identifier: EUPL-1.2
#include "answer/relation.hpp"
#include "report/relation_text.hpp"
#include "serve/detail/endpoint.hpp"

namespace wijkbeeld::serve::detail {

using base::Failure;
using base::say;
using codec::JsonWriter;

namespace {

// A quantity in one period: "score/2014".
struct AskedAxis {
  const answer::Theme& theme;
  series::Period period;
};

AskedAxis asked_axis(const Choice& choice, const Request& request, std::string_view name) {
  const std::string text = request.query.find(name).value_or("");
  const std::size_t slash = text.find('/');
  if (slash == std::string::npos)
    throw Refusal(400, Failure(say("'{}' is no quantity with a period", text))
                           .help(say("ask for two of them: ?x=score/2014&y=change/2012-2014")));
  try {
    const answer::Theme& theme = answer::theme_named(choice.themes, text.substr(0, slash));
    if (theme.kind == answer::ThemeKind::typology)
      throw Failure(say("types have no order, so they go together with nothing"))
          .help(say("choose another quantity than '{}'", theme.id));
    return {theme, answer::period_named(theme, text.substr(slash + 1))};
  } catch (const Failure& failure) {
    throw Refusal(400, failure);
  }
}

void write_axis(JsonWriter& json, std::string_view name, const report::RelationText::Axis& text,
                const answer::Figure& mean) {
  json.key(name).begin_object();
  json.key("title").text(text.title);
  json.key("unit").text(text.unit);
  json.key("mean").value(mean.value);
  json.end_object();
}

std::string relation_json(const answer::Relation& relation, const report::RelationText& text) {
  JsonWriter json;
  json.begin_object();
  json.key("title").text(text.title);
  json.key("sentence").text(text.sentence);
  write_axis(json, "x", text.x, relation.x.mean);
  write_axis(json, "y", text.y, relation.y.mean);
  json.key("quadrants").begin_list();
  for (const report::RelationText::Quadrant& one : text.quadrants) {
    json.begin_object();
    json.key("name").text(one.name);
    json.key("areas").text(one.areas);
    json.key("residents").text(one.residents);
    json.end_object();
  }
  json.end_list();
  json.key("source").text(text.source);
  json.end_object();
  return json.take();
}

}  // namespace

Response endpoint_relation(Atlas& atlas, const Request& request, const Captures& in) {
  const Choice choice = atlas.choice(in["edition"], in["level"], in["vintage"]);
  const AskedAxis x = asked_axis(choice, request, "x");
  const AskedAxis y = asked_axis(choice, request, "y");
  const answer::AtlasAreas& areas = atlas.areas(in["level"], in["vintage"]);
  const auto view_x = atlas.view(choice, x.theme, x.period);
  const auto view_y = atlas.view(choice, y.theme, y.period);
  const answer::Relation relation = answer::relation(areas, *view_x, *view_y);
  return json_reply(relation_json(
      relation,
      report::relation_text(relation, areas, atlas.catalogue(), request.reader_language)));
}

}  // namespace wijkbeeld::serve::detail
