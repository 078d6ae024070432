// SPDX-License-Identifier: EUPL-1.2
#include <set>

#include "report/theme_map.hpp"
#include "serve/detail/endpoint.hpp"

namespace wijkbeeld::serve::detail {

using codec::JsonWriter;

namespace {

std::string text_of(area::Level level) {
  return std::string(to_text(level));
}

void write_levels(JsonWriter& json, const Atlas& atlas) {
  std::set<area::Level> levels;
  for (const series::SeriesKey& one : atlas.choices())
    levels.insert(one.level);
  json.key("levels").begin_list();
  for (const area::Level level : levels) {
    json.begin_object();
    json.key("id").text(text_of(level));
    json.key("name");
    write(json, area::name_of(level, false), atlas.catalogue());
    json.key("plural");
    write(json, area::name_of(level, true), atlas.catalogue());
    json.end_object();
  }
  json.end_list();
}

bool is_served(const Atlas& atlas, const instrument::Edition& edition) {
  for (const series::SeriesKey& one : atlas.choices())
    if (one.edition == edition.id) return true;
  return false;
}

void write_edition(JsonWriter& json, const instrument::Edition& edition) {
  json.begin_object();
  json.key("id").text(edition.id.text);
  json.key("title");
  write(json, edition.title);
  json.key("publisher");
  write(json, edition.publisher);
  json.key("licence").text(edition.licence);
  json.key("waves").begin_list();
  for (const series::Wave wave : edition.waves)
    json.integer(wave.year);
  json.end_list();
  json.key("dimensions").begin_list();
  for (const instrument::Dimension& one : edition.dimensions) {
    json.begin_object();
    json.key("id").text(one.id);
    json.key("name");
    write(json, one.name);
    json.end_object();
  }
  json.end_list();
  json.key("caveats").begin_list();
  for (const instrument::Caveat& one : edition.caveats)
    write(json, one.text);
  json.end_list();
  json.end_object();
}

void write_theme(JsonWriter& json, const answer::Theme& theme, const Atlas& atlas) {
  json.begin_object();
  json.key("id").text(theme.id);
  json.key("kind").text(to_text(theme.kind));
  json.key("name");
  if (!theme.words.nl.empty())
    write(json, theme.words);
  else if (theme.dimension != nullptr)
    write(json, theme.dimension->name);
  else
    write(json, theme.name, atlas.catalogue());
  if (theme.kind == answer::ThemeKind::indicator && theme.dimension != nullptr) {
    json.key("group");
    write(json, theme.dimension->name);
  }
  if (theme.has_sure) json.key("sure").boolean(true);
  json.key("periods").begin_list();
  for (const series::Period one : theme.periods) {
    json.begin_object();
    json.key("id").text(answer::to_text(one));
    json.key("from").integer(one.from.year);
    json.key("to").integer(one.to.year);
    json.end_object();
  }
  json.end_list();
  json.end_object();
}

void write_view(JsonWriter& json, const series::SeriesKey& key, Atlas& atlas) {
  const std::string level = text_of(key.level);
  const std::string vintage = std::to_string(key.vintage.year);
  const Choice choice = atlas.choice(key.edition.text, level, vintage);
  const answer::AtlasAreas& areas = atlas.areas(level, vintage);
  json.begin_object();
  json.key("id").text(key.edition.text + "/" + level + "/" + vintage);
  json.key("edition").text(key.edition.text);
  json.key("level").text(level);
  json.key("vintage").integer(key.vintage.year);
  json.key("areas").integer(static_cast<std::int64_t>(areas.areas.size()));
  json.key("shapes");
  if (areas.has_outlines())
    json.text(level + "/" + vintage);
  else
    json.null();
  if (key.level == area::Level::cell) json.key("cells").text(level + "/" + vintage);
  json.key("quantities").begin_list();
  for (const answer::Theme& theme : choice.themes)
    write_theme(json, theme, atlas);
  json.end_list();
  json.end_object();
}

}  // namespace

Response endpoint_project(Atlas& atlas, const Request&, const Captures&) {
  return reply("application/json",
               atlas.body("project",
                          [&] {
                            JsonWriter json;
                            json.begin_object();
                            json.key("title").text(atlas.name());
                            json.key("version").text(atlas.program_version());
                            write_levels(json, atlas);
                            json.key("editions").begin_list();
                            for (const instrument::Edition& one : atlas.editions())
                              if (is_served(atlas, one)) write_edition(json, one);
                            json.end_list();
                            json.key("views").begin_list();
                            for (const series::SeriesKey& one : atlas.choices())
                              write_view(json, one, atlas);
                            json.end_list();
                            json.end_object();
                            return json.take();
                          }),
               Caching::revalidate);
}

}  // namespace wijkbeeld::serve::detail
