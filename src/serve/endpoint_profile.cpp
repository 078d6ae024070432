// SPDX-License-Identifier: EUPL-1.2
#include "answer/cell_profile.hpp"
#include "answer/profile.hpp"
#include "report/area_page.hpp"
#include "serve/detail/document_json.hpp"
#include "serve/detail/endpoint.hpp"

namespace wijkbeeld::serve::detail {

namespace {

// The codes of the areas beside it, where outlines are known.
std::vector<area::AreaCode> codes_beside(Atlas& atlas, const answer::AtlasAreas& areas,
                                         const area::AreaCode& code) {
  std::vector<area::AreaCode> out;
  const auto at = areas.find(code);
  if (!at || areas.areas[*at].outline == nullptr) return out;
  for (const std::uint32_t one : atlas.neighbours(areas)[*at])
    out.push_back(areas.areas[one].code);
  return out;
}

answer::ProfileContext context_of(Atlas& atlas, const answer::ProfileEdition& one,
                                  const area::AreaCode& code) {
  const Layer layer = atlas.layer(one.edition->id.text, std::string(to_text(one.level)),
                                  std::to_string(one.vintage.year));
  const std::size_t row = layer.panel.find(code).value_or(0);
  if (one.level == area::Level::cell)
    return answer::cell_context(layer.panel, row, atlas.class_shares(layer.panel));
  return answer::profile_context({layer.panel, atlas.lookalikes(layer.panel),
                                  atlas.nation(layer.panel), atlas.cohort_choices(layer.panel)},
                                 row, codes_beside(atlas, layer.areas, code));
}

std::vector<answer::ProfileContext> contexts_of(Atlas& atlas, const answer::Profile& profile) {
  std::vector<answer::ProfileContext> out;
  for (const answer::ProfileEdition& one : profile.editions)
    out.push_back(context_of(atlas, one, profile.code));
  return out;
}

// In what a cell lies, and the scores of that in the same edition.
void add_place(Atlas& atlas, const area::AreaCode& code, answer::ProfileEdition& one) {
  const answer::AtlasAreas& cells = atlas.areas("cell", std::to_string(one.vintage.year));
  const auto at = cells.find(code);
  if (!at) return;
  std::vector<const study::Panel*> panels;
  for (const series::SeriesKey& key : atlas.choices())
    if (key.edition == one.edition->id && key.vintage == one.vintage &&
        (key.level == area::Level::buurt || key.level == area::Level::wijk ||
         key.level == area::Level::gemeente))
      panels.push_back(&atlas.panel(key));
  answer::add_around(one, answer::area_at(cells, *at, &atlas.cell_homes(cells), atlas.project()),
                     panels);
}

report::Document document_of_area(Atlas& atlas, const answer::Profile& profile,
                                  base::Language language, report::Widths widths) {
  const answer::ProfileEdition& first = profile.editions.front();
  const std::string group = "/groep/" + first.edition->id.text + "/" +
                            std::string(to_text(first.level)) + "/" +
                            std::to_string(first.vintage.year) + "?";
  const std::string tail = language == base::Language::en ? "&lang=en" : "";
  report::AreaPageOptions options{language, atlas.program_version(), {}, widths};
  options.ways.to_area = [&](const area::AreaCode& code) { return area_address(code, language); };
  options.ways.to_list = [&](const std::string& list) {
    return group + "list=" + query_text(list) + tail;
  };
  options.ways.to_rule = [&](const std::string& rule) {
    return group + "rule=" + query_text(rule) + tail;
  };
  options.ways.to_explanation = [&](const instrument::Edition& edition) {
    if (!atlas.can_explain(edition.id.text)) return std::string();
    return "/opbouw/" + edition.id.text + "/" + profile.code.text +
           (language == base::Language::en ? "?lang=en" : "");
  };
  return report::area_document(profile, options, atlas.catalogue(), contexts_of(atlas, profile));
}

}  // namespace

answer::Profile profile_of(Atlas& atlas, const std::string& text) {
  const auto parsed = area::parse_code(text, area::level_of({text}));
  const area::AreaCode code = parsed ? parsed->code : area::AreaCode{text};
  try {
    answer::Profile out =
        answer::profile(atlas.project(), atlas.standings(code), code, atlas.ledger());
    for (answer::ProfileEdition& one : out.editions)
      if (one.level == area::Level::cell) add_place(atlas, code, one);
    return out;
  } catch (const base::Failure& failure) {
    throw Refusal(404, failure);
  }
}

Response endpoint_profile(Atlas& atlas, const Request& request, const Captures& in) {
  const answer::Profile profile = profile_of(atlas, in["code"]);
  const report::Document document =
      document_of_area(atlas, profile, request.reader_language, report::Widths::narrow);
  codec::JsonWriter json;
  json.begin_object();
  json.key("code").text(profile.code.text);
  json.key("name").text(document.title);
  json.key("gemeente").text(profile.editions.front().gemeente);
  json.key("level").text(to_text(profile.editions.front().level));
  write_document(json, document, atlas);
  json.end_object();
  return json_reply(json.take());
}

Response endpoint_area_page(Atlas& atlas, const Request& request, const Captures& in) {
  return page_of(document_of_area(atlas, profile_of(atlas, in["code"]), request.reader_language,
                                  report::Widths::both),
                 atlas);
}

}  // namespace wijkbeeld::serve::detail
