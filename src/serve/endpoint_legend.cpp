// SPDX-License-Identifier: EUPL-1.2
#include "report/theme_map.hpp"
#include "serve/detail/endpoint.hpp"

namespace wijkbeeld::serve::detail {

using codec::JsonWriter;

namespace {

void write_class(JsonWriter& json, const report::LegendClass& one) {
  json.begin_object();
  json.key("number").integer(one.number);
  json.key("name").text(one.name);
  json.key("limits").text(one.limits);
  json.key("colour").text(one.colour);
  json.key("areas").text(one.areas);
  json.key("residents").text(one.residents);
  json.key("holds_mean").boolean(one.holds_mean);
  json.end_object();
}

void write_absence(JsonWriter& json, const report::LegendAbsence& one) {
  const AbsenceLook look = look_of(one.reason);
  json.begin_object();
  json.key("byte").integer(look.byte);
  json.key("pattern").text(look.pattern);
  json.key("name").text(one.name);
  json.key("areas").text(one.areas);
  json.end_object();
}

std::string legend_json(const report::ThemeLegend& legend, answer::ThemeKind kind) {
  JsonWriter json;
  json.begin_object();
  json.key("title").text(legend.title);
  json.key("subtitle").text(legend.subtitle);
  json.key("sentence").text(legend.sentence);
  json.key("mean").text(legend.mean);
  json.key("palette").text(kind == answer::ThemeKind::situation ? "situation" : "development");
  json.key("classes").begin_list();
  for (const report::LegendClass& one : legend.classes)
    write_class(json, one);
  json.end_list();
  json.key("absent").begin_list();
  for (const report::LegendAbsence& one : legend.absences)
    write_absence(json, one);
  json.end_list();
  json.key("notes").begin_list();
  for (const std::string& one : legend.notes)
    json.text(one);
  json.end_list();
  json.key("source").text(legend.source);
  json.end_object();
  return json.take();
}

}  // namespace

Response endpoint_legend(Atlas& atlas, const Request& request, const Captures& in) {
  const AskedView asked = asked_view(atlas, in);
  return reply("application/json",
               atlas.body("legend/" + language_key(request) + "/" + asked.key,
                          [&] {
                            return legend_json(report::theme_legend(
                                                   asked.view(), asked.layer.areas, atlas.project(),
                                                   atlas.catalogue(), request.reader_language),
                                               asked.theme.kind);
                          }),
               Caching::revalidate);
}

}  // namespace wijkbeeld::serve::detail
