// SPDX-License-Identifier: EUPL-1.2
#include "report/theme_map.hpp"
#include "serve/detail/endpoint.hpp"

namespace wijkbeeld::serve::detail {

namespace {
constexpr int kWidth = 900;
}

Response endpoint_map(Atlas& atlas, const Request& request, const Captures& in) {
  const AskedView asked = asked_view(atlas, in);
  const bool is_sure_shown = asks_sure(request) && asked.theme.has_sure;
  if (!asked.areas.has_outlines() && asked.areas.level != area::Level::cell)
    throw Refusal(404, base::Failure(base::say("no boundaries are known of these areas")));
  const std::string key =
      (is_sure_shown ? "map-sure/" : "map/") + language_key(request) + "/" + asked.key;
  Response out =
      reply("image/svg+xml",
            atlas.body(key,
                       [&] {
                         return report::theme_map_file(*asked.view(), asked.areas, atlas.project(),
                                                       atlas.catalogue(), request.reader_language,
                                                       kWidth, is_sure_shown);
                       }),
            Caching::revalidate);
  out.has_inline_styles = true;
  return out;
}

}  // namespace wijkbeeld::serve::detail
