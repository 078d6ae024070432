// SPDX-License-Identifier: EUPL-1.2
#include "report/theme_map.hpp"
#include "serve/detail/endpoint.hpp"

namespace wijkbeeld::serve::detail {

namespace {
constexpr int kWidth = 900;
}

Response endpoint_map(Atlas& atlas, const Request& request, const Captures& in) {
  const AskedView asked = asked_view(atlas, in);
  if (!asked.layer.areas.has_outlines())
    throw Refusal(404, base::Failure(base::say("no boundaries are known of these areas")));
  Response out = reply("image/svg+xml",
                       atlas.body("map/" + language_key(request) + "/" + asked.key,
                                  [&] {
                                    return report::theme_map(asked.view(), asked.layer.areas,
                                                             atlas.project(), atlas.catalogue(),
                                                             request.reader_language, kWidth)
                                        .svg;
                                  }),
                       Caching::revalidate);
  out.has_inline_styles = true;
  return out;
}

}  // namespace wijkbeeld::serve::detail
