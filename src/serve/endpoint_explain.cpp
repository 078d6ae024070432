// SPDX-License-Identifier: EUPL-1.2
// What the score of an area is made of, for instruments that the project keeps.
#include "answer/explain.hpp"
#include "report/explain_page.hpp"
#include "serve/detail/document_json.hpp"
#include "serve/detail/endpoint.hpp"

namespace wijkbeeld::serve::detail {

using base::Failure;
using base::say;

namespace {

area::AreaCode code_of(const std::string& text) {
  const auto parsed = area::parse_code(text, area::level_of({text}));
  return parsed ? parsed->code : area::AreaCode{text};
}

// From the first wave with a score to the last.
report::Document explained(Atlas& atlas, const Captures& in, base::Language language) {
  const std::string edition = in["edition"];
  if (!atlas.can_explain(edition))
    throw Refusal(
        404, Failure(say("scores of '{}' cannot be taken apart here", edition))
                 .because(say("the project keeps no instrument of it, or one of too many units"))
                 .help(say("try the project file itself: wijkbeeld explain {}", in["code"])));
  const Workbench& bench = atlas.workbench(edition);
  const area::AreaCode code = code_of(in["code"]);
  const instrument::Kept& kept = bench.kept;
  try {
    return report::explanation_document(
        answer::explain(answer::whole_question(bench.scored.levels, code), kept.instrument,
                        kept.model, {bench.scored.levels, bench.indicators, bench.national},
                        *bench.project, atlas.workers()),
        language, atlas.program_version(), atlas.catalogue());
  } catch (const Failure& failure) {
    throw Refusal(404, failure);
  }
}

}  // namespace

Response endpoint_explain(Atlas& atlas, const Request& request, const Captures& in) {
  codec::JsonWriter json;
  json.begin_object();
  write_document(json, explained(atlas, in, request.reader_language), atlas);
  json.end_object();
  return json_reply(json.take());
}

Response endpoint_explain_page(Atlas& atlas, const Request& request, const Captures& in) {
  return page_of(explained(atlas, in, request.reader_language), atlas);
}

}  // namespace wijkbeeld::serve::detail
