// SPDX-License-Identifier: EUPL-1.2
#include <array>

#include "base/text.hpp"
#include "codec/shape_pack.hpp"
#include "serve/detail/endpoint.hpp"

namespace wijkbeeld::serve::detail {

using base::say;

namespace {

// How plain the outlines may be, and to which step their places are rounded, in metres.
struct Scale {
  std::string_view name;
  double tolerance_m;
  double step_m;
};
constexpr std::array<Scale, 3> kScales = {Scale{"low", 250, 20}, {"mid", 50, 5}, {"full", 5, 1}};

const Scale& scale_named(const std::string& name) {
  std::vector<std::string> known;
  for (const Scale& one : kScales) {
    if (one.name == name) return one;
    known.emplace_back(one.name);
  }
  throw Refusal(404, base::Failure(say("there is no scale '{}'", name))
                         .help(say("there are: {}", base::join(known, ", "))));
}

}  // namespace

Response endpoint_shapes(Atlas& atlas, const Request&, const Captures& in) {
  const Scale& scale = scale_named(in["scale"]);
  const answer::AtlasAreas& areas = atlas.areas(in["level"], in["vintage"]);
  if (!areas.has_outlines())
    throw Refusal(404, base::Failure(say("no boundaries are known of these areas")));
  return reply("application/octet-stream",
               atlas.body("shapes/" + in["level"] + "/" + in["vintage"] + "/" + in["scale"],
                          [&] {
                            return codec::to_shape_pack(
                                geo::simplified(atlas.topology(areas), scale.tolerance_m),
                                scale.step_m);
                          }),
               Caching::revalidate);
}

}  // namespace wijkbeeld::serve::detail
