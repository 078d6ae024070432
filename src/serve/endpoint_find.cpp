// SPDX-License-Identifier: EUPL-1.2
#include "serve/detail/endpoint.hpp"

namespace wijkbeeld::serve::detail {

using answer::FoundArea;
using codec::JsonWriter;

namespace {

constexpr std::size_t kLongest = 100;

void write_list(JsonWriter& json, std::string_view name, const std::vector<FoundArea>& list) {
  json.key(name).begin_list();
  for (const FoundArea& one : list) {
    json.begin_object();
    json.key("code").text(one.code.text);
    json.key("name").text(one.name);
    json.key("gemeente").text(one.gemeente);
    json.key("level").text(to_text(one.level));
    json.key("vintage").integer(one.vintage.year);
    json.key("has_figures").boolean(one.has_figures);
    json.end_object();
  }
  json.end_list();
}

}  // namespace

Response endpoint_find(Atlas& atlas, const Request& request, const Captures&) {
  const std::string text = request.query.find("q").value_or("");
  if (text.size() > kLongest)
    throw Refusal(400,
                  base::Failure(base::say("a name to search has {} letters at most", kLongest)));
  std::optional<area::Level> level;
  if (const auto named = request.query.find("level"); named && !named->empty()) {
    level = area::parse_level(*named);
    if (!level)
      throw Refusal(400, base::Failure(base::say("there is no level '{}'", *named))
                             .help(base::say("choose one of: buurt, wijk, pc4, gemeente")));
  }
  const answer::AreaSearch::Result result = atlas.search().find(text, level);
  JsonWriter json;
  json.begin_object();
  write_list(json, "found", result.found);
  write_list(json, "perhaps", result.perhaps);
  json.end_object();
  return json_reply(json.take());
}

}  // namespace wijkbeeld::serve::detail
