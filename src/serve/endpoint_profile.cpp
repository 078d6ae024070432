// SPDX-License-Identifier: EUPL-1.2
#include "answer/profile.hpp"
#include "report/area_page.hpp"
#include "serve/detail/document_json.hpp"
#include "serve/detail/endpoint.hpp"

namespace wijkbeeld::serve::detail {

using codec::JsonWriter;

namespace {

answer::Profile profile_of(Atlas& atlas, const std::string& text) {
  const auto parsed = area::parse_code(text, area::level_of({text}));
  try {
    return answer::profile(atlas.project(), atlas.editions(),
                           parsed ? parsed->code : area::AreaCode{text});
  } catch (const base::Failure& failure) {
    throw Refusal(404, failure);
  }
}

std::string profile_json(const answer::Profile& profile, const Atlas& atlas,
                         base::Language language) {
  const report::Document document =
      report::area_document(profile, {language, atlas.program_version()}, atlas.catalogue());
  JsonWriter json;
  json.begin_object();
  json.key("code").text(profile.code.text);
  json.key("name").text(document.title);
  json.key("gemeente").text(profile.editions.front().gemeente);
  json.key("level").text(to_text(profile.editions.front().level));
  write_document(json, document, atlas);
  json.end_object();
  return json.take();
}

}  // namespace

Response endpoint_profile(Atlas& atlas, const Request& request, const Captures& in) {
  return json_reply(profile_json(profile_of(atlas, in["code"]), atlas, request.reader_language));
}

Response endpoint_area_page(Atlas& atlas, const Request& request, const Captures& in) {
  const answer::Profile profile = profile_of(atlas, in["code"]);
  return page_of(report::area_document(profile, {request.reader_language, atlas.program_version()},
                                       atlas.catalogue()),
                 atlas);
}

}  // namespace wijkbeeld::serve::detail
