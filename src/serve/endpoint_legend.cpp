// SPDX-License-Identifier: EUPL-1.2
#include "chart/palette.hpp"
#include "report/theme_map.hpp"
#include "serve/detail/endpoint.hpp"

namespace wijkbeeld::serve::detail {

using codec::JsonWriter;

namespace {

void write_class(JsonWriter& json, const report::LegendClass& one,
                 const report::LegendClass* before) {
  json.begin_object();
  json.key("number").integer(one.number);
  json.key("name").text(one.name);
  json.key("limits").text(one.limits);
  json.key("colour").text(one.colour);
  json.key("areas").text(one.areas);
  json.key("residents").text(one.residents);
  if (before != nullptr) {
    json.key("areas_before").text(before->areas);
    json.key("residents_before").text(before->residents);
  }
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

void write_sure(JsonWriter& json, const report::LegendSure& sure) {
  json.key("sure").begin_object();
  json.key("sentence").text(sure.sentence);
  json.key("unsure").begin_object();
  json.key("name").text(sure.unsure);
  json.key("areas").text(sure.areas);
  json.end_object();
  json.end_object();
}

std::string_view palette_name(answer::ThemeKind kind) {
  switch (report::palette_of(kind)) {
    case chart::Palette::situation:
      return "situation";
    case chart::Palette::development:
      return "development";
    case chart::Palette::sequence:
      return "sequence";
    case chart::Palette::clusters:
      return "typology";
  }
  return "situation";
}

}  // namespace

void write_legend(JsonWriter& json, const answer::ThemeView& before, const answer::ThemeView& view,
                  const answer::AtlasAreas& areas, const Atlas& atlas, base::Language language) {
  const report::ThemeLegend legend =
      report::theme_legend(view, areas, atlas.project(), atlas.catalogue(), language);
  std::optional<report::ThemeLegend> earlier;
  if (&before != &view)
    earlier = report::theme_legend(before, areas, atlas.project(), atlas.catalogue(), language);
  json.begin_object();
  json.key("title").text(legend.title);
  json.key("subtitle").text(legend.subtitle);
  json.key("sentence").text(legend.sentence);
  json.key("mean").text(legend.mean);
  json.key("unit").text(legend.unit);
  json.key("digits").integer(legend.digits);
  json.key("palette").text(palette_name(view.theme.kind));
  json.key("classes").begin_list();
  for (std::size_t i = 0; i < legend.classes.size(); ++i)
    write_class(json, legend.classes[i], earlier ? &earlier->classes[i] : nullptr);
  json.end_list();
  json.key("absent").begin_list();
  for (const report::LegendAbsence& one : legend.absences)
    write_absence(json, one);
  json.end_list();
  json.key("notes").begin_list();
  for (const std::string& one : legend.notes)
    json.text(one);
  json.end_list();
  if (legend.sure) write_sure(json, *legend.sure);
  json.key("source").text(legend.source);
  json.end_object();
}

Response endpoint_legend(Atlas& atlas, const Request& request, const Captures& in) {
  const AskedView asked = asked_view(atlas, in);
  return reply("application/json",
               atlas.body("legend/" + language_key(request) + "/" + asked.key,
                          [&] {
                            const auto view = asked.view();
                            JsonWriter json;
                            write_legend(json, *view, *view, asked.areas, atlas,
                                         request.reader_language);
                            return json.take();
                          }),
               Caching::revalidate);
}

}  // namespace wijkbeeld::serve::detail
