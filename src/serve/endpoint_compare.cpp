// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "answer/compare.hpp"
#include "base/text.hpp"
#include "report/compare_page.hpp"
#include "serve/detail/document_json.hpp"
#include "serve/detail/endpoint.hpp"

namespace wijkbeeld::serve::detail {

using base::Failure;
using base::say;

namespace {

constexpr std::size_t kFewestCompared = 2;
constexpr std::size_t kMostCompared = 8;

// The areas of ?areas=CODE,CODE, each once, in the order given.
answer::Comparison asked_comparison(Atlas& atlas, const Request& request) {
  const std::string text = request.query.find("areas").value_or("");
  std::vector<std::string> codes;
  for (const std::string_view part : base::split(text, ',')) {
    const std::string code(base::trim(part));
    if (!code.empty() && std::find(codes.begin(), codes.end(), code) == codes.end())
      codes.push_back(code);
  }
  if (codes.size() < kFewestCompared || codes.size() > kMostCompared)
    throw Refusal(400, Failure(say("a comparison has {} to {} areas, not {}", kFewestCompared,
                                   kMostCompared, codes.size()))
                           .help(say("name their codes: ?areas=WK037000,WK037001")));
  std::vector<answer::Profile> profiles;
  for (const std::string& code : codes)
    profiles.push_back(profile_of(atlas, code));
  return answer::compare(std::move(profiles));
}

// To the page of each area.
report::Links pages_of(const answer::Comparison& comparison, base::Language language) {
  report::Links out;
  for (const answer::Profile& one : comparison.profiles)
    out.items.emplace_back(
        say("All about {}",
            one.editions.front().name.empty() ? one.code.text : one.editions.front().name),
        area_address(one.code, language));
  return out;
}

report::Document compared(Atlas& atlas, const Request& request,
                          const answer::Comparison& comparison, report::Links more,
                          report::Widths widths) {
  return report::compare_document(comparison,
                                  {request.reader_language, atlas.program_version(), {}, widths},
                                  atlas.catalogue(), std::move(more));
}

}  // namespace

Response endpoint_compare(Atlas& atlas, const Request& request, const Captures&) {
  const answer::Comparison comparison = asked_comparison(atlas, request);
  codec::JsonWriter json;
  json.begin_object();
  json.key("areas").begin_list();
  for (const answer::Profile& one : comparison.profiles) {
    json.begin_object();
    json.key("code").text(one.code.text);
    json.key("name").text(one.editions.front().name);
    json.key("gemeente").text(one.editions.front().gemeente);
    json.key("level").text(to_text(one.editions.front().level));
    json.end_object();
  }
  json.end_list();
  write_document(json, compared(atlas, request, comparison, {}, report::Widths::narrow), atlas);
  json.end_object();
  return json_reply(json.take());
}

Response endpoint_compare_page(Atlas& atlas, const Request& request, const Captures&) {
  const answer::Comparison comparison = asked_comparison(atlas, request);
  return page_of(compared(atlas, request, comparison, pages_of(comparison, request.reader_language),
                          report::Widths::both),
                 atlas);
}

}  // namespace wijkbeeld::serve::detail
