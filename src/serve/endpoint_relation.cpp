// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "answer/relation.hpp"
#include "report/relation_page.hpp"
#include "report/relation_text.hpp"
#include "report/theme_map.hpp"
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

AskedAxis asked_axis(const Choice& choice, const std::string& text) {
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

std::string text_of_axis(const answer::Theme& theme, series::Period period) {
  return theme.id + "/" + answer::to_text(period);
}

std::string text_of_axis(const AskedAxis& axis) {
  return text_of_axis(axis.theme, axis.period);
}

// A page without a question shows the first of these, in its last period; else any but `taken`.
std::string usual_axis(const Choice& choice, std::initializer_list<answer::ThemeKind> kinds,
                       const std::string& taken) {
  const answer::Theme* any = nullptr;
  for (const answer::Theme& one : choice.themes) {
    if (one.kind == answer::ThemeKind::typology || one.id == taken) continue;
    if (std::find(kinds.begin(), kinds.end(), one.kind) != kinds.end())
      return text_of_axis(one, one.periods.back());
    if (any == nullptr) any = &one;
  }
  if (any == nullptr)
    throw Refusal(404, Failure(say("there are no two quantities here to hold together")));
  return text_of_axis(*any, any->periods.back());
}

// The same page with each other quantity, in its last period, on one axis.
report::Links other_axes(const Atlas& atlas, const Choice& choice, const Captures& in,
                         const AskedAxis& x, const AskedAxis& y, bool is_x,
                         base::Language language) {
  report::Links out;
  for (const answer::Theme& one : choice.themes) {
    if (one.kind == answer::ThemeKind::typology || one.id == x.theme.id || one.id == y.theme.id)
      continue;
    const std::string other = text_of_axis(one, one.periods.back());
    out.items.emplace_back(say("{} ({})", report::name_of(one, atlas.catalogue(), language),
                               answer::to_text(one.periods.back())),
                           "/verband/" + in["edition"] + "/" + in["level"] + "/" + in["vintage"] +
                               "?x=" + query_text(is_x ? other : text_of_axis(x)) +
                               "&y=" + query_text(is_x ? text_of_axis(y) : other) +
                               (language == base::Language::en ? "&lang=en" : ""));
  }
  return out;
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
  const AskedAxis x = asked_axis(choice, request.query.find("x").value_or(""));
  const AskedAxis y = asked_axis(choice, request.query.find("y").value_or(""));
  const answer::AtlasAreas& areas = atlas.areas(in["level"], in["vintage"]);
  const auto view_x = atlas.view(choice, x.theme, x.period);
  const auto view_y = atlas.view(choice, y.theme, y.period);
  const answer::Relation relation = answer::relation(areas, *view_x, *view_y);
  return json_reply(relation_json(
      relation,
      report::relation_text(relation, areas, atlas.catalogue(), request.reader_language)));
}

Response endpoint_relation_page(Atlas& atlas, const Request& request, const Captures& in) {
  using Kind = answer::ThemeKind;
  const base::Language language = request.reader_language;
  const Choice choice = atlas.choice(in["edition"], in["level"], in["vintage"]);
  const auto asked_x = request.query.find("x");
  const AskedAxis x = asked_axis(
      choice, asked_x ? *asked_x : usual_axis(choice, {Kind::score, Kind::situation}, ""));
  const auto asked_y = request.query.find("y");
  const AskedAxis y = asked_axis(
      choice,
      asked_y ? *asked_y : usual_axis(choice, {Kind::change, Kind::development}, x.theme.id));
  const answer::AtlasAreas& areas = atlas.areas(in["level"], in["vintage"]);
  const auto view_x = atlas.view(choice, x.theme, x.period);
  const auto view_y = atlas.view(choice, y.theme, y.period);
  const answer::Relation relation = answer::relation(areas, *view_x, *view_y);
  return page_of(report::relation_document({relation, areas, *view_x, *view_y,
                                            other_axes(atlas, choice, in, x, y, true, language),
                                            other_axes(atlas, choice, in, x, y, false, language)},
                                           atlas.catalogue(), language),
                 atlas);
}

}  // namespace wijkbeeld::serve::detail
